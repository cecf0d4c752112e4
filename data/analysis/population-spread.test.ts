import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadPopulation } from './population-spread.ts';

const cell = (commune: string, weight: number, longitude = 2) => ({
  commune,
  weight,
  position: [longitude, 48] as const,
});

it('keeps the population of each commune, to the inhabitant', () => {
  const weight = fc.double({ min: 0.01, max: 6570, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 70_000 }),
      fc.array(weight, { minLength: 1, maxLength: 80 }),
      (population, weights) => {
        const spread = spreadPopulation(
          new Map([['91001', population]]),
          weights.map((one) => cell('91001', one)),
        );
        const shares = (spread.get('91001') ?? []).map(([, , inhabitants]) => inhabitants);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(population);
        expect(shares.every((share) => Number.isInteger(share) && share > 0)).toBe(true);
      },
    ),
  );
});

it('follows the weights, and leaves no cell empty', () => {
  const cells = [cell('91001', 1.5, 2.1), cell('91001', 0.5, 2.2), cell('91001', 0.001, 2.3), cell('91002', 3)];
  const spread = spreadPopulation(
    new Map([
      ['91001', 400],
      ['91002', 7],
    ]),
    cells,
  );
  expect(spread.get('91001')).toEqual([
    [2.1, 48, 300],
    [2.2, 48, 100],
  ]);
  expect(spread.get('91002')).toEqual([[2, 48, 7]]);
});

it('leaves at its centre a commune without cells, of unknown population or without inhabitants', () => {
  const populations = new Map([
    ['91001', null],
    ['91002', 0],
    ['91003', 10],
  ]);
  expect(spreadPopulation(populations, [cell('91001', 1), cell('91002', 1), cell('91004', 1)]).size).toBe(0);
});
