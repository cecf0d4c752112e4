/** Places where people are helped with digital services: one dot each where the position is known, above everything else. */
import type { Layer } from './declare.ts';
import { isInFilter } from './filter.ts';
import { placeColor } from './palette.ts';

const radiusPx = 4.5;

export default {
  id: 'places',
  draw(input) {
    const circles = input.places.flatMap(({ position, commune }) => {
      if (position === null || commune === null || !isInFilter(commune, input)) return [];
      return [
        {
          code: commune,
          level: 'commune' as const,
          position,
          radius: radiusPx,
          unit: 'pixels' as const,
          color: placeColor,
        },
      ];
    });
    return { circles };
  },
} satisfies Layer;
