import { describe, expect, it } from 'vitest';
import { type VigilanceFacts, type WatchedCommune, watch } from './vigilance.ts';

const commune = (code: string, fibreRatio: number | null, lacking: number | null, closesOn: string | null) =>
  ({ code, nom: code, fibreRatio, lacking, closesOn }) satisfies WatchedCommune;
const facts = (given: Partial<VigilanceFacts>): VigilanceFacts => ({
  communes: [],
  fibreReference: 0.95,
  zones: [],
  places: [],
  sheets: [],
  epcis: [],
  today: '2026-11-26',
  ...given,
});
const codes = (communes: readonly WatchedCommune[]) => communes.map(({ code }) => code);

describe('points of vigilance', () => {
  it('keeps communes under the rate, the lowest first; equal or unknown is not under', () => {
    const communes = [
      commune('a', 0.94, 6, null),
      commune('b', 0.95, 5, null),
      commune('c', null, null, null),
      commune('d', 0.8, 20, null),
    ];
    expect(codes(watch(facts({ communes })).belowRate)).toEqual(['d', 'a']);
    expect(watch(facts({ communes, fibreReference: null })).belowRate).toEqual([]);
  });

  it('keeps closures that come before fibre is complete: the earliest, then the most premises', () => {
    const communes = [
      commune('later', 0.9, 90, '2028-01-31'),
      commune('few', 0.9, 3, '2027-01-31'),
      commune('many', 0.9, 40, '2027-01-31'),
      commune('complete', 1, 0, '2027-01-31'),
      commune('undated', 0.5, 50, null),
    ];
    expect(codes(watch(facts({ communes })).closingEarly)).toEqual(['many', 'few', 'later']);
  });

  it('lists places and sheets by age, the oldest first, worked by hand, and those without a date apart', () => {
    const dated = ['2025-12-01', '2025-11-26', '2025-05-31', '2025-06-01', '2025', null].map((lastOn, i) => ({
      id: String(i),
      lastOn,
    }));
    const seen = watch(facts({ places: dated, sheets: dated }));
    // Months: 11, 12, 18, 17, 11 (a year alone is taken at its December), none.
    expect(seen.places.old.map(({ lastOn }) => lastOn)).toEqual(['2025-05-31', '2025-06-01', '2025-11-26']);
    expect([seen.places.over18, seen.places.undated.map(({ id }) => id)]).toEqual([1, ['5']]);
    expect(seen.silentSheets).toEqual(seen.places);
  });

  it('leaves out zones where nothing is missing, and EPCI that answered', () => {
    const seen = watch(
      facts({
        zones: [
          { zone: 'z', operator: 'a', lacking: 0 },
          { zone: 'z', operator: 'b', lacking: 3 },
          { zone: 'y', operator: '', lacking: 7 },
        ],
        epcis: [
          { code: '1', hasAnswered: true },
          { code: '2', hasAnswered: false },
        ],
      }),
    );
    expect(seen.zones.map(({ lacking }) => lacking)).toEqual([7, 3]);
    expect(seen.unanswered).toEqual(['2']);
  });
});
