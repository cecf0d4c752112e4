import { describe, expect, it } from 'vitest';
import { type CellFacts, classifyCell, type NeedReading, worseRatio } from './gap-matrix.ts';

const reading = (
  value: number | null,
  reference: number | null,
  isNeedWhen: 'below' | 'above' = 'below',
): NeedReading => ({
  indicator: 'x',
  isNeedWhen,
  value,
  reference,
});
const facts = (given: Partial<CellFacts>): CellFacts => ({
  needs: [],
  supply: null,
  projects: 0,
  hasAnswered: false,
  ...given,
});
const lacking = reading(0.9, 0.95);

describe('how much worse', () => {
  it('reads a coverage by what is missing, worked by hand', () => {
    expect(worseRatio(reading(0.94, 0.97))).toBeCloseTo(1, 12);
    expect(worseRatio(reading(0.985, 0.97))).toBeCloseTo(-0.5, 12);
    expect(worseRatio(reading(0.99, 1))).toBe(1);
  });

  it('reads the others by their share, on the side that is a need', () => {
    expect(worseRatio(reading(0.12, 0.1, 'above'))).toBeCloseTo(0.2, 12);
    expect(worseRatio(reading(18_000, 20_000))).toBeCloseTo(0.1, 12);
    expect([worseRatio(reading(null, 1)), worseRatio(reading(1, null))]).toEqual([null, null]);
  });
});

describe('a cell', () => {
  it.each([
    ['besoin-sans-projet', facts({ needs: [lacking], hasAnswered: true })],
    ['recensement-a-completer', facts({ needs: [lacking] })],
    ['besoin-avec-projet', facts({ needs: [lacking], projects: 2 })],
    ['besoin-faible', facts({ needs: [reading(0.95, 0.95)], hasAnswered: true })],
    ['projet-sans-besoin-mesure', facts({ projects: 1, hasAnswered: true })],
    ['offre-seule', facts({ supply: 3, hasAnswered: true })],
    ['non-mesure', facts({ supply: 3 })],
    ['non-mesure', facts({ needs: [reading(null, 0.9)] })],
  ] as const)('is %s', (expected, given) => expect(classifyCell(given, 0.1).class).toBe(expected));

  it('reads no need in less than half a point of coverage, however little is missing at the reference', () => {
    const level = (value: number, reference: number) =>
      classifyCell(facts({ needs: [reading(value, reference)] }), 0.1).need;
    expect([level(0.997, 0.9998), level(0.965, 0.97), level(0.9651, 0.97)]).toEqual(['low', 'high', 'low']);
    expect(classifyCell(facts({ needs: [reading(0.112, 0.1, 'above')] }), 0.1).need).toBe('high');
  });

  it('follows the ratio that is asked, and tells the worst reading first', () => {
    const needs = [reading(0.112, 0.1, 'above'), { ...lacking, indicator: 'y' }];
    expect(classifyCell(facts({ needs }), 0.1).exceeding.map(({ indicator }) => indicator)).toEqual(['y', 'x']);
    expect(classifyCell(facts({ needs }), 1).need).toBe('low');
  });
});
