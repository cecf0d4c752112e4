/**
 * Inhabitants beyond a distance of a place of a kind, where the next sites would serve most of them, and what sites
 * chosen by hand would change. The API and the browser answer with these same functions.
 */
import { giniIndex } from './balance.ts';
import { type OpeningChoice, readPlaceHours } from './place-hours.ts';
import type { CommuneCells } from './population-spread.ts';
import { type Cover, type Demand, nearestKm, type Position, type Reach } from './reach.ts';
import { type Candidate, chooseSites, type Site, takeFrom } from './siting.ts';

/** A place as the API tells it. */
export interface ListedPlace {
  readonly type: string;
  readonly services: readonly string[];
  readonly commune: string | null;
  readonly position: Position | null;
  readonly horaires: string | null;
  readonly horairesPrecision: string | null;
  readonly sources: readonly { readonly majOn: string | null }[];
}

export interface PlaceChoice {
  /** null: all. */
  readonly kind: string | null;
  readonly service: string | null;
  readonly open: OpeningChoice | null;
}

export interface AskedPlaces<P extends ListedPlace> {
  readonly places: readonly P[];
  /** Left out because nothing legible says whether they are open. */
  readonly unknownHours: number;
}

export function askPlaces<P extends ListedPlace>(list: readonly P[], choice: PlaceChoice): AskedPlaces<P> {
  const offered = list.filter(
    ({ type, services }) =>
      (choice.kind === null || type === choice.kind) && (choice.service === null || services.includes(choice.service)),
  );
  const { open } = choice;
  if (open === null) return { places: offered, unknownHours: 0 };
  const told = offered.map((place) => ({
    place,
    isOpen: readPlaceHours(place.horaires, place.horairesPrecision).isOpen(open),
  }));
  return {
    places: told.flatMap(({ place, isOpen }) => (isOpen === true ? [place] : [])),
    unknownHours: told.filter(({ isOpen }) => isOpen === null).length,
  };
}

export interface StandingPlace<P extends ListedPlace> {
  readonly place: P;
  readonly at: Position;
  /** Only its commune is known: it stands at the centre. */
  readonly isAtCentre: boolean;
}

/** Where places stand; those of no known commune stand nowhere, and are not returned. */
export function standPlaces<P extends ListedPlace>(
  places: readonly P[],
  centreOf: (commune: string) => Position | undefined,
): StandingPlace<P>[] {
  return places.flatMap((place) => {
    const at = place.position ?? (place.commune === null ? undefined : centreOf(place.commune));
    return at ? [{ place, at, isAtCentre: place.position === null }] : [];
  });
}

const monthsBeforeOld = 12;

export interface ListAge {
  /** Half of the dated places were last updated on this date or before; null when none is dated. */
  readonly median: string | null;
  readonly undated: number;
  /** Whether half of the places or more were not updated for 12 months; an undated place counts among them. */
  readonly isOld: boolean;
}

export function ageOf(places: readonly ListedPlace[], today: Date): ListAge {
  const dates = places
    .flatMap(
      ({ sources }) =>
        sources
          .flatMap(({ majOn }) => majOn ?? [])
          .sort()
          .at(-1) ?? [],
    )
    .sort();
  const limit = new Date(today);
  limit.setUTCMonth(limit.getUTCMonth() - monthsBeforeOld);
  // A year or a month alone is over before a day of the next one: text compares as dates do.
  const day = limit.toISOString().slice(0, 10);
  const undated = places.length - dates.length;
  const old = undated + dates.filter((date) => date < day.slice(0, date.length)).length;
  return {
    median: dates[Math.floor((dates.length - 1) / 2)] ?? null,
    undated,
    isOld: places.length > 0 && 2 * old >= places.length,
  };
}

/** A commune as the API tells it. */
export interface ListedCommune {
  readonly code: string;
  readonly population: number | null;
  readonly centre: Position;
  readonly epci: { readonly code: string } | null;
}

export interface HeldDemands {
  readonly demands: readonly Demand[];
  /** Communes of unknown population, which are not counted. */
  readonly unknown: number;
  /** Communes whose inhabitants all stand at their centre. */
  readonly atCentre: number;
}

/**
 * The inhabitants of an EPCI's communes, or of all of them, where they are counted: in the cells of their commune, or
 * at its centre.
 * @param epci null: all
 * @param cells by commune, the population already spread over them
 */
export function demandsOf(
  communes: readonly ListedCommune[],
  epci: string | null,
  cells: ReadonlyMap<string, CommuneCells> = new Map(),
): HeldDemands {
  const held = communes.filter((commune) => epci === null || commune.epci?.code === epci);
  const known = held.filter(({ population }) => population !== null);
  const demands = known.flatMap(({ code, population, centre, epci: own }): Demand[] => {
    const group = own?.code ?? '';
    return (cells.get(code) ?? [[...centre, population ?? 0] as const]).map(([longitude, latitude, inhabitants]) => ({
      commune: code,
      group,
      at: [longitude, latitude],
      inhabitants,
    }));
  });
  return {
    demands,
    unknown: held.length - known.length,
    atCentre: known.filter(({ code }) => !cells.has(code)).length,
  };
}

/** What a site adds: inhabitants, and ranks of their demands. */
export type AddedSite = Omit<Site, 'code'>;

/** Inhabitants by rank of demand, those within reach counting for nothing. */
function leftBeyond(demands: readonly Demand[], { ranks }: Reach): Float64Array {
  const left = new Float64Array(demands.length);
  for (const rank of ranks) left[rank] = demands[rank]?.inhabitants ?? 0;
  return left;
}

/** What each site adds, in their order, beyond the places and the sites before it. */
export function addSites(demands: readonly Demand[], before: Reach, covers: readonly Cover[]): AddedSite[] {
  const left = leftBeyond(demands, before);
  return covers.map((cover) => {
    const ranks = takeFrom(left, cover);
    return { gained: ranks.reduce((sum, rank) => sum + (demands[rank]?.inhabitants ?? 0), 0), ranks };
  });
}

/** The best next sites for those who are beyond, candidates being given. */
export function nextSites(
  demands: readonly Demand[],
  before: Reach,
  candidates: readonly Candidate[],
  count: number,
): Site[] {
  return chooseSites(candidates, leftBeyond(demands, before), count);
}

/**
 * Gini index of the inhabitants beyond against the inhabitants, between EPCI: 0 when each has its part. Between
 * communes counted at their centre it would say nothing new: whole communes are beyond or within, and the index is
 * then 1 − the share beyond. null with one EPCI, and when nobody is beyond.
 * @param beyond ranks of demands
 */
export function giniBeyond(demands: readonly Demand[], beyond: Iterable<number>): number | null {
  const groups = new Map<string, { base: number; quantity: number }>();
  for (const { group, inhabitants } of demands) {
    const held = groups.get(group);
    if (held) held.base += inhabitants;
    else groups.set(group, { base: inhabitants, quantity: 0 });
  }
  for (const rank of beyond) {
    const demand = demands[rank];
    const held = demand && groups.get(demand.group);
    if (held) held.quantity += demand.inhabitants;
  }
  if (groups.size < 2) return null;
  return giniIndex([...groups].map(([group, held]) => ({ code: group, group, ...held })));
}

/** Code of a commune → kilometres from its centre to the nearest place; infinity when there is none. */
export function distancesOf(
  communes: readonly { readonly code: string; readonly centre: Position }[],
  places: readonly Position[],
): ReadonlyMap<string, number> {
  return new Map(communes.map(({ code, centre }) => [code, nearestKm(centre, places)]));
}
