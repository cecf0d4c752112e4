/** What is looked for and kept among the projects, and the way to change one thing of it: a step of history. */
import { useCallback, useMemo } from 'react';
import { type ProjectFilters, parseProjectFilters } from './project-filters.ts';
import { useTerritories } from './queries.ts';
import { useView } from './use-view.ts';

export interface ProjectFiltersState {
  readonly filters: ProjectFilters;
  change(part: Partial<ProjectFilters>): void;
}

export function useProjectFilters(): ProjectFiltersState {
  const { view, choose } = useView();
  const change = useCallback(
    (part: Partial<ProjectFilters>) => {
      // What the address holds now: a choice made since the last drawing is not lost.
      const query = new URLSearchParams(window.location.search);
      choose({ projects: { ...parseProjectFilters((name) => query.get(name) ?? ''), ...part } });
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
