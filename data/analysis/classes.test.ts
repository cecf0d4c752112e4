import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClassMethod, classIndex, lowerBounds } from './classes.ts';

const methods: readonly ClassMethod[] = ['quantiles', 'jenks', 'egaux'];
// Adding 0 turns -0 into 0, which `toBe` tells apart.
const inputs = fc.record({
  values: fc.array(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
    { minLength: 1, maxLength: 60 },
  ),
  method: fc.constantFrom(...methods),
  count: fc.integer({ min: 1, max: 9 }),
});

describe('lowerBounds', () => {
  it('gives ascending distinct bounds that start at the smallest value, no more than asked', () => {
    fc.assert(
      fc.property(inputs, ({ values, method, count }) => {
        const bounds = lowerBounds(values, method, count);
        expect(bounds.length).toBeGreaterThan(0);
        expect(bounds.length).toBeLessThanOrEqual(count);
        expect(bounds[0]).toBe(Math.min(...values));
        for (const [rank, bound] of bounds.entries())
          if (rank > 0) expect(bound).toBeGreaterThan(bounds[rank - 1] ?? Number.NaN);
      }),
    );
  });

  it('puts every value in the one class that holds it', () => {
    fc.assert(
      fc.property(inputs, ({ values, method, count }) => {
        const bounds = lowerBounds(values, method, count);
        for (const value of values) {
          const rank = classIndex(bounds, value);
          expect(bounds[rank]).toBeLessThanOrEqual(value);
          expect(bounds[rank + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(value);
        }
      }),
    );
  });

  it('leaves no class empty, equal steps apart', () => {
    fc.assert(
      fc.property(inputs, ({ values, method, count }) => {
        fc.pre(method !== 'egaux');
        const bounds = lowerBounds(values, method, count);
        expect(new Set(values.map((value) => classIndex(bounds, value))).size).toBe(bounds.length);
      }),
    );
  });

  it('does not depend on the order of the values', () => {
    fc.assert(
      fc.property(inputs, ({ values, method, count }) => {
        expect(lowerBounds([...values].reverse(), method, count)).toEqual(lowerBounds(values, method, count));
      }),
    );
  });

  it('merges the bounds of 160 communes at 100 %', () => {
    const values = [...Array.from({ length: 34 }, (_, rank) => 0.9 + rank / 400), ...Array(160).fill(1)];
    expect(lowerBounds(values, 'quantiles', 5)).toEqual([0.9, 1]);
    expect(lowerBounds(values, 'jenks', 5).at(-1)).toBeLessThanOrEqual(1);
  });

  it('gives one bound to equal values that rounding parts between two clusters', () => {
    expect(lowerBounds([0, -5e-324, -1e-323, 0], 'jenks', 3)).toEqual([-1e-323, 0]);
  });

  it('cuts equal steps', () => {
    expect(lowerBounds([0, 9, 3], 'egaux', 4)).toEqual([0, 3, 6]);
    expect(lowerBounds([0, 1, 2, 3, 100], 'egaux', 4)).toEqual([0, 25, 50, 75]);
  });

  it('has no class for no value, and one for a single value', () => {
    expect(lowerBounds([], 'jenks', 5)).toEqual([]);
    expect(lowerBounds([7, 7], 'quantiles', 5)).toEqual([7]);
    expect(classIndex([], 3)).toBe(-1);
  });
});
