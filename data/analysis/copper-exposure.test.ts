import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { closureSteps, urgentBy, withoutDate } from './copper-exposure.ts';

const invented = [
  { code: 'a', closesOn: '2028-01-31', lacking: 5 },
  { code: 'b', closesOn: '2027-01-31', lacking: 1 },
  { code: 'c', closesOn: '2027-01-31', lacking: 9 },
  { code: 'd', closesOn: '2027-01-31', lacking: null },
  { code: 'e', closesOn: null, lacking: 7 },
];

it('adds up date after date, and keeps communes without a date apart', () => {
  expect(closureSteps(invented)).toEqual([
    { on: '2027-01-31', communes: 3, lacking: 10, cumulativeCommunes: 3, cumulativeLacking: 10 },
    { on: '2028-01-31', communes: 1, lacking: 5, cumulativeCommunes: 4, cumulativeLacking: 15 },
  ]);
  expect(withoutDate(invented)).toEqual({ communes: 1, lacking: 7 });
  expect(urgentBy(invented, '2028-12-31').map(({ code }) => code)).toEqual(['c', 'b', 'a']);
});

describe('in the Essonne', () => {
  const rows = readFileSync('data/essonne/chiffres.csv', 'utf8')
    .split('\n')
    .map((line) => line.split(','));
  const values = (source: string, measure: string) =>
    new Map(
      rows
        .filter((cells) => cells[0] === source && cells[4] === measure)
        .map((cells) => [cells[3] ?? '', cells[5] ?? '']),
    );
  const premises = values('arcep-deploiement', 'locaux_arcep');
  const fibre = values('arcep-deploiement', 'locaux_ftth');
  const dates = values('fermeture-cuivre', 'fermeture_technique');
  const communes = [...premises].map(([code, count]) => ({
    code,
    closesOn: dates.get(code) || null,
    lacking: Math.max(0, Number(count) - Number(fibre.get(code))),
  }));

  it('finds the published figures', () => {
    const steps = closureSteps(communes);
    expect(steps.map(({ cumulativeLacking }) => cumulativeLacking)).toEqual([1850, 3146, 3875, 4165, 7216]);
    expect(steps.map(({ cumulativeCommunes }) => cumulativeCommunes)).toEqual([42, 51, 85, 120, 135]);
    expect(withoutDate(communes)).toEqual({ communes: 59, lacking: 15_585 });
    expect(urgentBy(communes, '2027-01-31')[0]).toMatchObject({ code: '91272', lacking: 1415 });
  });
});
