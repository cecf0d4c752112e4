/** Amounts that add up over dates, as steps on a true time axis, and apart, on the same scale, what has no date. */
import type { TimelineStep } from '../charts/step-timeline.tsx';
import { patternDefs, patternFill } from './patterns.ts';
import type { Drawing } from './plate.ts';
import { element } from './svg.ts';
import { accent, mutedInk, sizes, strongLine, thinLine, words } from './words.ts';

export interface StepsPicture {
  readonly steps: readonly TimelineStep[];
  /** The step up to which all counts. */
  readonly chosen: string;
  readonly apart: Omit<TimelineStep, 'on'> | null;
  readonly axis: string;
}

const plotHeight = 380;
const top = 84;
const counted = '#0b5563';
const later = '#c9d3d0';

export function drawSteps({ steps, chosen, apart, axis }: StepsPicture, width: number): Drawing {
  const times = steps.map(({ on }) => Date.parse(on));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const range = Math.max(last - first, 1) * 1.16;
  const apartWidth = apart ? 170 : 0;
  const plotWidth = width - (apart ? apartWidth + 50 : 0);
  const most = Math.max(1, apart?.amount ?? 0, ...steps.map(({ amount }) => amount));
  const base = top + plotHeight;
  const block = (x: number, wide: number, step: Omit<TimelineStep, 'on'>, fill: string, color: string) => {
    const tall = (step.amount / most) * plotHeight;
    return [
      element('rect', {
        x,
        y: base - tall,
        width: Math.max(1, wide),
        height: tall,
        fill,
        stroke: strongLine,
        'stroke-width': 0.75,
      }),
      words(step.figure, { x, y: base - tall - 30, size: sizes.lead, isBold: true, color }),
      words(step.note, { x, y: base - tall - 10, size: sizes.small, color: mutedInk }),
      ...step.date
        .split('\n')
        .map((line, rank) => words(line, { x, y: base + 24 + rank * 20, size: sizes.small, color: mutedInk })),
    ];
  };
  return {
    defs: patternDefs,
    height: base + 56,
    svg: [
      words(axis, { x: 0, y: 14, size: sizes.small, color: mutedInk }),
      ...steps.flatMap((step, rank) => {
        const x = (((times[rank] ?? first) - first) / range) * plotWidth;
        const next = rank + 1 < steps.length ? (((times[rank + 1] ?? last) - first) / range) * plotWidth : plotWidth;
        return block(x, next - x, step, step.on <= chosen ? counted : later, step.on === chosen ? accent : '#1c211f');
      }),
      ...(apart ? block(plotWidth + 50, apartWidth, apart, patternFill('non-prevu'), '#1c211f') : []),
      element('path', {
        d: `M0 ${base}H${plotWidth}${apart ? `M${plotWidth + 50} ${base}H${width}` : ''}`,
        stroke: thinLine,
      }),
    ].join(''),
  };
}
