/** Where inhabitants are counted: in the cells of their commune where a grid is loaded, at its centre otherwise. */
import { type CommuneCells, spreadPopulation } from '../data/analysis/population-spread.ts';
import type { ListedCommune } from '../data/analysis/service-reach.ts';
import type { Population } from './contract-reach.ts';
import type { ApiDependencies } from './dependencies.ts';
import { badParameter } from './problem.ts';
import { readCurrentLoads } from './sql/loads.ts';
import { readCells, readMembers } from './sql/population.ts';
import type { State } from './sql/state.ts';
import { readCodes, readTerritories } from './sql/territories.ts';
import { sourceReference } from './values.ts';

/** Cells of more départements are not answered at once. */
const mostDepartements = 8;

export interface CountedCommune extends ListedCommune {
  readonly nom: string;
}

export interface CountedPopulation {
  /** In the order of their codes. */
  readonly communes: readonly CountedCommune[];
  readonly cells: ReadonlyMap<string, CommuneCells>;
  readonly told: Pick<Population, 'base' | 'source' | 'communesAuCentre'>;
}

/** @throws ProblemError 400 when a département has to be chosen */
export async function readPopulation(
  { database, sources }: ApiDependencies,
  departement: string | undefined,
  state: State,
): Promise<CountedPopulation> {
  const only = departement ?? null;
  if (only === null) {
    const codes = await readCodes(database, 'departement', state);
    if (codes.length > mostDepartements) throw badParameter('departement', '', codes);
  }
  const [territories, members, weighted, loads] = await Promise.all([
    readTerritories(database, { level: 'commune', code: null, departement: only }),
    state.kind === 'edition' ? readMembers(database, only, state) : null,
    readCells(database, only, state),
    readCurrentLoads(database, state),
  ]);
  // Outlines are not frozen: a commune that has none today stands nowhere, and is not counted.
  const placed = new Map(territories.map((commune) => [commune.code, commune]));
  const communes: CountedCommune[] = members
    ? members.flatMap(({ commune: code, name: nom, epci, population }) => {
        const centre = placed.get(code)?.centre;
        return centre ? [{ code, nom, centre, population, epci: epci === null ? null : { code: epci } }] : [];
      })
    : territories.map(({ code, nom, centre, population, epci }) => ({
        code,
        nom,
        centre,
        population,
        epci: epci && { code: epci.code },
      }));
  const cells = spreadPopulation(new Map(communes.map(({ code, population }) => [code, population])), weighted);
  const [load] = cells.size > 0 ? loads.filter(({ source }) => source === 'insee-carreaux') : [];
  return {
    communes,
    cells,
    told: {
      base: load ? 'carreaux-200m' : 'centre-de-la-commune',
      source: load ? sourceReference(load.source, load.period, sources, loads) : null,
      communesAuCentre: communes.filter(({ code, population }) => population !== null && !cells.has(code)).length,
    },
  };
}
