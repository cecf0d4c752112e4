import { describe, expect, it } from 'vitest';
import type { CircleMark } from '../layers/declare.ts';
import { placeNames } from './names.ts';
import { fitMercator } from './projection.ts';

const projection = fitMercator([2, 48, 3, 48.6], 800, 700);
const named = (name: string, longitude: number, latitude: number, population: number, shift = 0) => ({
  name,
  position: [longitude, latitude] as const,
  population,
  shift,
});
const circle = (longitude: number, latitude: number, radius: number): CircleMark => ({
  code: '91001',
  level: 'commune',
  position: [longitude, latitude],
  radius,
  unit: 'pixels',
  color: '#000000',
});

describe('the names of a picture', () => {
  it('never lie over each other: the most populated stays', () => {
    const placed = placeNames(
      [named('Petite', 2.501, 48.3, 10), named('Grande', 2.5, 48.3, 1000)],
      [],
      projection,
      800,
      700,
    );
    expect(placed.map(({ lines }) => lines.join(' '))).toEqual(['Grande']);
  });

  it('are not cut by the frame', () => {
    expect(placeNames([named('Au bord de tout', 2, 48.3, 10)], [], projection, 800, 700)).toEqual([]);
  });

  it('go over their circle when a circle of another lies under it', () => {
    const own = circle(2.5, 48.3, 20);
    const [, y] = projection.project([2.5, 48.3]);
    const below = placeNames([named('Ici', 2.5, 48.3, 1, 22)], [own], projection, 800, 700);
    expect(below[0]?.y).toBeGreaterThan(y);
    const other = circle(2.5, 48.272, 10);
    const above = placeNames([named('Ici', 2.5, 48.3, 1, 22)], [own, other], projection, 800, 700);
    expect(above[0]?.y).toBeLessThan(y);
  });

  it('have lines of about the same length', () => {
    const [placed] = placeNames([named('Versailles Grand Parc', 2.5, 48.3, 1)], [], projection, 800, 700);
    expect(placed?.lines).toEqual(['Versailles', 'Grand Parc']);
  });
});
