import { expect, it } from 'vitest';
import { roundFigures } from './round-figures.ts';

it('gives round numbers under the largest', () => {
  expect(roundFigures(10_895)).toEqual([10_000, 2_000, 200]);
  expect(roundFigures(1_415)).toEqual([1_000, 200, 50]);
});

it('has none for nothing, and no fraction of a premises', () => {
  expect(roundFigures(0)).toEqual([]);
  expect(roundFigures(3)).toEqual([2]);
});
