/** Whether a point is in an area: even-odd ray casting, holes and parts included. */
import type { Position } from './reach.ts';

type Ring = readonly (readonly number[])[];

export type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

export interface AreaTest {
  /** What is outside is in none of its rings: west, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
  isInside(at: Position): boolean;
}

/** A point exactly on an edge may be told in or out: the width of a line on the ground. */
export function testArea({ type, coordinates }: AreaGeometry): AreaTest {
  // Even-odd over all the rings at once: a hole is a second crossing, parts do not overlap.
  const rings = type === 'Polygon' ? coordinates : coordinates.flat();
  const flat = rings.map((ring) => Float64Array.from(ring.flatMap(([x = 0, y = 0]) => [x, y])));
  const bounds: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const ring of flat)
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [ring[i] ?? 0, ring[i + 1] ?? 0];
      if (x < bounds[0]) bounds[0] = x;
      if (y < bounds[1]) bounds[1] = y;
      if (x > bounds[2]) bounds[2] = x;
      if (y > bounds[3]) bounds[3] = y;
    }
  return {
    bounds,
    isInside: ([x, y]) => {
      if (x < bounds[0] || y < bounds[1] || x > bounds[2] || y > bounds[3]) return false;
      let isInside = false;
      for (const ring of flat) if (crossesOddly(ring, x, y)) isInside = !isInside;
      return isInside;
    },
  };
}

/** Whether a ray to the east of the point crosses the ring an odd number of times. */
function crossesOddly(ring: Float64Array, x: number, y: number): boolean {
  let isOdd = false;
  let [x1, y1] = [ring[ring.length - 2] ?? 0, ring[ring.length - 1] ?? 0];
  for (let i = 0; i < ring.length; i += 2) {
    const [x2, y2] = [ring[i] ?? 0, ring[i + 1] ?? 0];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isOdd = !isOdd;
    [x1, y1] = [x2, y2];
  }
  return isOdd;
}
