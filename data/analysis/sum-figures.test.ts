import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommuneFigure, startSums } from './sum-figures.ts';

const figure = (told: Partial<CommuneFigure>): CommuneFigure => ({
  key: null,
  detail: null,
  numerator: null,
  denominator: null,
  isKnown: true,
  isSecret: false,
  reason: null,
  ...told,
});

describe('the sums of a territory', () => {
  it('add what is known, and count what is not without adding its half', () => {
    const sums = startSums();
    sums.add('A', [figure({ numerator: 90, denominator: 100 })], true);
    sums.add('A', [figure({ numerator: 0, denominator: 50 })], true);
    sums.add('A', [figure({ denominator: 500, isKnown: false, isSecret: true, reason: 'secret' })], true);
    sums.add('A', [], true);
    sums.add('A', [], false);
    expect(sums.cells.get('A')).toEqual([
      {
        key: null,
        detail: null,
        ...{ numerator: 90, denominator: 150, known: 2, unknown: 3, secret: 1, outside: 1, reason: 'secret' },
      },
    ]);
    expect(sums.cells.get('B')).toBeUndefined();
  });

  it('are nothing rather than zero where nothing is known', () => {
    const sums = startSums();
    sums.add('A', [], true);
    expect(sums.cells.get('A')).toMatchObject([{ numerator: null, denominator: null, known: 0, unknown: 1 }]);
  });

  it('keep keys and details apart', () => {
    const sums = startSums();
    for (const [key, detail, numerator] of [
      ['2027-01-31', null, 3],
      ['2028-01-31', null, 5],
      ['2027-01-31', null, 7],
      ['2027-01-31', '2026-01-31', 11],
    ] as const)
      sums.add('A', [figure({ key, detail, numerator })], true);
    expect(sums.cells.get('A')?.map((cell) => [cell.key, cell.detail, cell.numerator, cell.known])).toEqual([
      ['2027-01-31', null, 10, 2],
      ['2028-01-31', null, 5, 1],
      ['2027-01-31', '2026-01-31', 11, 1],
    ]);
  });

  it('are the same whatever the order of communes', () => {
    const one = fc.record({
      numerator: fc.option(fc.nat(1000), { nil: null }),
      isKnown: fc.boolean(),
      isSecret: fc.boolean(),
      reason: fc.option(fc.constantFrom('absent', 'secret', 'non-prevu'), { nil: null }),
    });
    const cellsOf = (communes: readonly Partial<CommuneFigure>[]) => {
      const sums = startSums();
      for (const commune of communes) sums.add('A', [figure(commune)], true);
      return sums.cells.get('A');
    };
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), (communes) => {
        expect(cellsOf(communes.toReversed())).toEqual(cellsOf(communes));
      }),
    );
  });
});
