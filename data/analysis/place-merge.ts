/**
 * One place that several sources list → one place that tells all of them. A wrong merger hides a place, a missed one
 * shows it twice: in doubt, two.
 */
import { group } from 'd3-array';
import type { SourceId } from '../catalogue/source-ids.ts';
import {
  areNamesEqual,
  areNamesSimilar,
  areOfOtherKinds,
  foldName,
  haveOtherWords,
  type PlaceName,
  readPlaceName,
} from './place-names.ts';

/** Sources of places, the one whose identifiers and corrections we trust most first. */
export const placeSources = [
  'mediation-lieux',
  'france-services',
  'data-inclusion',
  'lieux-recenses',
] as const satisfies readonly SourceId[];
export type PlaceSource = (typeof placeSources)[number];

/** What a place is, whoever tells it. */
export interface PlaceFacts {
  readonly name: string;
  readonly kind: string;
  readonly programmes: readonly string[];
  readonly isItinerant: boolean;
  readonly services: readonly string[];
  readonly audiences: readonly string[];
  readonly access: readonly string[];
  readonly specialCare: readonly string[];
  readonly siret: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly commune: string | null;
  readonly communeName: string | null;
  /** [longitude, latitude]; null when only the commune is known. */
  readonly position: readonly [number, number] | null;
  readonly hours: string | null;
  readonly hoursNote: string | null;
  readonly website: string | null;
  readonly confidence: 'haute' | 'moyenne' | 'basse';
}

export interface PlaceMention {
  readonly source: PlaceSource;
  readonly id: string;
  readonly url: string;
  /** A day, a month or a year; null when not told. */
  readonly updatedOn: string | null;
}

export interface SourcedPlace extends PlaceFacts, PlaceMention {}

export interface MergedPlace extends PlaceFacts {
  /** `source:id` of the mention by the source we trust most. */
  readonly id: string;
  /** The freshest first; at most one a source. */
  readonly sources: readonly PlaceMention[];
}

const sameEstablishmentMeters = 150;
const sameNameMeters = 75;

/** What tells whether two mentions are of one place. */
export type PlaceIdentity = Pick<
  SourcedPlace,
  | 'source'
  | 'id'
  | 'updatedOn'
  | 'name'
  | 'kind'
  | 'isItinerant'
  | 'siret'
  | 'address'
  | 'commune'
  | 'communeName'
  | 'position'
>;

/** @returns places by identifier, the same whatever the order of `places` */
export function mergePlaces(places: readonly SourcedPlace[]): MergedPlace[] {
  return samePlaces(places)
    .map(mergeGroup)
    .sort((a, b) => compareText(a.id, b.id));
}

/** Mentions of one place together, the freshest first; a source tells a place once. */
export function samePlaces<Place extends PlaceIdentity>(places: readonly Place[]): Place[][] {
  const byMention = group(places, ({ source, id }) => `${source}:${id}`);
  const single = [...byMention.values()].flatMap((told) => [...told].sort(byFreshness).slice(0, 1));
  return [...group(single, ({ commune }) => commune)].flatMap(([commune, neighbours]) =>
    commune === null || areOfOneSource(neighbours)
      ? neighbours.map((place) => [place])
      : groupSame(neighbours).map((same) => same.sort(byFreshness)),
  );
}

/** The kind of a place, by those who tell it: the freshest that is a kind at all. */
export function kindOf(told: readonly Pick<SourcedPlace, 'kind'>[]): string {
  return (told.find(({ kind }) => kind !== 'autre') ?? told[0])?.kind ?? 'autre';
}

/** A source lists a place once: there is nothing to compare. */
const areOfOneSource = (places: readonly PlaceIdentity[]) => new Set(places.map(({ source }) => source)).size === 1;

interface Candidate<Place extends PlaceIdentity = PlaceIdentity> {
  readonly place: Place;
  readonly key: string;
  readonly name: PlaceName;
  readonly address: string;
}

interface Pair<One extends Candidate> {
  readonly a: One;
  readonly b: One;
  /** The lower, the surer. */
  readonly rank: number;
  readonly meters: number;
}

/** Places of one commune, in groups of at most one a source. */
function groupSame<Place extends PlaceIdentity>(places: readonly Place[]): Place[][] {
  const candidates = places.map((place) => toCandidate(place)).sort((a, b) => compareText(a.key, b.key));
  const groupOf = new Map(candidates.map((candidate) => [candidate, [candidate]]));
  // The surest first: what a group has taken, no weaker likeness takes from it.
  for (const { a, b } of findPairs(candidates)) {
    const [first, second] = [groupOf.get(a) ?? [], groupOf.get(b) ?? []];
    if (first === second || !first.every((one) => second.every((other) => mayBeSame(one, other)))) continue;
    const joined = [...first, ...second];
    for (const candidate of joined) groupOf.set(candidate, joined);
  }
  return [...new Set(groupOf.values())].map((same) => same.map(({ place }) => place));
}

function toCandidate<Place extends PlaceIdentity>(place: Place): Candidate<Place> {
  return {
    place,
    key: `${place.source}:${place.id}`,
    name: readPlaceName(place.name, place.communeName, place.kind),
    address: foldAddress(place.address),
  };
}

