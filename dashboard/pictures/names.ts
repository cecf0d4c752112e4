/** Names on a map's picture: the most populated first, none over another, none cut by the frame. */
import type { CircleMark } from '../layers/declare.ts';
import type { Projection } from './projection.ts';
import { sizes, widthOf, wrap } from './words.ts';

export interface NamedPoint {
  readonly name: string;
  readonly position: readonly [number, number];
  readonly population: number;
  /** How far below its point the name stands, in pixels, to leave room for circles. */
  readonly shift: number;
}

export interface PlacedName {
  readonly lines: readonly string[];
  readonly x: number;
  /** Of the first baseline. */
  readonly y: number;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

const mostLineWidth = 165;
const step = 19;

/** A name stands under its point or over it; on a circle of another only when both places are taken. */
export function placeNames(
  names: readonly NamedPoint[],
  circles: readonly CircleMark[],
  { project, metersPerPixel }: Projection,
  width: number,
  height: number,
): readonly PlacedName[] {
  const marks = circles.map(({ position, radius, unit }): Box => {
    const [x, y] = project([...position]);
    const r = unit === 'meters' ? Math.max(3, radius / metersPerPixel) : radius;
    return [x - r, y - r, x + r, y + r];
  });
  const taken: Box[] = [[0, height - 120, 60, height]];
  const isFree = (box: Box, among: readonly Box[]) =>
    among.every(([l, t, r, b]) => box[2] < l || box[0] > r || box[3] < t || box[1] > b);
  return names
    .toSorted((a, b) => b.population - a.population)
    .flatMap(({ name, position, shift }) => {
      const [x, middle] = project([...position]);
      const lines = balanced(name);
      const half = Math.max(...lines.map((line) => widthOf(line, sizes.small, true))) / 2;
      const tall = lines.length * step;
      const boxes = (shift > 0 ? [middle + shift, middle - shift - tall] : [middle - tall / 2])
        .map((top): Box => [x - half - 3, top, x + half + 3, top + tall])
        .filter((box) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height && isFree(box, taken));
      const box = boxes.find((each) => isFree(each, marks)) ?? boxes[0];
      if (!box) return [];
      taken.push(box);
      return [{ lines, x, y: box[1] + 15 }];
    });
}

/** Lines of about the same length, as few as can be. */
function balanced(name: string): readonly string[] {
  let lines = wrap(name, sizes.small, mostLineWidth, true);
  for (let width = mostLineWidth - 8; width > 40; width -= 8) {
    const narrower = wrap(name, sizes.small, width, true);
    if (narrower.length > lines.length || narrower.some((line) => widthOf(line, sizes.small, true) > width)) break;
    lines = narrower;
  }
  return lines;
}
