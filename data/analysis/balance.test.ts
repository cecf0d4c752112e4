import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giniIndex, heaviest, lorenzCurve, permuteGroups, theilSplit, type Unit } from './balance.ts';

const unit = (code: string, group: string, base: number, quantity: number): Unit => ({ code, group, base, quantity });
const units = fc.array(
  fc.record({
    code: fc.uuid(),
    group: fc.constantFrom('x', 'y', 'z'),
    base: fc.integer({ min: 0, max: 10_000 }),
    quantity: fc.integer({ min: 0, max: 10_000 }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('worked by hand', () => {
  // Bases 1, 1, 2; quantities 0, 1, 3: shares of base .25 .25 .5, of quantity 0 .25 .75.
  const three = [unit('a', 'x', 1, 0), unit('b', 'x', 1, 1), unit('c', 'y', 2, 3)];

  it('draws the curve from those that have least to those that have most', () => {
    expect(lorenzCurve(three)).toEqual([
      { base: 0, quantity: 0 },
      { base: 0.25, quantity: 0 },
      { base: 0.5, quantity: 0.25 },
      { base: 1, quantity: 1 },
    ]);
  });

  it('gives Gini and Theil', () => {
    // 1 − [.25 × 0 + .25 × .25 + .5 × 1.25]
    expect(giniIndex(three)).toBeCloseTo(0.3125, 12);
    const split = theilSplit(three);
    expect(split?.total).toBeCloseTo(0.25 * Math.log(1) + 0.75 * Math.log(1.5), 12);
    expect(split?.between).toBeCloseTo(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), 12);
    // Inside x, one of two equal communes holds all: ln 2, for a quarter of the quantity.
    expect(split?.within).toBeCloseTo(0.25 * Math.log(2), 12);
  });

  it('is nil for a quantity that follows its base, and 1 − its share of the base for one commune that holds all', () => {
    const even = [unit('a', 'x', 10, 2), unit('b', 'y', 30, 6)];
    expect(giniIndex(even)).toBeCloseTo(0, 12);
    expect(theilSplit(even)?.total).toBeCloseTo(0, 12);
    const one = [unit('a', 'x', 10, 7), unit('b', 'y', 30, 0)];
    expect(giniIndex(one)).toBeCloseTo(0.75, 12);
    expect(theilSplit(one)?.total).toBeCloseTo(Math.log(4), 12);
  });

  it('says nothing of a quantity that is nowhere', () => {
    const none = [unit('a', 'x', 10, 0)];
    expect([giniIndex(none), theilSplit(none), permuteGroups(none, 10, 0.5), heaviest(none, 3)]).toEqual([
      null,
      null,
      null,
      [],
    ]);
  });
});

describe('whatever the communes', () => {
  const isMeasurable = (given: readonly Unit[]) => given.some(({ base, quantity }) => base > 0 && quantity > 0);

  it('between and within add up to the total', () => {
    fc.assert(
      fc.property(units.filter(isMeasurable), (given) => {
        const split = theilSplit(given);
        expect(Math.abs((split?.total ?? 9) - (split?.between ?? 0) - (split?.within ?? 0))).toBeLessThan(1e-12);
      }),
    );
  });

  it('both indices stay in their bounds and do not change with the unit', () => {
    fc.assert(
      fc.property(units.filter(isMeasurable), fc.integer({ min: 2, max: 50 }), (given, times) => {
        const gini = giniIndex(given) ?? -1;
        expect(gini).toBeGreaterThanOrEqual(-1e-12);
        expect(gini).toBeLessThan(1);
        const larger = given.map((one) => ({ ...one, quantity: one.quantity * times, base: one.base * 3 }));
        expect(giniIndex(larger)).toBeCloseTo(gini, 9);
        expect(theilSplit(larger)?.total).toBeCloseTo(theilSplit(given)?.total ?? -1, 9);
      }),
    );
  });
});

describe('on the fibre of the Essonne, T2 2026', () => {
  const rows = (name: string) =>
    readFileSync(`data/essonne/${name}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
  const epciOf = new Map(
    rows('appartenances.csv').map((cells) => [
      cells[0],
      cells.at(-4)?.match(/^\d{9}$/) ? cells.at(-4) : cells.find((cell) => /^\d{9}$/.test(cell)),
    ]),
  );
  const value = (measure: string) =>
    new Map(
      rows('chiffres.csv')
        .filter(([source, , , , name]) => source === 'arcep-deploiement' && name === measure)
        .map(([, , , commune = '', , number]) => [commune, Number(number)]),
    );
  const premises = value('locaux_arcep');
  const connectable = value('locaux_ftth');
  const of = (read: (base: number, ftth: number) => number) =>
    [...premises].map(([code, base]) =>
      unit(code, epciOf.get(code) ?? '', base, read(base, connectable.get(code) ?? 0)),
    );
  const lacking = of((base, ftth) => Math.max(0, base - ftth));

  it('finds the published figures', () => {
    const split = theilSplit(lacking);
    expect(lacking.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(22_801);
    expect(split?.total).toBeCloseTo(0.5707, 4);
    expect(split?.between).toBeCloseTo(0.1603, 4);
    expect(split?.within).toBeCloseTo(0.4104, 4);
    expect(giniIndex(lacking)).toBeCloseTo(0.5604, 4);
    const served = of((_, ftth) => ftth);
    expect(theilSplit(served)?.total).toBeCloseTo(0.0009, 4);
    expect(giniIndex(served)).toBeCloseTo(0.01835, 5);
  });

  it('is less within EPCI than chance would have it, each time alike', () => {
    const test = permuteGroups(lacking, 500, 0.42);
    expect(test).toEqual(permuteGroups(lacking, 500, 0.42));
    expect(test?.observed).toBeCloseTo(0.4104 / 0.5707, 3);
    expect(test?.low).toBeLessThan(test?.mean ?? 0);
    expect(test?.observed).toBeLessThan(test?.low ?? 0);
  });

  it('owes most to Le Plessis-Pâté, small and late, before Gif-sur-Yvette, which lacks most', () => {
    expect(heaviest(lacking, 2).map(({ code }) => code)).toEqual(['91494', '91272']);
  });
});
