/**
 * Inhabitants beyond a distance of a place of a kind, where the next sites would serve most of them, and what sites
 * chosen by hand would change. The API and the browser answer with these same functions.
 */
import { giniIndex } from './balance.ts';
import { type OpeningChoice, readPlaceHours } from './place-hours.ts';
import { type Demand, distanceKm, nearestKm, type Position, type Reach } from './reach.ts';
import { type Candidate, chooseSites, type Site } from './siting.ts';

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

/** Inhabitants of a commune, who stand at its centre, and the EPCI that it is a part of. */
export interface CommuneDemand extends Demand {
  readonly group: string;
}

/**
 * The communes of an EPCI, or all of them, as demands; those of unknown population are counted apart.
 * @param epci null: all
 */
export function demandsOf(
  communes: readonly {
    readonly code: string;
    readonly population: number | null;
    readonly centre: Position;
    readonly epci: { readonly code: string } | null;
  }[],
  epci: string | null,
): { readonly demands: readonly CommuneDemand[]; readonly unknown: number } {
  const held = communes.filter((commune) => epci === null || commune.epci?.code === epci);
  const demands = held.flatMap(({ code, population, centre, epci: own }) =>
    population === null ? [] : [{ code, at: centre, inhabitants: population, group: own?.code ?? '' }],
  );
  return { demands, unknown: held.length - demands.length };
}

export interface AddedSite {
  readonly at: Position;
  /** Inhabitants that it brings within reach, beyond the places and the sites before it. */
  readonly gained: number;
  /** Codes, those with most inhabitants first. */
  readonly won: readonly string[];
}

/** What each site adds, in their order. */
export function addSites(
  demands: readonly Demand[],
  before: Reach,
  sites: readonly Position[],
  limitKm: number,
): AddedSite[] {
  const byCode = new Map(demands.map((demand) => [demand.code, demand]));
  let left = before.codes.flatMap((code) => byCode.get(code) ?? []);
  return sites.map((at) => {
    const won = left.filter((demand) => distanceKm(demand.at, at) <= limitKm);
    left = left.filter((demand) => !won.includes(demand));
    return { at, gained: won.reduce((sum, { inhabitants }) => sum + inhabitants, 0), won: won.map(({ code }) => code) };
  });
}

/** The best next sites for those who are beyond, candidates being given. */
export function nextSites(
  demands: readonly Demand[],
  before: Reach,
  candidates: readonly Candidate[],
  limitKm: number,
  count: number,
): Site[] {
  const beyond = new Set(before.codes);
  return chooseSites(
    candidates,
    demands.filter(({ code }) => beyond.has(code)),
    limitKm,
    count,
  );
}

/**
 * Gini index of the inhabitants beyond against the inhabitants, between EPCI: 0 when each has its part. Between
 * communes it would say nothing new: whole communes are beyond or within, and the index is then 1 − the share beyond.
 * null with one EPCI, and when nobody is beyond.
 */
export function giniBeyond(demands: readonly CommuneDemand[], beyond: ReadonlySet<string>): number | null {
  const groups = new Map<string, { base: number; quantity: number }>();
  for (const { code, group, inhabitants } of demands) {
    const held = groups.get(group) ?? { base: 0, quantity: 0 };
    held.base += inhabitants;
    if (beyond.has(code)) held.quantity += inhabitants;
    groups.set(group, held);
  }
  if (groups.size < 2) return null;
  return giniIndex([...groups].map(([group, held]) => ({ code: group, group, ...held })));
}

/** Code → kilometres to the nearest place; infinity when there is none. */
export function distancesOf(demands: readonly Demand[], places: readonly Position[]): ReadonlyMap<string, number> {
  return new Map(demands.map(({ code, at }) => [code, nearestKm(at, places)]));
}
