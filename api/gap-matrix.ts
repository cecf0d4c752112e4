/** Puts side by side, territory by theme, what is needed, what is offered, and what is on the way. */
import { classifyCell, worseRatio } from '../data/analysis/gap-matrix.ts';
import { lastEvidence } from '../data/analysis/project-facts.ts';
import { needsOf } from '../data/catalogue/needs.ts';
import { themeIds } from '../data/catalogue/themes.ts';
import type { GapMatrix } from './contract-gaps.ts';
import type { ApiDependencies } from './dependencies.ts';
import { ProblemError } from './problem.ts';
import { readCensus } from './sql/catalogue.ts';
import { readPlaces } from './sql/places.ts';
import { readProjects } from './sql/projects.ts';
import type { State } from './sql/state.ts';
import { readTerritories } from './sql/territories.ts';
import { answerValues } from './values.ts';

export interface MatrixQuestion {
  readonly niveau: 'epci' | 'commune';
  readonly epci?: string | undefined;
  readonly departement?: string | undefined;
  readonly ecart: number;
  readonly state: State;
}

/** Territory → value of an indicator; empty where the level does not have it, or nothing is loaded. */
type Readings = ReadonlyMap<string, number | null>;

export async function answerMatrix(
  dependencies: ApiDependencies,
  { niveau, epci, departement, ecart, state }: MatrixQuestion,
): Promise<GapMatrix['territoires']> {
  const { database } = dependencies;
  const [territories, communes, { projects }, census, { places }] = await Promise.all([
    readTerritories(database, { level: niveau, code: null, departement: departement ?? null }),
    readTerritories(database, { level: 'commune', code: null, departement: departement ?? null }),
    readProjects(database, { departement, state }),
    readCensus(database, state),
    readPlaces(database, { departement, state, limite: 100_000, page: 1 }),
  ]);
  const epciOf = new Map(communes.map((commune) => [commune.code, commune.epci?.code ?? null]));
  const answered = new Set(census.filter(({ statut }) => statut === 'repondu').map((answer) => answer.epci));
  const readings = await readNeeds(dependencies, niveau, departement, state);
  const covers = (code: string, held: { communes: readonly string[]; epci: readonly string[] }) =>
    niveau === 'epci' ? held.epci.includes(code) : held.communes.includes(code);
  return territories
    .filter(({ code }) => epci === undefined || (niveau === 'epci' ? code : epciOf.get(code)) === epci)
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'))
    .map(({ code, nom }) => {
      const hasAnswered = answered.has(niveau === 'epci' ? code : (epciOf.get(code) ?? ''));
      const ownPlaces = places.filter((place) => (niveau === 'epci' ? place.epci : place.commune) === code);
      const ownProjects = projects.filter((project) => covers(code, project));
      return {
        code,
        nom,
        aRepondu: hasAnswered,
        cellules: themeIds.map((theme) => {
          const declared = needsOf(theme);
          const held = ownProjects.filter((project) => project.theme === theme);
          const needs = (declared?.needs ?? []).map(({ indicator, isNeedWhen }) => ({
            indicator,
            isNeedWhen,
            value: readings.get(indicator)?.get(code) ?? null,
            reference: readings.get(indicator)?.get('') ?? null,
          }));
          const supply = supplyOf(declared?.supply ?? null, ownPlaces, needs[0]?.value ?? null);
          const cell = classifyCell({ needs, supply, projects: held.length, hasAnswered }, ecart);
          return {
            theme,
            classe: cell.class,
            besoin: cell.need,
            besoins: needs.map((need) => ({
              indicateur: need.indicator,
              valeur: need.value,
              reference: need.reference,
              ecart: worseRatio(need),
              estBesoin: cell.exceeding.some(({ indicator }) => indicator === need.indicator),
            })),
            offre: supply,
            projets: held.length,
            dernierePreuve:
              held
                .map(lastEvidence)
                .filter((date) => date !== null)
                .sort()
                .at(-1) ?? null,
          };
        }),
      };
    });
}

function supplyOf(
  supply: NonNullable<ReturnType<typeof needsOf>>['supply'],
  places: readonly { type: string }[],
  coverage: number | null,
): number | null {
  if (supply === null) return null;
  if (supply === 'coverage') return coverage;
  const { kinds } = supply;
  return places.filter(({ type }) => kinds === 'all' || kinds.includes(type)).length;
}

/** Indicator → readings by territory, that of the département under the empty code. */
async function readNeeds(
  dependencies: ApiDependencies,
  niveau: 'epci' | 'commune',
  departement: string | undefined,
  state: State,
): Promise<ReadonlyMap<string, Readings>> {
  const asked = new Set(themeIds.flatMap((theme) => needsOf(theme)?.needs.map(({ indicator }) => indicator) ?? []));
  const readings = new Map<string, Readings>();
  for (const id of asked) {
    const indicator = dependencies.indicators.find((one) => one.id === id);
    if (!indicator?.levels.includes(niveau)) continue;
    const read = async (level: 'epci' | 'commune' | 'departement') => {
      if (!indicator.levels.includes(level)) return [];
      const question = { niveau: level, perimetre: 'partie', departement, state } as const;
      const values = await answerValues(dependencies, indicator, question).catch((error: unknown) => {
        // Nothing is loaded for it: the need is not measured.
        if (error instanceof ProblemError && error.problem.status === 404) return null;
        throw error;
      });
      return values?.valeurs ?? [];
    };
    const numbers = (await read(niveau)).map(
      ({ code, valeur }) => [code, typeof valeur === 'number' ? valeur : null] as const,
    );
    const wholes = await read('departement');
    const whole = wholes.length === 1 ? wholes[0]?.valeur : null;
    readings.set(id, new Map([...numbers, ['', typeof whole === 'number' ? whole : medianOf(numbers)]]));
  }
  return readings;
}

/** What stands for a département whose value cannot be added up, a median: the middle of those of its territories. */
function medianOf(numbers: readonly (readonly [string, number | null])[]): number | null {
  const known = numbers.flatMap(([, value]) => value ?? []).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? null;
}
