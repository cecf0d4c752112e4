/**
 * Words in a picture: how wide they are, where a line breaks. Who opens the file may not have our font: widths are those
 * of the widest usual sans serif, so that nothing overlaps.
 */
import { type Attributes, element, escapeXml } from './svg.ts';

/** The five colours that are not data. */
export const ink = '#1c211f';
export const mutedInk = '#5a615e';
export const paper = '#fffefb';
export const thinLine = '#d9d5cb';
export const strongLine = '#82877f';
export const accent = '#0b5563';

/** Sizes, in pixels of a plate that is 1 240 wide: on A5, 16 is 7.7 points. */
export const sizes = { title: 32, lead: 20, body: 18, small: 16 } as const;

/** Width of a character, in ems. */
function emsOf(character: string): number {
  if (/[\u202f\u00a0 ]/.test(character)) return 0.3;
  if (/[iljtfrI.,:;’'|!()[\]«»·-]/.test(character)) return 0.36;
  if (/[mwMW%@€—]/.test(character)) return 0.94;
  if (/[A-ZÀ-ÖØ-Þ]/.test(character)) return 0.72;
  return 0.58;
}

/** @returns pixels, never less than what is drawn */
export function widthOf(text: string, size: number, isBold = false): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size * (isBold ? 1.07 : 1);
}

/** Lines that hold in a width; a word that is longer stands alone. Breaks at plain spaces only. */
export function wrap(text: string, size: number, width: number, isBold = false): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size, isBold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

export interface WordsAt {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size?: number;
  readonly isBold?: boolean;
  readonly color?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour of a halo, for words on a map. */
  readonly halo?: string;
}

export function words(text: string, at: WordsAt, more: Attributes = {}): string {
  const { x, y, size = sizes.body, isBold = false, color = ink, anchor = 'start', halo } = at;
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': isBold ? 650 : null,
      fill: color,
      'text-anchor': anchor === 'start' ? null : anchor,
      ...(halo && { stroke: halo, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
      ...more,
    },
    escapeXml(text),
  );
}

/** @returns the lines one under the other, and the height that they take */
export function paragraph(
  text: string,
  at: WordsAt & { readonly width: number },
): { readonly svg: string; readonly height: number } {
  const { size = sizes.body, isBold = false, width, y } = at;
  const step = size * 1.35;
  const lines = wrap(text, size, width, isBold);
  return {
    svg: lines.map((line, rank) => words(line, { ...at, y: y + size + rank * step })).join(''),
    height: lines.length * step,
  };
}
