/** A whole in two parts on an axis of 0 to 100 %, over the interval that chance gives to where they meet. */
import type { Drawing } from './plate.ts';
import { element } from './svg.ts';
import { accent, ink, mutedInk, sizes, strongLine, words } from './words.ts';

export interface SplitPicture {
  readonly first: { readonly name: string; readonly share: number; readonly figure: string };
  readonly second: { readonly name: string; readonly figure: string };
  readonly chance: {
    readonly low: number;
    readonly mean: number;
    readonly high: number;
    readonly label: string;
  } | null;
}

export function drawSplit({ first, second, chance }: SplitPicture, width: number): Drawing {
  const at = (share: number) => share * width;
  return {
    height: chance ? 200 : 100,
    svg: [
      words(`${first.name} ${first.figure}`, { x: 0, y: 22, size: sizes.lead, isBold: true, color: accent }),
      words(`${second.name} ${second.figure}`, { x: width, y: 22, size: sizes.lead, isBold: true, anchor: 'end' }),
      element('rect', { x: 0, y: 40, width, height: 44, fill: '#d9d5cb' }),
      element('rect', { x: 0, y: 40, width: at(first.share), height: 44, fill: accent }),
      ...(chance
        ? [
            element('path', { d: `M${at(first.share)} 34V128`, stroke: ink, 'stroke-width': 2 }),
            element('path', { d: `M${at(chance.low)} 116H${at(chance.high)}`, stroke: strongLine, 'stroke-width': 10 }),
            element('circle', { cx: at(chance.mean), cy: 116, r: 7, fill: '#fffefb', stroke: ink, 'stroke-width': 2 }),
            words(chance.label, { x: at(chance.high), y: 156, size: sizes.body, color: mutedInk, anchor: 'end' }),
          ]
        : []),
    ].join(''),
  };
}
