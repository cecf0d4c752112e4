import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileRanks, rankByCriteria, rankRobustness } from './priority.ts';

describe('percentile ranks', () => {
  it('are worked by hand: equals share, unknown stays unknown', () => {
    expect(percentileRanks([10, 30, 20, null, 20], true)).toEqual([0, 100, 50, null, 50]);
    expect(percentileRanks([10, 30, 20], false)).toEqual([100, 0, 50]);
    expect(percentileRanks([7, null], true)).toEqual([50, null]);
  });

  it('do not change with a change of unit', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -1000, max: 1000 })), { minLength: 1 }), (values) => {
        const scaled = values.map((value) => (value === null ? null : value * 3 + 7));
        expect(percentileRanks(scaled, true)).toEqual(percentileRanks(values, true));
      }),
    );
  });
});

describe('the ranking', () => {
  const candidates = [
    { code: 'a', values: [3, 10] },
    { code: 'b', values: [2, 30] },
    { code: 'c', values: [1, null] },
  ];

  it('is the weighted mean of the ranks, with the part of each', () => {
    const ranked = rankByCriteria(candidates, [
      { weight: 3, isHighFirst: true },
      { weight: 1, isHighFirst: true },
    ]);
    expect(ranked.map(({ score, rank }) => [score, rank])).toEqual([
      [75, 1],
      [62.5, 2],
      [null, null],
    ]);
    expect(ranked[1]?.parts).toEqual([37.5, 25]);
    expect(ranked[2]?.parts).toEqual([0, null]);
  });

  it('does without what weighs nothing', () => {
    const ranked = rankByCriteria(candidates, [
      { weight: 1, isHighFirst: false },
      { weight: 0, isHighFirst: true },
    ]);
    expect(ranked.map(({ code, rank }) => [code, rank])).toEqual([
      ['a', 3],
      ['b', 2],
      ['c', 1],
    ]);
  });
});

describe('robustness', () => {
  const criteria = [
    { weight: 1, isHighFirst: true },
    { weight: 5, isHighFirst: true },
  ];

  it('is certain for what leads everywhere, never for what trails, and half for two that trade places', () => {
    const often = rankRobustness(
      [
        { code: 'first', values: [9, 9] },
        { code: 'left', values: [5, 0] },
        { code: 'right', values: [0, 5] },
        { code: 'last', values: [-1, -1] },
      ],
      criteria,
      { top: 2, rounds: 4000, seed: 0.3 },
    );
    expect([often.get('first'), often.get('last')]).toEqual([1, 0]);
    expect(Math.abs((often.get('left') ?? 0) - 0.5)).toBeLessThan(0.03);
    expect((often.get('left') ?? 0) + (often.get('right') ?? 0)).toBeCloseTo(1, 12);
  });

  it('gives the same for the same seed, and leaves out what is not known', () => {
    const candidates = Array.from({ length: 30 }, (_, i) => ({ code: `c${i}`, values: [i, (i * 7) % 30] }));
    const options = { top: 10, rounds: 1000, seed: 0.7 };
    expect(rankRobustness(candidates, criteria, options)).toEqual(rankRobustness(candidates, criteria, options));
    expect(rankRobustness([{ code: 'x', values: [1, null] }], criteria, options).size).toBe(0);
  });
});
