/** What is looked for and kept among the projects, and the way to change one thing of it: a step of history. */
import { useCallback, useMemo, useState } from 'react';
import { type ProjectFilters, parseProjectFilters } from './project-filters.ts';
import { useTerritories } from './queries.ts';
import { useView } from './use-view.ts';

export interface ProjectFiltersState {
  readonly filters: ProjectFilters;
  /** @param of the choices that the address holds now, which may be newer than those drawn */
  change(of: (filters: ProjectFilters) => Partial<ProjectFilters>): void;
}

export function useProjectFilters(): ProjectFiltersState {
  const { view, choose } = useView();
  const change = useCallback(
    (of: (filters: ProjectFilters) => Partial<ProjectFilters>) => {
      const query = new URLSearchParams(window.location.search);
      const now = parseProjectFilters((name) => query.get(name) ?? '');
      choose({ projects: { ...now, ...of(now) } });
    },
    [choose],
  );
  return { filters: view.projects, change };
}

/** Names of communes and EPCI by code, those of other départements too; the code while they are not known. */
export function useTerritoryName(): (code: string) => string {
  const communes = useTerritories('commune', 'everywhere').data?.territoires;
  const epcis = useTerritories('epci', 'everywhere').data?.territoires;
  return useMemo(() => {
    const names = new Map([...(epcis ?? []), ...(communes ?? [])].map(({ code, nom }) => [code, nom]));
    return (code: string) => names.get(code) ?? code;
  }, [communes, epcis]);
}

/** The filters that the answer on screen is of: the former ones, until the next answer arrives. */
export function useAnsweredFilters(isAnswered: boolean): ProjectFilters {
  const { view } = useView();
  const [answered, setAnswered] = useState(view.projects);
  if (isAnswered && answered !== view.projects) setAnswered(view.projects);
  return isAnswered ? view.projects : answered;
}
