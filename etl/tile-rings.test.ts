import type { GeoJSONVTTile } from '@maplibre/geojson-vt';
import { expect, it } from 'vitest';
import { cleanRings } from './tile-rings.ts';

type Ring = [number, number][];
const clean = (rings: Ring[]): Ring[] => {
  const tile = { features: [{ type: 3, geometry: rings, tags: {} }] } as unknown as GeoJSONVTTile;
  return cleanRings(tile).features[0]!.geometry as Ring[];
};
const square = (at: number, size: number): Ring => [
  [at, at],
  [at + size, at],
  [at + size, at + size],
  [at, at + size],
  [at, at],
];

it('keeps outer rings and their holes', () => {
  const rings = [square(0, 100), square(10, 5).reverse() as Ring, square(200, 10)];
  expect(clean(structuredClone(rings))).toEqual(rings);
});

it('drops a vertex that stands twice in a row', () => {
  const [a, b, ...rest] = square(0, 100);
  expect(clean([[a!, b!, b!, ...rest]])).toEqual([square(0, 100)]);
});

it('drops an island brought to a line, with the holes that were in it', () => {
  const line: Ring = [
    [5, 5],
    [9, 9],
    [5, 5],
  ];
  expect(clean([square(0, 100), line, square(6, 1).reverse() as Ring])).toEqual([square(0, 100)]);
});

it('leaves a speck of a territory brought to a point', () => {
  const [speck] = clean([
    [
      [7, 7],
      [7, 7],
      [7, 7],
    ],
  ]);
  expect(speck).toEqual([
    [7, 7],
    [8, 7],
    [7, 8],
    [7, 7],
  ]);
});
