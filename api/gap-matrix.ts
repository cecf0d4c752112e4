/** Puts side by side, territory by theme, what is needed, what is offered, and what is on the way. */
import { group } from 'd3-array';
import { classifyRow } from '../data/analysis/gap-rows.ts';
import { needsOf } from '../data/catalogue/needs.ts';
import { themeIds } from '../data/catalogue/themes.ts';
import type { GapMatrix } from './contract-gaps.ts';
import type { ApiDependencies } from './dependencies.ts';
import { ProblemError } from './problem.ts';
import { readCensus } from './sql/catalogue.ts';
import type { Member } from './sql/memberships.ts';
import type { ProjectCount } from './sql/project-counts.ts';
import type { State } from './sql/state.ts';
import { findMember, type StateTables } from './state-tables.ts';
import { summedTerritories } from './summed-territories.ts';
import { computeFigures } from './values.ts';

export interface MatrixQuestion {
  readonly niveau: 'epci' | 'commune';
  readonly epci?: string | undefined;
  readonly departement?: string | undefined;
  readonly ecart: number;
  readonly state: State;
}

/** Rows of one answer: all EPCI of the country, or the communes of the largest département. */
export const mostMatrixRows = 2000;

const french = new Intl.Collator('fr');

/** What an indicator reads: of each territory, and of the département that it is compared with. */
interface Readings {
  readonly of: ReadonlyMap<string, number | null>;
  readonly ofDepartement: ReadonlyMap<string, number | null>;
  /** The middle of all territories: what stands for a département whose value cannot be added up, as a median. */
  readonly middle: number | null;
}

/** @throws ProblemError 400 when the answer would have too many rows */
export async function answerMatrix(
  dependencies: ApiDependencies,
  { niveau, epci, departement, ecart, state }: MatrixQuestion,
): Promise<GapMatrix['territoires']> {
  const { database } = dependencies;
  const tables = await dependencies.readState(state);
  const [known, kinds, counts, census] = await Promise.all([
    tables.readTerritories(),
    tables.readPlaceKinds(),
    tables.readProjectCounts({ level: niveau, source: 'projets-recenses', departement: departement ?? null }),
    readCensus(database, state),
  ]);
  const territories = summedTerritories(known, {
    level: niveau,
    epci: epci ?? null,
    departement: departement ?? null,
  });
  if (territories.length > mostMatrixRows)
    throw new ProblemError(
      400,
      `La matrice aurait ${territories.length} lignes, ${mostMatrixRows} au plus sont données : précisez « epci » ou « departement ».`,
      { parametre: 'epci', recu: '', accepte: ['le SIREN d’un EPCI', 'un département, par « departement »'] },
    );
  const readings = await readNeeds(dependencies, tables, { niveau, departement });
  const answered = new Set(census.filter(({ statut }) => statut === 'repondu').map((answer) => answer.epci));
  const memberOf = (code: string | null) => findMember(known, code ?? '');
  const held = {
    projects: new Map(counts.map((count): [string, ProjectCount] => [`${count.code} ${count.theme}`, count])),
    places: group(
      kinds.filter(({ commune }) => departement === undefined || memberOf(commune)?.departement === departement),
      ({ commune }) => memberOf(commune)?.[niveau],
    ),
  };
  const departementOf = departementsOf(known.members);
  return territories
    .sort((a, b) => french.compare(a.name, b.name))
    .map(({ code, name }) => {
      const hasAnswered = answered.has(niveau === 'epci' ? code : (memberOf(code)?.epci ?? ''));
      const places = held.places.get(code) ?? [];
      const own = departementOf.get(code) ?? '';
      const row = {
        code,
        nom: name,
        aRepondu: hasAnswered,
        cellules: themeIds.map((theme) => {
          const declared = needsOf(theme);
          const projects = held.projects.get(`${code} ${theme}`);
          const besoins = (declared?.needs ?? []).map(({ indicator }) => {
            const read = readings.get(indicator);
            return {
              indicateur: indicator,
              valeur: read?.of.get(code) ?? null,
              reference: read?.ofDepartement.get(own) ?? read?.middle ?? null,
            };
          });
          return {
            theme,
            besoins,
            offre: supplyOf(declared?.supply ?? null, places, besoins[0]?.valeur ?? null),
            projets: projects?.projects ?? 0,
            dernierePreuve: projects?.lastEvidence ?? null,
          };
        }),
      };
      return classifyRow(row, ecart);
    });
}

/** Territory → its département; an EPCI is of the one that holds most of its loaded communes. */
function departementsOf(members: readonly Member[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const counts = new Map<string, Map<string, number>>();
  for (const { commune, departement, epci, isLoaded } of members) {
    if (!isLoaded) continue;
    found.set(commune, departement);
    const own = counts.get(epci ?? '') ?? new Map<string, number>();
    counts.set(epci ?? '', own.set(departement, (own.get(departement) ?? 0) + 1));
  }
  for (const [epci, held] of counts) {
    const [most] = [...held].sort(([codeA, a], [codeB, b]) => b - a || (codeA < codeB ? -1 : 1));
    if (most) found.set(epci, most[0]);
  }
  return found;
}

function supplyOf(
  supply: NonNullable<ReturnType<typeof needsOf>>['supply'],
  places: readonly { kind: string }[],
  coverage: number | null,
): number | null {
  if (supply === null) return null;
  if (supply === 'coverage') return coverage;
  const { kinds } = supply;
  return places.filter(({ kind }) => kinds === 'all' || kinds.includes(kind)).length;
}

async function readNeeds(
  dependencies: Pick<ApiDependencies, 'indicators'>,
  tables: StateTables,
  { niveau, departement }: Pick<MatrixQuestion, 'niveau' | 'departement'>,
): Promise<ReadonlyMap<string, Readings>> {
  const asked = new Set(themeIds.flatMap((theme) => needsOf(theme)?.needs.map(({ indicator }) => indicator) ?? []));
  const read = async (id: string): Promise<(readonly [string, Readings])[]> => {
    const indicator = dependencies.indicators.find((one) => one.id === id);
    if (!indicator?.levels.includes(niveau)) return [];
    const numbersOf = async (level: 'epci' | 'commune' | 'departement') => {
      if (!indicator.levels.includes(level)) return new Map<string, number | null>();
      // Not narrowed to an EPCI: where the middle is the reference, it is that of all.
      const question = { niveau: level, perimetre: 'partie', departement } as const;
      const computed = await computeFigures(dependencies, tables, indicator, question).catch((error: unknown) => {
        // Nothing is loaded for it: the need is not measured.
        if (error instanceof ProblemError && error.problem.status === 404) return null;
        throw error;
      });
      return new Map(
        (computed?.figures ?? []).map(({ code, valeur }) => [code, typeof valeur === 'number' ? valeur : null]),
      );
    };
    const [of, ofDepartement] = await Promise.all([numbersOf(niveau), numbersOf('departement')]);
    return [[id, { of, ofDepartement, middle: medianOf(of.values()) }]];
  };
  return new Map((await Promise.all([...asked].map(read))).flat());
}

function medianOf(numbers: Iterable<number | null>): number | null {
  const known = [...numbers].flatMap((value) => value ?? []).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? null;
}