/** Positions are swept from south to north, so that only neighbours are compared. */
function findPairs<One extends Candidate>(candidates: readonly One[]): Pair<One>[] {
  const pairs: Pair<One>[] = [];
  const consider = (a: One, b: One) => {
    const [first, second] = compareText(a.key, b.key) < 0 ? [a, b] : [b, a];
    const meters = metersBetween(a.place, b.place);
    const rank = rankOf(first, second, meters);
    if (rank > 0 && mayBeSame(first, second)) pairs.push({ a: first, b: second, rank, meters: meters ?? 0 });
  };
  const placed = candidates
    .filter(({ place }) => place.position !== null)
    .sort((a, b) => latitudeOf(a) - latitudeOf(b) || compareText(a.key, b.key));
  for (const [i, a] of placed.entries())
    for (let j = i + 1; j < placed.length; j++) {
      const b = placed[j];
      if (!b || (latitudeOf(b) - latitudeOf(a)) * metersPerDegree > sameEstablishmentMeters) break;
      consider(a, b);
    }
  for (const [i, a] of candidates.entries())
    for (const [j, b] of candidates.entries())
      if (a.place.position === null && (b.place.position !== null || i < j)) consider(a, b);
  return pairs.sort(
    (x, y) => x.rank - y.rank || x.meters - y.meters || compareText(x.a.key, y.a.key) || compareText(x.b.key, y.b.key),
  );
}

/** @param meters null when a position is missing */
function rankOf({ place: a, name, address }: Candidate, other: Candidate, meters: number | null): number {
  const { place: b } = other;
  const isSameEstablishment = a.siret !== null && a.siret === b.siret;
  if (meters !== null) {
    if (isSameEstablishment && meters <= sameEstablishmentMeters) return 1;
    return meters <= sameNameMeters && areNamesSimilar(name, other.name) ? 2 : 0;
  }
  // A commune gives its own SIRET to all its places: without positions, words that differ tell them apart.
  if (isSameEstablishment && !haveOtherWords(name, other.name)) return 3;
  if (address !== '' && address === other.address && areNamesSimilar(name, other.name)) return 4;
  // « CCAS » at two addresses is two of them, « Médiathèque Condorcet » is one that moved or was written otherwise.
  const isElsewhere = name.words.size === 0 && address !== '' && other.address !== '' && address !== other.address;
  return !isElsewhere && areNamesEqual(name, other.name) ? 5 : 0;
}

/** What no likeness outweighs: a source lists a place once, and distance or the kind of service tells two apart. */
function mayBeSame(a: Candidate, b: Candidate): boolean {
  if (a.place.source === b.place.source || areOfOtherKinds(a.name, b.name)) return false;
  if (a.place.isItinerant !== b.place.isItinerant) return false;
  return (metersBetween(a.place, b.place) ?? 0) <= sameEstablishmentMeters;
}

/** @param told the freshest first */
function mergeGroup(told: readonly SourcedPlace[]): MergedPlace {
  const [freshest] = told;
  const [trusted] = [...told].sort((a, b) => placeSources.indexOf(a.source) - placeSources.indexOf(b.source));
  if (!freshest || !trusted) throw new Error('a group of places holds one at least');
  const first = <Field extends keyof PlaceFacts>(field: Field): PlaceFacts[Field] =>
    told.find((place) => place[field] !== null)?.[field] ?? freshest[field];
  const all = (field: 'programmes' | 'services' | 'audiences' | 'access' | 'specialCare') => [
    ...new Set(told.flatMap((place) => place[field])),
  ];
  // A note is about the hours that it comes with.
  const timed = told.find(({ hours }) => hours !== null) ?? freshest;
  return {
    id: `${trusted.source}:${trusted.id}`,
    name: freshest.name,
    kind: kindOf(told),
    programmes: all('programmes'),
    isItinerant: freshest.isItinerant,
    services: all('services'),
    audiences: all('audiences'),
    access: all('access'),
    specialCare: all('specialCare'),
    siret: first('siret'),
    address: first('address'),
    postcode: first('postcode'),
    commune: freshest.commune,
    communeName: first('communeName'),
    position: first('position'),
    hours: timed.hours,
    hoursNote: timed.hoursNote,
    website: first('website'),
    confidence: freshest.confidence,
    sources: told.map(({ source, id, url, updatedOn }) => ({ source, id, url, updatedOn })),
  };
}

/** The latest date first, then the source that we trust most. */
function byFreshness(a: PlaceIdentity, b: PlaceIdentity): number {
  return (
    compareText(b.updatedOn ?? '', a.updatedOn ?? '') ||
    placeSources.indexOf(a.source) - placeSources.indexOf(b.source) ||
    compareText(a.id, b.id) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const latitudeOf = ({ place }: Candidate) => place.position?.[1] ?? 0;

const metersPerDegree = 111_320;

/** Good to a metre at these distances; null when a position is missing. */
function metersBetween({ position: a }: PlaceIdentity, { position: b }: PlaceIdentity): number | null {
  if (a === null || b === null) return null;
  const east = (a[0] - b[0]) * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
  return Math.hypot(east, a[1] - b[1]) * metersPerDegree;
}

const streetWords: Readonly<Record<string, string>> = {
  r: 'rue',
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  pl: 'place',
  sq: 'square',
  ch: 'chemin',
  all: 'allee',
  rte: 'route',
  imp: 'impasse',
  dr: 'docteur',
  gal: 'general',
};

/** `4, av. du Gal-Leclerc` → `4 avenue general leclerc`; empty without a house number, which a street alone cannot replace. */
function foldAddress(address: string | null): string {
  const words = foldName(address ?? '').split(' ');
  if (!/^\d/.test(words[0] ?? '')) return '';
  return words
    .map((word) => streetWords[word] ?? word)
    .filter((word) => !/^(d|de|des|du|l|la|le|les)$/.test(word))
    .join(' ');
}
