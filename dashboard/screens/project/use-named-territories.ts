/** The communes and EPCI of a project, with their names and centres; a code that is not loaded is its own name. */
import { useMemo } from 'react';
import type { Territory } from '../../../api/contract.ts';
import type { Project } from '../../../api/contract-projects.ts';
import { useTerritories } from '../../state/queries.ts';

export interface NamedTerritory {
  readonly level: 'commune' | 'epci';
  readonly code: string;
  readonly name: string;
  /** null where it is not loaded. */
  readonly centre: readonly [number, number] | null;
}

export function useNamedTerritories({ communes, epci }: Pick<Project, 'communes' | 'epci'>) {
  const knownCommunes = useTerritories('commune', 'everywhere').data?.territoires;
  const knownEpcis = useTerritories('epci', 'everywhere').data?.territoires;
  return useMemo(
    () => ({
      communes: communes.map((code) => toNamed('commune', code, knownCommunes)),
      epcis: epci.map((code) => toNamed('epci', code, knownEpcis)),
      isKnown: knownCommunes !== undefined && knownEpcis !== undefined,
    }),
    [communes, epci, knownCommunes, knownEpcis],
  );
}

function toNamed(level: 'commune' | 'epci', code: string, known: readonly Territory[] | undefined): NamedTerritory {
  const territory = known?.find((each) => each.code === code);
  return { level, code, name: territory?.nom ?? code, centre: territory?.centre ?? null };
}
