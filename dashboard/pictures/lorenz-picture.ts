/** A Lorenz curve beside its diagonal, both named where they run, with the point that the title tells. */
import type { Drawing } from './plate.ts';
import { element, round } from './svg.ts';
import { accent, ink, mutedInk, paper, paragraph, sizes, strongLine, thinLine, words } from './words.ts';

interface Point {
  readonly base: number;
  readonly quantity: number;
}

export interface LorenzPicture {
  readonly points: readonly Point[];
  readonly mark: (Point & { readonly label: string }) | null;
  readonly words: {
    readonly base: string;
    readonly quantity: string;
    readonly diagonal: string;
    readonly curve: string;
  };
}

const side = 560;
const left = 60;
const top = 36;
const percents = [0, 25, 50, 75, 100];

export function drawLorenz({ points, mark, words: told }: LorenzPicture, width: number): Drawing {
  const x = ({ base }: Pick<Point, 'base'>) => round(left + base * side);
  const y = ({ quantity }: Pick<Point, 'quantity'>) => round(top + (1 - quantity) * side);
  const line = points.map((point) => `${x(point)} ${y(point)}`).join('L');
  const aside = left + side + 40;
  return {
    height: top + side + 62,
    svg: [
      words(told.quantity, { x: 0, y: 14, size: sizes.small, color: mutedInk }),
      ...percents.flatMap((percent) => {
        const [at, up] = [x({ base: percent / 100 }), y({ quantity: percent / 100 })];
        return [
          element('path', {
            d: `M${left} ${up}H${left + side}M${at} ${top}V${top + side}`,
            stroke: thinLine,
            fill: 'none',
          }),
          words(String(percent), { x: left - 10, y: up + 6, size: sizes.small, color: mutedInk, anchor: 'end' }),
          words(percent === 100 ? '100\u202f%' : String(percent), {
            x: at,
            y: top + side + 22,
            size: sizes.small,
            color: mutedInk,
            anchor: 'middle',
          }),
        ];
      }),
      words(told.base, { x: left + side, y: top + side + 48, size: sizes.small, color: mutedInk, anchor: 'end' }),
      // What lies between what is and what an even share would be.
      element('path', { d: `M${line}Z`, fill: '#e1edee' }),
      element('path', {
        d: `M${left} ${top + side}L${left + side} ${top}`,
        stroke: strongLine,
        'stroke-dasharray': '6 4',
      }),
      element('path', { d: `M${line}`, stroke: accent, 'stroke-width': 3.5, fill: 'none', 'stroke-linejoin': 'round' }),
      ...(mark
        ? [
            element('path', {
              d: `M${x(mark)} ${top + side}V${y(mark)}H${left + side}`,
              stroke: ink,
              fill: 'none',
              'stroke-dasharray': '2 4',
            }),
            element('circle', { cx: x(mark), cy: y(mark), r: 6, fill: ink, stroke: paper, 'stroke-width': 2 }),
            element('path', { d: `M${left + side} ${y(mark)}H${aside - 12}`, stroke: ink }),
            paragraph(mark.label, { x: aside, y: y(mark) - 14, size: sizes.lead, isBold: true, width: width - aside })
              .svg,
          ]
        : []),
      // Names stand in the clear halves: over the diagonal, and beside the top of the curve.
      words(
        told.diagonal,
        {
          x: 0,
          y: 0,
          size: sizes.small,
          color: mutedInk,
          anchor: 'middle',
        },
        { transform: `translate(${left + side * 0.36} ${top + side * 0.64 - 12}) rotate(-45)` },
      ),
      paragraph(told.curve, { x: aside, y: top, size: sizes.body, color: accent, width: width - aside }).svg,
    ].join(''),
  };
}
