/** Counts as circles whose area is proportional to the number, the largest drawn first so that none hides another. */
import type { Layer } from './declare.ts';
import { isInFilter } from './filter.ts';
import { circleColor } from './palette.ts';

const largestRadiusPx = { commune: 30, epci: 44 };

/** Size of circles on a phone, where the map is a third as wide. */
export const narrowSizeRatio = 0.55;

/** Radius in pixels of a count, `largest` being the number that gets the largest circle. */
export function circleRadius(count: number, largest: number, level: 'commune' | 'epci', sizeRatio: number): number {
  return largest > 0 ? sizeRatio * largestRadiusPx[level] * Math.sqrt(count / largest) : 0;
}

export default {
  id: 'counts',
  draw(input) {
    const { level, indicator, scale, values } = input;
    if (indicator.nature !== 'count' || indicator.measure.kind === 'count') return {};
    const centres = new Map(input[level === 'epci' ? 'epci' : 'communes'].map((each) => [each.code, each.centre]));
    const circles = values.flatMap((value) => {
      const position = centres.get(value.code);
      if (typeof value.valeur !== 'number' || value.valeur <= 0 || !position || !isInFilter(value.code, input))
        return [];
      const radius = circleRadius(value.valeur, scale.largest, level, input.sizeRatio);
      return [{ code: value.code, level, position, radius, unit: 'pixels' as const, color: circleColor }];
    });
    return { circles: circles.sort((a, b) => b.radius - a.radius) };
  },
} satisfies Layer;
