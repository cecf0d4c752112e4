import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testArea } from './polygon.ts';

const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

it('tells in from out, holes and parts included', () => {
  const ring = testArea({ type: 'Polygon', coordinates: [square(0, 0, 10), square(4, 4, 2)] });
  expect(ring.bounds).toEqual([0, 0, 10, 10]);
  expect(
    [
      [1, 1],
      [5, 5],
      [11, 5],
      [-1, 5],
    ].map(([x = 0, y = 0]) => ring.isInside([x, y])),
  ).toEqual([true, false, false, false]);
  const parts = testArea({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(3, 0, 1)]] });
  expect([0.5, 2, 3.5].map((x) => parts.isInside([x, 0.5]))).toEqual([true, false, true]);
  expect(testArea({ type: 'Polygon', coordinates: [] }).isInside([0, 0])).toBe(false);
});

it('agrees with an area that has a formula, whatever its first point and its direction', () => {
  const near = fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }));
  fc.assert(
    fc.property(near, fc.nat(63), fc.boolean(), ([x, y], turn, isReversed) => {
      const points = Array.from({ length: 64 }, (_, i) => {
        const angle = (2 * Math.PI * (i + turn)) / 64;
        return [Math.cos(angle), Math.sin(angle)];
      });
      const away = Math.hypot(x, y);
      // Between the circle and the polygon that is in it, the formula says nothing.
      if (away > Math.cos(Math.PI / 64) && away < 1) return;
      const area = testArea({ type: 'Polygon', coordinates: [isReversed ? points.reverse() : points] });
      expect(area.isInside([x, y])).toBe(away < 1);
    }),
  );
});
