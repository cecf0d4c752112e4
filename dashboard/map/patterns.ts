/** Small tiles drawn once for the map's pattern fills: hatch, dots and dashes, told apart without colour. */
export interface PatternImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

const size = 16;
const ink = [128, 132, 126] as const;

/** Which pixels of the repeating tile are inked. */
const drawings: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  'non-disponible': (x, y) => (x + y) % 8 < 2,
  secret: (x, y) => (x % 8) ** 2 + (y % 8) ** 2 < 6 || ((x + 4) % 8) ** 2 + ((y + 4) % 8) ** 2 < 6,
  'non-prevu': (x, y) => y % 8 < 1.5 && (x + (y >= 8 ? 8 : 0)) % 16 < 9,
};

/** @returns an RGBA image of the pattern, to be added at a pixel ratio of 2. */
export function patternImage(kind: string): PatternImage {
  const isInked = drawings[kind];
  if (!isInked) throw new Error(`no pattern "${kind}" in map/patterns.ts`);
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (isInked(x, y)) data.set([...ink, 255], (y * size + x) * 4);
  return { width: size, height: size, data };
}
