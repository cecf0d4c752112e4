import { describe, expect, it } from 'vitest';
import { closureSteps } from '../../../data/analysis/copper-exposure.ts';
import { testValue } from '../../layers/testing-value.ts';
import { chosenStep, toClosing } from './use-copper.ts';

const calendar = [
  testValue('91001', '2027-01-31'),
  testValue('91002', '2028-05-31'),
  testValue('91003', null, { raison: 'non-prevu' }),
  testValue('91004', null, { etat: 'non-disponible' }),
];
const communes = toClosing(
  calendar,
  new Map([
    ['91001', 10],
    ['91003', 7],
  ]),
);

describe('the calendar joined to premises', () => {
  it('keeps what has no date, leaves out what the calendar does not know, and never takes unknown for zero', () => {
    expect(communes).toEqual([
      { code: '91001', closesOn: '2027-01-31', lacking: 10 },
      { code: '91002', closesOn: '2028-05-31', lacking: null },
      { code: '91003', closesOn: null, lacking: 7 },
    ]);
  });

  it('shows the last date at or before the one that is asked for, and the first by default', () => {
    const steps = closureSteps(communes);
    expect(chosenStep(steps, null)?.on).toBe('2027-01-31');
    expect(chosenStep(steps, '2026-01-01')?.on).toBe('2027-01-31');
    expect(chosenStep(steps, '2028-05-30')?.on).toBe('2027-01-31');
    expect(chosenStep(steps, '2040-01-01')?.on).toBe('2028-05-31');
    expect(chosenStep([], null)).toBeNull();
  });
});
