/** Puts side by side, territory by theme, what is needed, what is offered, and what is on the way. */
import { classifyRow } from '../data/analysis/gap-rows.ts';
import { lastEvidence } from '../data/analysis/project-facts.ts';
import { needsOf } from '../data/catalogue/needs.ts';
import { themeIds } from '../data/catalogue/themes.ts';
import type { GapMatrix } from './contract-gaps.ts';
import type { ApiDependencies } from './dependencies.ts';
import { ProblemError } from './problem.ts';
import { readCensus } from './sql/catalogue.ts';
import { readPlaceKinds } from './sql/places.ts';
import { readProjectThemes } from './sql/projects.ts';
import type { State } from './sql/state.ts';
import { readMembers, readSummedTerritories } from './sql/summed-territories.ts';
import { answerValues } from './values.ts';

export interface MatrixQuestion {
  readonly niveau: 'epci' | 'commune';
  readonly epci?: string | undefined;
  readonly departement?: string | undefined;
  readonly ecart: number;
  readonly state: State;
}

/** Rows of one answer: all EPCI of the country, or the communes of the largest département. */
export const mostMatrixRows = 2000;

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
  const over = { level: niveau, epci: epci ?? null, departement: departement ?? null, state };
  const territories = await readSummedTerritories(database, over);
  if (territories.length > mostMatrixRows)
    throw new ProblemError(
      400,
      `La matrice aurait ${territories.length} lignes, ${mostMatrixRows} au plus sont données : précisez « epci » ou « departement ».`,
      { parametre: 'epci', recu: '', accepte: ['le SIREN d’un EPCI', 'un département, par « departement »'] },
    );
  const [members, themes, kinds, census, readings] = await Promise.all([
    readMembers(database, state),
    readProjectThemes(database, { level: niveau, departement, state }),
    readPlaceKinds(database, { epci, departement, state }),
    readCensus(database, state),
    readNeeds(dependencies, { niveau, departement, state }),
  ]);
  const answered = new Set(census.filter(({ statut }) => statut === 'repondu').map((answer) => answer.epci));
  const held = {
    projects: groupBy(themes, ({ territory, theme }) => `${territory} ${theme}`),
    places: groupBy(kinds, (place) => place[niveau] ?? ''),
  };
  const departementOf = departementsOf(members);
  const epciOf = new Map(members.map((member) => [member.commune, member.epci]));
  return territories
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
    .map(({ code, name }) => {
      const hasAnswered = answered.has(niveau === 'epci' ? code : (epciOf.get(code) ?? ''));
      const places = held.places.get(code) ?? [];
      const own = departementOf.get(code) ?? '';
      const row = {
        code,
        nom: name,
        aRepondu: hasAnswered,
        cellules: themeIds.map((theme) => {
          const declared = needsOf(theme);
          const projects = held.projects.get(`${code} ${theme}`) ?? [];
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
            projets: projects.length,
            dernierePreuve:
              projects
                .flatMap((project) => lastEvidence(project) ?? [])
                .sort()
                .at(-1) ?? null,
          };
        }),
      };
      return classifyRow(row, ecart);
    });
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const held = groups.get(key);
    if (held) held.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Territory → its département; an EPCI is of the one that holds most of its loaded communes. */
function departementsOf(members: Awaited<ReturnType<typeof readMembers>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [epci, held] of groupBy(members, (member) => member.epci ?? '')) {
    const counts = [...groupBy(held, (member) => member.departement)].map(([code, { length }]) => ({ code, length }));
    const [most] = counts.sort((a, b) => b.length - a.length || (a.code < b.code ? -1 : 1));
    if (most) found.set(epci, most.code);
  }
  for (const { commune, departement } of members) found.set(commune, departement);
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
  dependencies: ApiDependencies,
  { niveau, departement, state }: Omit<MatrixQuestion, 'ecart' | 'epci'>,
): Promise<ReadonlyMap<string, Readings>> {
  const asked = new Set(themeIds.flatMap((theme) => needsOf(theme)?.needs.map(({ indicator }) => indicator) ?? []));
  const read = async (id: string): Promise<(readonly [string, Readings])[]> => {
    const indicator = dependencies.indicators.find((one) => one.id === id);
    if (!indicator?.levels.includes(niveau)) return [];
    const numbersOf = async (level: 'epci' | 'commune' | 'departement') => {
      if (!indicator.levels.includes(level)) return new Map<string, number | null>();
      // Not narrowed to an EPCI: where the middle is the reference, it is that of all.
      const question = { niveau: level, perimetre: 'partie', departement, state } as const;
      const values = await answerValues(dependencies, indicator, question).catch((error: unknown) => {
        // Nothing is loaded for it: the need is not measured.
        if (error instanceof ProblemError && error.problem.status === 404) return null;
        throw error;
      });
      const figures = values?.valeurs ?? [];
      return new Map(figures.map(({ code, valeur }) => [code, typeof valeur === 'number' ? valeur : null]));
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
