/** Where the names of territories stand: below the circles that are drawn about their centres. */
import type { FeatureCollection } from 'geojson';
import type { Territory } from '../../api/contract.ts';
import type { CircleMark } from './declare.ts';

/** Size of the names of EPCI, in pixels. */
const emPx = 14;
const metersPerDegree = 111_320;
/** Without circles the name's first line stands on the centre. */
const unshiftedEms = -0.5;

/**
 * @param metersPerPixel ground under a pixel when the whole département is in sight; nearer, communes are named instead
 * @returns ems by code, for territories that have circles: from the cluster's middle to under its lowest point
 */
export function nameShifts(circles: readonly CircleMark[], metersPerPixel = 100): ReadonlyMap<string, number> {
  const reach = new Map<string, { sum: number; count: number; lowest: number; radiusPx: number }>();
  for (const { code, position, radius, unit } of circles) {
    const former = reach.get(code) ?? { sum: 0, count: 0, lowest: position[1], radiusPx: 0 };
    reach.set(code, {
      sum: former.sum + position[1],
      count: former.count + 1,
      lowest: Math.min(former.lowest, position[1]),
      radiusPx: unit === 'pixels' ? radius : radius / metersPerPixel,
    });
  }
  return new Map(
    [...reach].map(([code, { sum, count, lowest, radiusPx }]) => {
      const dropPx = ((sum / count - lowest) * metersPerDegree) / metersPerPixel;
      return [code, (dropPx + radiusPx) / emPx + 0.1];
    }),
  );
}

/** @param shifts how far below its centre a name stands, in ems, by code */
export function territoryNames(
  territories: readonly Territory[],
  shifts: ReadonlyMap<string, number>,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: territories.map(({ code, nom, population, centre }) => ({
      type: 'Feature',
      properties: { nom, population: population ?? 0, shift: shifts.get(code) ?? unshiftedEms },
      geometry: { type: 'Point', coordinates: [...centre] },
    })),
  };
}
