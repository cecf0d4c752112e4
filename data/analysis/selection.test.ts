import { describe, expect, it } from 'vitest';
import { averageScores, type Score } from './selection.ts';

const criteria = [
  { id: 'besoin', weight: 3 },
  { id: 'cout', weight: 1 },
];
const give = (participant: string, sheet: string, besoin: number, cout: number): Score[] => [
  { participant, sheet, criterion: 'besoin', score: besoin },
  { participant, sheet, criterion: 'cout', score: cout },
];

describe('averageScores', () => {
  it('weighs the means of the criteria, worked by hand', () => {
    const scores = [...give('EPCI A', 'F1', 5, 1), ...give('EPCI B', 'F1', 3, 2), ...give('EPCI A', 'F2', 2, 5)];
    const [first, second] = averageScores(['F1', 'F2'], criteria, scores);
    // (3 × 4 + 1 × 1.5) / 4, and (3 × 2 + 1 × 5) / 4.
    expect([first?.total, first?.rank]).toEqual([3.375, 1]);
    expect([second?.total, second?.rank]).toEqual([2.75, 2]);
    expect(first?.criteria[0]).toEqual({ criterion: 'besoin', mean: 4, count: 2, least: 3, most: 5 });
  });

  it('gives no total while a criterion that weighs has no score', () => {
    const [only] = averageScores(['F1'], criteria, [{ participant: 'A', sheet: 'F1', criterion: 'besoin', score: 5 }]);
    expect([only?.total, only?.rank, only?.criteria[1]?.mean]).toEqual([null, null, null]);
  });

  it('leaves out a criterion without weight, and has no total when none weighs', () => {
    const scores = give('A', 'F1', 4, 0).slice(0, 1);
    expect(
      averageScores(['F1'], [criteria[0] ?? { id: '', weight: 0 }, { id: 'cout', weight: 0 }], scores)[0]?.total,
    ).toBe(4);
    expect(averageScores(['F1'], [{ id: 'besoin', weight: 0 }], scores)[0]?.total).toBeNull();
  });

  it('shares a place between equals', () => {
    const scores = ['F1', 'F2', 'F3'].flatMap((sheet, i) => give('A', sheet, i < 2 ? 4 : 1, i < 2 ? 4 : 1));
    expect(averageScores(['F1', 'F2', 'F3'], criteria, scores).map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });
});
