/** Vector twins of the map's pattern fills: hatch, dots and dashes, told apart without colour. */
import type { PatternKind } from '../layers/palette.ts';
import { element } from './svg.ts';

const inkOfPatterns = '#80847e';

const drawings: Readonly<Record<PatternKind, string>> = {
  'non-disponible': element('path', { d: 'M-1 1L1-1M-1 7L7-1M3 9L9 3', stroke: inkOfPatterns, 'stroke-width': 1 }),
  secret:
    element('circle', { cx: 2, cy: 2, r: 1.2, fill: inkOfPatterns }) +
    element('circle', { cx: 6, cy: 6, r: 1.2, fill: inkOfPatterns }),
  'non-prevu': element('path', { d: 'M0 2H4.5M4 6H8M0 6H0.5', stroke: inkOfPatterns, 'stroke-width': 1 }),
};

export const patternDefs = Object.entries(drawings)
  .map(([kind, drawing]) =>
    element('pattern', { id: kind, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, drawing),
  )
  .join('');

export const patternFill = (kind: PatternKind) => `url(#${kind})`;
