/** Who is within reach of a place. Inhabitants stand at points, told by their rank in a list of demands. */

export type Position = readonly [longitude: number, latitude: number];

/** Inhabitants that stand at one point: those of a cell of a grid, or of a whole commune at its centre. */
export interface Demand {
  readonly commune: string;
  /** The EPCI of the commune; empty: none. */
  readonly group: string;
  readonly at: Position;
  readonly inhabitants: number;
}

/** Ranks, in a list of demands, of those that are within reach of a point. */
export type Cover = ArrayLike<number>;

export const earthRadiusKm = 6371.0088;
const radians = Math.PI / 180;

/** Great-circle distance, kilometres (haversine, mean radius of the Earth by IUGG). */
export function distanceKm([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const dLat = (lat2 - lat1) * radians;
  const dLon = (lon2 - lon1) * radians;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Kilometres to the nearest place; infinity when there is none. */
export function nearestKm(at: Position, places: readonly Position[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const place of places) nearest = Math.min(nearest, distanceKm(at, place));
  return nearest;
}

export interface Reach {
  readonly inhabitants: number;
  /** Inhabitants out of reach of every place. */
  readonly beyond: number;
  /** Ranks of the demands beyond, ascending. */
  readonly ranks: readonly number[];
}

/** @param covers what each place covers */
export function reachOf(demands: readonly Demand[], covers: readonly Cover[]): Reach {
  const isCovered = new Uint8Array(demands.length);
  for (const cover of covers) for (let i = 0; i < cover.length; i++) isCovered[cover[i] ?? 0] = 1;
  const ranks: number[] = [];
  let inhabitants = 0;
  let beyond = 0;
  for (const [rank, demand] of demands.entries()) {
    inhabitants += demand.inhabitants;
    if (isCovered[rank] === 1) continue;
    beyond += demand.inhabitants;
    ranks.push(rank);
  }
  return { inhabitants, beyond, ranks };
}

export interface CommuneShare {
  readonly code: string;
  readonly inhabitants: number;
}

/** The communes of some demands, with how many of their inhabitants these are, most first. */
export function communesOf(demands: readonly Demand[], ranks: Iterable<number>): CommuneShare[] {
  const sums = new Map<string, number>();
  for (const rank of ranks) {
    const demand = demands[rank];
    if (demand) sums.set(demand.commune, (sums.get(demand.commune) ?? 0) + demand.inhabitants);
  }
  return [...sums]
    .map(([code, inhabitants]) => ({ code, inhabitants }))
    .sort((a, b) => b.inhabitants - a.inhabitants || (a.code < b.code ? -1 : 1));
}
