/**
 * The tables that figures are computed from, by state of the data: loads, communes, territories, and one column for each
 * measure of a period. They change when a load moves and not before, so they are read once and kept; what is computed
 * from them (a territory, a threshold, a date) is never kept.
 */
import { rollup } from 'd3-array';
import { LRUCache } from 'lru-cache';
import type { MeasureId } from '../data/catalogue/measures.ts';
import type { Database } from '../data/database/port.ts';
import { type CurrentLoad, readCurrentLoads, readStateVersion } from './sql/loads.ts';
import { type Member, type NamedTerritory, readMembers, readNamedTerritories } from './sql/memberships.ts';
import { type LoadColumns, readObservations } from './sql/observations.ts';
import { type PlaceKind, readPlaceKinds } from './sql/places.ts';
import { type CountedProjects, type ProjectCount, readProjectCounts } from './sql/project-counts.ts';
import type { State } from './sql/state.ts';

/** What is to be said of a value, or why there is none. */
export interface Remark {
  /** `value`: an answer, even one that is no number, date or category: its reason then says what it is. */
  readonly state: 'value' | 'missing' | 'secret';
  readonly reason: string | null;
}

/** What a source says of every commune, by its place among the members. */
export interface Column {
  /** undefined where the source does not name the commune. */
  readonly values: readonly (number | string | null | undefined)[];
  /** Of few: the others are values without a reason. */
  readonly remarks: ReadonlyMap<number, Remark>;
}

export interface ColumnQuestion {
  readonly source: string;
  readonly period: string;
  readonly measure: MeasureId;
}

/** Who belongs where, in a state. */
export interface Territories {
  /** In the order of codes. */
  readonly members: readonly Member[];
  /** EPCI and départements, in the order of codes. */
  readonly named: readonly NamedTerritory[];
  /** Place of a commune among the members. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Communes of each EPCI and EPT that are outside the loaded départements. */
  readonly outside: { readonly epci: ReadonlyMap<string, number>; readonly ept: ReadonlyMap<string, number> };
}

export interface StateTables {
  readonly state: State;
  readonly loads: readonly CurrentLoad[];
  readonly readTerritories: () => Promise<Territories>;
  readonly readColumn: (question: ColumnQuestion) => Promise<Column>;
  readonly readPlaceKinds: () => Promise<readonly PlaceKind[]>;
  readonly readProjectCounts: (counted: CountedProjects) => Promise<readonly ProjectCount[]>;
}

export type StateReader = (state: State) => Promise<StateTables>;

/** What is in force, and a few editions that are compared with it. */
const mostStates = 4;
/** Those of every indicator at its last period, and more. One of all communes of France is 0.3 MB. */
const mostColumns = 100;
/** By level, and by département. */
const mostCounts = 20;

export function openStateTables(database: Database): StateReader {
  const loads = new LRUCache<string, Promise<CurrentLoad[]>>({ max: mostStates });
  const territories = new LRUCache<string, Promise<Territories>>({ max: mostStates });
  const places = new LRUCache<string, Promise<PlaceKind[]>>({ max: mostStates });
  const counts = new LRUCache<string, Promise<ProjectCount[]>>({ max: mostCounts });
  const columns = new LRUCache<string, Promise<Column>>({ max: mostColumns });
  return async (state) => {
    const key = `${state.kind === 'current' ? '' : state.id} ${await readStateVersion(database, state)}`;
    const inForce = await keep(loads, key, () => readCurrentLoads(database, state));
    const readTerritories = () =>
      keep(territories, key, async () => {
        const [members, named] = await Promise.all([
          readMembers(database, state),
          readNamedTerritories(database, state),
        ]);
        return toTerritories(members, named);
      });
    return {
      state,
      loads: inForce,
      readTerritories,
      readProjectCounts: (counted) =>
        keep(counts, `${key} ${Object.values(counted).join(' ')}`, () => readProjectCounts(database, state, counted)),
      readPlaceKinds: () => keep(places, key, () => readPlaceKinds(database, state)),
      readColumn: ({ source, period, measure }) =>
        keep(columns, `${key} ${source} ${period} ${measure}`, async () => {
          const pointed = inForce.filter((load) => load.source === source && load.period === period);
          const [observations, known] = await Promise.all([
            readObservations(database, pointed, { measure, period }),
            readTerritories(),
          ]);
          return toColumn(observations, known);
        }),
    };
  };
}

/** Two who ask for the same at once wait for one reading; one that failed is not kept. */
function keep<Read>(kept: LRUCache<string, Promise<Read>>, key: string, read: () => Promise<Read>): Promise<Read> {
  const held = kept.get(key);
  if (held) return held;
  const started = read();
  kept.set(key, started);
  started.catch(() => kept.delete(key));
  return started;
}

/** @returns undefined for a code that is of no commune */
export function findMember({ members, placeOf }: Territories, code: string): Member | undefined {
  const place = placeOf.get(code);
  return place === undefined ? undefined : members[place];
}

function toTerritories(members: readonly Member[], named: readonly NamedTerritory[]): Territories {
  const away = members.filter(({ isLoaded }) => !isLoaded);
  return {
    members,
    named,
    placeOf: new Map(members.map(({ commune }, place) => [commune, place])),
    outside: { epci: countBy(away, 'epci'), ept: countBy(away, 'ept') },
  };
}

const countBy = (members: readonly Member[], level: 'epci' | 'ept') =>
  rollup(
    members,
    ({ length }) => length,
    (member) => member[level] ?? '',
  );

/** Of a commune that several loads name, its own département's tells; else the first one's, by code of département. */
function toColumn(loads: readonly LoadColumns[], { members, placeOf }: Territories): Column {
  const values = new Array<number | string | null | undefined>(members.length).fill(undefined);
  const remarks = new Map<number, Remark>();
  for (const load of loads) {
    const remarkOf = remarksOf(load);
    for (const [i, commune] of load.communes.entries()) {
      const place = placeOf.get(commune);
      // The code of a commune begins with that of its département, overseas too.
      if (place === undefined || (values[place] !== undefined && !commune.startsWith(load.departement))) continue;
      values[place] = load.values[i] ?? null;
      const remark = remarkOf.get(commune);
      if (remark) remarks.set(place, remark);
      else remarks.delete(place);
    }
  }
  return { values, remarks };
}

function remarksOf({ missing, secret, reasons }: LoadColumns): ReadonlyMap<string, Remark> {
  const told = new Map<string, Remark>();
  for (const [commune, reason] of Object.entries(reasons ?? {})) told.set(commune, { state: 'value', reason });
  for (const [state, communes] of [
    ['missing', missing],
    ['secret', secret],
  ] as const)
    for (const commune of communes ?? []) told.set(commune, { state, reason: told.get(commune)?.reason ?? null });
  return told;
}
