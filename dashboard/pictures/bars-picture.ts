/** Named rows as horizontal bars that begin at zero, each with its figure; a tick or a line of reference where there is one. */
import type { Drawing } from './plate.ts';
import { element } from './svg.ts';
import { accent, ink, mutedInk, sizes, strongLine, thinLine, widthOf, words, wrap } from './words.ts';

export interface BarsPicture {
  readonly rows: readonly {
    readonly name: string;
    readonly length: number;
    readonly figure: string;
    /** That of the others when absent. */
    readonly color?: string | undefined;
    /** What the length is compared with, on the same axis. */
    readonly tick?: number | undefined;
  }[];
  /** A line over all rows, named above them. */
  readonly reference: { readonly length: number; readonly label: string } | null;
  /** What a bar and a tick are, above the rows. */
  readonly key: { readonly bar: string; readonly tick: string } | null;
  /** The axis reaches at least so far. */
  readonly reach?: number | undefined;
}

const mostNameWidth = 330;
const lineHeight = 22;

export function drawBars({ rows, reference, key, reach = 0 }: BarsPicture, width: number): Drawing {
  const names = rows.map(({ name }) => wrap(name, sizes.body, mostNameWidth));
  const left = Math.min(mostNameWidth, Math.max(0, ...names.flat().map((line) => widthOf(line, sizes.body)))) + 16;
  const right = Math.max(0, ...rows.map(({ figure }) => widthOf(figure, sizes.body, true))) + 16;
  const lengths = rows.flatMap(({ length, tick = 0 }) => [length, tick]);
  const least = Math.min(0, ...lengths);
  const most = Math.max(reach, reference?.length ?? 0, ...lengths, least + 1e-9);
  const at = (length: number) => left + ((length - least) / (most - least)) * (width - left - right);
  const parts: string[] = [];
  let y = 0;
  if (key) {
    parts.push(
      element('rect', { x: left, y: 4, width: 26, height: 12, fill: accent }),
      words(key.bar, { x: left + 36, y: 16, size: sizes.small, color: mutedInk }),
    );
    const next = left + 60 + widthOf(key.bar, sizes.small);
    parts.push(
      element('path', { d: `M${next} 0V20`, stroke: ink, 'stroke-width': 3 }),
      words(key.tick, { x: next + 12, y: 16, size: sizes.small, color: mutedInk }),
    );
    y += 34;
  }
  if (reference) {
    const isRight = at(reference.length) > width / 2;
    parts.push(
      words(reference.label, {
        x: at(reference.length),
        y: y + 14,
        size: sizes.small,
        color: mutedInk,
        anchor: isRight ? 'end' : 'start',
      }),
    );
    y += 24;
  }
  const top = y;
  rows.forEach(({ length, figure, color = accent, tick }, rank) => {
    const lines = names[rank] ?? [];
    const tall = Math.max(34, lines.length * lineHeight + 10);
    const middle = y + tall / 2;
    const first = middle - ((lines.length - 1) * lineHeight) / 2 + 6;
    parts.push(
      ...lines.map((line, i) => words(line, { x: left - 16, y: first + i * lineHeight, anchor: 'end' })),
      element('rect', {
        x: Math.min(at(0), at(length)),
        y: middle - 9,
        width: Math.abs(at(length) - at(0)),
        height: 18,
        fill: color,
        stroke: strongLine,
        'stroke-width': 0.75,
      }),
    );
    if (tick !== undefined)
      parts.push(
        element('path', { d: `M${at(tick)} ${middle - 14}V${middle + 14}`, stroke: '#ffffff', 'stroke-width': 6 }),
        element('path', { d: `M${at(tick)} ${middle - 14}V${middle + 14}`, stroke: ink, 'stroke-width': 3 }),
      );
    parts.push(words(figure, { x: Math.max(at(0), at(length), at(tick ?? 0)) + 10, y: middle + 6, isBold: true }));
    y += tall;
  });
  parts.push(element('path', { d: `M${at(0)} ${top}V${y}`, stroke: thinLine }));
  if (reference)
    parts.push(
      element('path', { d: `M${at(reference.length)} ${top - 4}V${y}`, stroke: ink, 'stroke-dasharray': '2 3' }),
    );
  return { svg: parts.join(''), height: y };
}
