/** The `bbox` parameter: four numbers, or six with heights that data without heights do not look at. */
import { badParameter } from '../problem.ts';
import type { Crs } from './crs.ts';

/** A rectangle in the units of its system, x first; inside the extent of the system, and not empty. */
export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** What a box asks for: no rectangle when it lies outside all that its system can say, two across the antimeridian. */
export interface AskedBoxes {
  readonly crs: Crs;
  readonly boxes: readonly Box[];
}

const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

/** @throws ProblemError 400 */
export function parseBox(text: string, crs: Crs): AskedBoxes {
  const parts = text.split(',').map((part) => part.trim());
  const numbers = parts.map(Number);
  if (![4, 6].includes(parts.length) || !parts.every((part) => number.test(part)) || !numbers.every(Number.isFinite))
    throw badBox(text, crs, 'quatre nombres séparés par des virgules (ou six, avec des hauteurs)');
  const [a = 0, b = 0, c = 0, d = 0] =
    numbers.length === 4 ? numbers : [numbers[0], numbers[1], numbers[3], numbers[4]];
  const [minX, minY, maxX, maxY] = crs.isLatitudeFirst ? [b, a, d, c] : [a, b, c, d];
  if (minY > maxY) throw badBox(text, crs, 'un bord sud qui ne dépasse pas le bord nord');
  const [west, south, east, north] = crs.extent;
  // A box whose west is east of its east goes around the world by the antimeridian; only degrees know it.
  if (minX > maxX && !crs.isDegrees) throw badBox(text, crs, 'un bord ouest qui ne dépasse pas le bord est');
  const spans: [number, number][] =
    minX > maxX
      ? [
          [minX, east],
          [west, maxX],
        ]
      : [[minX, maxX]];
  const boxes = spans
    .map(([from, to]): Box => [Math.max(from, west), Math.max(minY, south), Math.min(to, east), Math.min(maxY, north)])
    .filter(([x1, y1, x2, y2]) => x1 <= x2 && y1 <= y2);
  return { crs, boxes };
}

function badBox(text: string, crs: Crs, wanted: string) {
  return badParameter('bbox', text, [
    wanted,
    crs.isLatitudeFirst ? 'dans l’ordre sud,ouest,nord,est' : 'dans l’ordre ouest,sud,est,nord',
  ]);
}
