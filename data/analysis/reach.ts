/** Who is within reach of a place, as the crow flies. */

export type Position = readonly [longitude: number, latitude: number];

/** Inhabitants that stand at one point: a cell of a grid, or a commune at its centre. */
export interface Demand {
  readonly code: string;
  readonly at: Position;
  readonly inhabitants: number;
}

const earthRadiusKm = 6371.0088;
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
  /** Farther than the limit from every place. */
  readonly beyond: number;
  /** Codes of the demands beyond, those with most inhabitants first. */
  readonly codes: readonly string[];
}

export function reachOf(demands: readonly Demand[], places: readonly Position[], limitKm: number): Reach {
  const beyond = demands.filter(({ at }) => nearestKm(at, places) > limitKm);
  const sum = (held: readonly Demand[]) => held.reduce((added, { inhabitants }) => added + inhabitants, 0);
  return {
    inhabitants: sum(demands),
    beyond: sum(beyond),
    codes: [...beyond]
      .sort((a, b) => b.inhabitants - a.inhabitants || (a.code < b.code ? -1 : 1))
      .map(({ code }) => code),
  };
}
