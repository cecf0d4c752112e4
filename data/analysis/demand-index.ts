/**
 * Which demands stand within a distance of a point, as the crow flies: thousands of cells against hundreds of points,
 * as a slider or a site moves. Each demand is a point of the unit sphere, and the straight line through the Earth
 * stands for the arc: two multiplications in place of four sines. Those of other latitudes are not looked at.
 */
import { earthRadiusKm, type Position } from './reach.ts';

export interface DemandIndex {
  /** Ranks of the demands at `limitKm` or less, from south to north. */
  within(at: Position, limitKm: number): Int32Array;
}

const radians = Math.PI / 180;

export function indexDemands(demands: readonly { readonly at: Position }[]): DemandIndex {
  const count = demands.length;
  const ordered = demands.map(({ at }, rank) => ({ rank, vector: toVector(at) }));
  ordered.sort((a, b) => a.vector[2] - b.vector[2]);
  const ranks = new Int32Array(count);
  const [xs, ys, zs] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (const [i, { rank, vector }] of ordered.entries()) {
    ranks[i] = rank;
    [xs[i], ys[i], zs[i]] = vector;
  }
  const found = new Int32Array(count);
  return {
    within: (at, limitKm) => {
      const [x, y, z] = toVector(at);
      const chord = 2 * Math.sin(Math.min(limitKm / (2 * earthRadiusKm), Math.PI / 2));
      const most = chord * chord;
      let held = 0;
      for (let i = firstAtLeast(zs, z - chord); i < count; i++) {
        const dz = (zs[i] ?? 0) - z;
        if (dz > chord) break;
        const dx = (xs[i] ?? 0) - x;
        const dy = (ys[i] ?? 0) - y;
        if (dx * dx + dy * dy + dz * dz <= most) found[held++] = ranks[i] ?? 0;
      }
      return found.slice(0, held);
    },
  };
}

function toVector([longitude, latitude]: Position): [x: number, y: number, z: number] {
  const narrowing = Math.cos(latitude * radians);
  return [
    narrowing * Math.cos(longitude * radians),
    narrowing * Math.sin(longitude * radians),
    Math.sin(latitude * radians),
  ];
}

/** Place of the first value that is not below `least`, in ascending values. */
function firstAtLeast(values: Float64Array, least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
