/** The plate of every picture: what it says as a title, the drawing, then sources, licences and dates. */
import { element, escapeXml } from './svg.ts';
import { mutedInk, paper, paragraph, sizes, thinLine } from './words.ts';

/** Pixels; the length of an A5 sheet, of which a picture holds one at most when it is not a long list. */
export const plateWidth = 1240;
const margin = 44;
export const drawingWidth = plateWidth - 2 * margin;
const fontFamily =
  "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

export interface Drawing {
  readonly svg: string;
  readonly height: number;
  /** Patterns and clips that it refers to. */
  readonly defs?: string;
}

export interface PlateWords {
  /** What the picture says. */
  readonly title: string;
  /** What is shown, where and when; then what else is to be known. */
  readonly about: readonly string[];
  /** One line each: title, producer, date of the data, licence. */
  readonly sources: readonly string[];
  /** Who made the picture, and when. */
  readonly made: string;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** @param draw given the width that it has; its origin is the top left corner of the drawing */
export function drawPlateOf(words: PlateWords, draw: (width: number) => Drawing): Picture {
  const parts: string[] = [];
  let y: number = margin - 6;
  const write = (text: string, size: number, isBold: boolean, color?: string) => {
    const told = paragraph(text, { x: margin, y, size, isBold, width: drawingWidth, ...(color && { color }) });
    parts.push(told.svg);
    y += told.height;
  };
  write(words.title, sizes.title, true);
  y += 4;
  for (const line of words.about) write(line, sizes.lead, false, mutedInk);
  y += 22;
  const drawing = draw(drawingWidth);
  parts.push(element('g', { transform: `translate(${margin} ${y})` }, drawing.svg));
  y += drawing.height + 22;
  parts.push(element('path', { d: `M${margin} ${y}H${plateWidth - margin}`, stroke: thinLine }));
  y += 10;
  for (const line of [...words.sources, words.made]) write(line, sizes.small, false, mutedInk);
  const height = Math.ceil(y + margin - 14);
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: plateWidth,
      height,
      viewBox: `0 0 ${plateWidth} ${height}`,
      'font-family': fontFamily,
      'font-variant-numeric': 'tabular-nums',
      role: 'img',
    },
    element('title', {}, escapeXml(words.title)),
    element('desc', {}, escapeXml([...words.about, ...words.sources, words.made].join(' '))),
    ...(drawing.defs ? [element('defs', {}, drawing.defs)] : []),
    element('rect', { width: plateWidth, height, fill: paper }),
    ...parts,
  );
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width: plateWidth, height };
}
