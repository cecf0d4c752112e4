/** Territories filled with the colour of their rate, date or category; patterns where there is no value. */
import type { Area, Layer } from './declare.ts';
import { isInFilter } from './filter.ts';
import { plainColor } from './palette.ts';
import { patternOf } from './scale.ts';

export default {
  id: 'areas',
  draw(input) {
    const areas = new Map<string, Area>();
    const patterns = { 'non-disponible': [] as string[], secret: [] as string[], 'non-prevu': [] as string[] };
    const isFilled = input.indicator.nature !== 'count';
    for (const value of input.values) {
      const pattern = patternOf(value);
      const isInClass = input.onlyClass === null || input.onlyClass === (pattern ?? input.scale.keyOf(value));
      const isDimmed = !isInClass || !isInFilter(value.code, input);
      if (pattern && isInClass) patterns[pattern].push(value.code);
      areas.set(value.code, { color: isFilled ? input.scale.colorOf(value) : plainColor, isDimmed });
    }
    return { areas, patterns };
  },
} satisfies Layer;
