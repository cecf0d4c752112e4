/** What features that are points span. */
import { spanOf } from './days.ts';
import type { Extent, Row } from './declare.ts';

export function extentOf(rows: readonly Row[]): Extent {
  const positions = rows.flatMap(({ place }) => (place?.kind === 'point' ? [place.position] : []));
  const axis = (i: 0 | 1) => positions.map((position) => position[i]);
  return {
    bbox:
      positions.length === 0
        ? null
        : [Math.min(...axis(0)), Math.min(...axis(1)), Math.max(...axis(0)), Math.max(...axis(1))],
    interval: spanOf(rows.map(({ when }) => when)),
  };
}
