import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../data/analysis/balance.ts';
import { readBalance, smallestHalf } from './read-balance.ts';

const unit = (code: string, group: string, base: number, quantity: number): Unit => ({ code, group, base, quantity });
const uneven = [unit('a', 'x', 100, 10), unit('b', 'x', 100, 50), unit('c', 'y', 200, 40), unit('d', 'y', 600, 0)];

describe('what the screen of balance computes', () => {
  it('holds half of what is missing in whole communes, the least well served first', () => {
    expect(smallestHalf(uneven)).toEqual({ communes: 1, baseShare: 0.1, quantityShare: 0.5 });
    expect(smallestHalf([unit('a', 'x', 10, 0)])).toBeNull();
    expect(smallestHalf([])).toBeNull();
  });

  it('reads nothing into an index under the declared threshold', () => {
    const even = readBalance([unit('a', 'x', 100, 97), unit('b', 'y', 100, 98)], true);
    expect(even).toMatchObject({ isReadable: false, half: null, chance: null });
    expect(even.theil).toBeLessThan(0.0001);
  });

  it('compares EPCI only where there are several', () => {
    expect(readBalance(uneven, false)).toMatchObject({ split: null, chance: null, isReadable: true });
    const { split, chance, theil } = readBalance(uneven, true);
    expect((split?.between ?? 0) + (split?.within ?? 0)).toBeCloseTo(theil ?? -1, 12);
    expect(chance?.rounds).toBe(500);
  });

  it('names only communes that have more than their part, and says when what is there is even', () => {
    const figures = readBalance(uneven, true);
    expect(figures.heaviest.map(({ code }) => code)).toEqual(['b', 'c']);
    expect(readBalance([unit('a', 'x', 1000, 30), unit('b', 'x', 1000, 1)], true).served?.theil).toBeLessThan(0.001);
    expect(readBalance([unit('a', 'x', 10, 10), unit('b', 'x', 10, 0)], true).served).toBeNull();
  });

  it('stands an empty territory', () => {
    expect(readBalance([], true)).toMatchObject({ base: 0, quantity: 0, gini: null, theil: null, half: null });
  });
});
