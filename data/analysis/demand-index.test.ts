import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexDemands } from './demand-index.ts';
import { distanceKm, type Position } from './reach.ts';

const position = fc.tuple(
  fc.double({ min: 1.9, max: 2.6, noNaN: true }),
  fc.double({ min: 48.2, max: 48.8, noNaN: true }),
);

it('finds what distances measured one by one find', () => {
  fc.assert(
    fc.property(
      fc.array(position, { maxLength: 60 }),
      position,
      fc.double({ min: 0.1, max: 40, noNaN: true }),
      (points, at, limit) => {
        const one = points.flatMap((point, rank) => {
          const km = distanceKm(at, point);
          // Two formulas may differ in their last digits, which no map shows.
          return Math.abs(km - limit) < 1e-6 ? [] : [[rank, km <= limit] as const];
        });
        const found = new Set(indexDemands(points.map((point) => ({ at: point }))).within(at, limit));
        for (const [rank, isWithin] of one) expect(found.has(rank)).toBe(isWithin);
      },
    ),
  );
});

it('holds anywhere on Earth, and with nothing', () => {
  const poles: readonly Position[] = [
    [0, 90],
    [180, 0],
    [-179.99, 0],
    [0, -90],
  ];
  const index = indexDemands(poles.map((at) => ({ at })));
  expect([...index.within([179.99, 0.01], 5)]).toEqual([1, 2]);
  expect([...index.within([0, 0], 30_000)].sort()).toEqual([0, 1, 2, 3]);
  expect([...index.within([100, 90], 0.001)]).toEqual([0]);
  expect([...indexDemands([]).within([2, 48], 5)]).toEqual([]);
});
