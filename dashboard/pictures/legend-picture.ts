/** The legend beside a map's picture: what the colours and sizes say, class by class, with how many territories each has. */
import type { LegendEntry } from '../layers/legend-entries.ts';
import { circleColor } from '../layers/palette.ts';
import { lightGround } from '../map/ground.ts';
import { formatCount } from '../text/numbers.ts';
import { patternFill } from './patterns.ts';
import type { Drawing } from './plate.ts';
import { element } from './svg.ts';
import { mutedInk, paper, paragraph, sizes, strongLine, words } from './words.ts';

export interface PictureLegend {
  readonly title: string;
  /** Period, then what the colours say when it is not the title. */
  readonly about: readonly string[];
  readonly entries: readonly LegendEntry[];
  /** Round figures and the radius of their circle, largest first. */
  readonly circles: readonly { readonly label: string; readonly radius: number }[];
  /** Colours of dots, with how many each has. */
  readonly dots: readonly { readonly label: string; readonly color: string; readonly count: number }[];
  readonly notes: readonly string[];
}

const swatchWidth = 34;
const swatchHeight = 20;

export function drawLegend(legend: PictureLegend, width: number): Drawing {
  const parts: string[] = [];
  let y = 0;
  const write = (text: string, size: number, isBold: boolean, color?: string) => {
    const told = paragraph(text, { x: 0, y, size, isBold, width, ...(color && { color }) });
    parts.push(told.svg);
    y += told.height;
  };
  /** A mark, its label on as many lines as it takes, and a count at the right. */
  const list = (
    mark: (middle: number) => string,
    indent: number,
    label: string,
    count: number | null,
    least: number,
  ) => {
    const figure = count === null ? '' : formatCount(count);
    const told = paragraph(label, {
      x: indent,
      y: 0,
      size: sizes.body,
      width: width - indent - (figure === '' ? 0 : 60),
    });
    const tall = Math.max(least, told.height + 6);
    const top = y + (tall - told.height) / 2 - 2;
    parts.push(mark(y + tall / 2));
    parts.push(
      paragraph(label, { x: indent, y: top, size: sizes.body, width: width - indent - (figure === '' ? 0 : 60) }).svg,
    );
    if (figure !== '')
      parts.push(words(figure, { x: width, y: top + sizes.body, size: sizes.body, color: mutedInk, anchor: 'end' }));
    y += tall;
  };
  write(legend.title, sizes.lead, true);
  for (const line of legend.about) write(line, sizes.body, false, mutedInk);
  y += 14;
  const widest = Math.max(0, ...legend.circles.map(({ radius }) => radius));
  for (const { label, radius } of legend.circles)
    list(
      (middle) => element('circle', { cx: widest, cy: middle, r: radius, fill: circleColor, 'fill-opacity': 0.8 }),
      2 * widest + 14,
      label,
      null,
      2 * radius + 8,
    );
  for (const { label, color, count } of legend.dots)
    list((middle) => element('circle', { cx: 8, cy: middle, r: 7, fill: color }), 26, label, count, 28);
  for (const { label, count, swatch } of legend.entries)
    list((middle) => drawSwatch(swatch, middle - swatchHeight / 2), swatchWidth + 12, capital(label), count, 30);
  y += 10;
  for (const note of legend.notes) {
    write(note, sizes.small, false, mutedInk);
    y += 6;
  }
  return { svg: parts.join(''), height: y };
}

function drawSwatch(swatch: LegendEntry['swatch'], y: number): string {
  const box = { y, width: swatchWidth, height: swatchHeight, stroke: strongLine };
  if (swatch.kind === 'color') return element('rect', { ...box, fill: swatch.color });
  if (swatch.kind === 'outside')
    return element('rect', { ...box, fill: lightGround.outside, 'stroke-dasharray': '4 3' });
  return (
    element('rect', { ...box, fill: paper }) +
    (swatch.kind === 'pattern' ? element('rect', { ...box, fill: patternFill(swatch.pattern) }) : '')
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
