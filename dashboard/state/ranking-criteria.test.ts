import { expect, it } from 'vitest';
import { changeWeight, offeredCriteria, weightsOf } from './ranking-criteria.ts';

const loaded = new Set([
  'couverture-ftth',
  'couverture-thd',
  'evolution-ftth',
  'locaux-a-raccorder',
  'niveau-de-vie-median',
  'part-75-ans-et-plus',
  'zone-reglementaire',
]);

it('offers ratios and amounts, each by the side that is a need; a median only by commune', () => {
  expect(offeredCriteria(loaded, 'commune')).toEqual([
    { id: 'couverture-ftth', isHighFirst: false },
    { id: 'couverture-thd', isHighFirst: false },
    { id: 'niveau-de-vie-median', isHighFirst: false },
    { id: 'part-75-ans-et-plus', isHighFirst: true },
  ]);
  expect(offeredCriteria(loaded, 'epci').map(({ id }) => id)).not.toContain('niveau-de-vie-median');
});

it('weighs as proposed until something is chosen, and comes back to an empty address', () => {
  const offered = offeredCriteria(loaded, 'commune');
  expect(weightsOf({}, offered)).toEqual([3, 2, 0, 0]);
  const changed = changeWeight({}, offered, 'couverture-ftth', 0);
  expect(changed).toEqual({ 'couverture-ftth': 0, 'couverture-thd': 2 });
  expect(weightsOf(changed, offered)).toEqual([0, 2, 0, 0]);
  expect(changeWeight(changed, offered, 'couverture-ftth', 3)).toEqual({});
});
