import { describe, expect, it } from 'vitest';
import type { Territory } from '../../../api/contract.ts';
import { closedColor, copperPlate, largestLacking } from './copper-plate.ts';

const place = (code: string) => [code, { code, centre: [2, 48] } as unknown as Territory] as const;
const territories = new Map(['a', 'b', 'c', 'd', 'e'].map(place));
const communes = [
  { code: 'a', closesOn: '2027-01-31', lacking: 100 },
  { code: 'b', closesOn: '2028-05-31', lacking: 400 },
  { code: 'c', closesOn: null, lacking: 900 },
  { code: 'd', closesOn: '2027-01-31', lacking: null },
];

describe('the map of closures', () => {
  it('fills what closes by the date, hatches what has none, and dims what is outside the EPCI', () => {
    const { areas, patterns, circles } = copperPlate(communes, territories, '2027-01-31', 1);
    expect(areas.get('a')?.color).toBe(closedColor);
    expect(areas.get('b')?.color).not.toBe(closedColor);
    expect([...areas].filter(([, { isDimmed }]) => isDimmed).map(([code]) => code)).toEqual(['e']);
    expect(patterns['non-prevu']).toEqual(['c']);
    expect(circles.map(({ code }) => code)).toEqual(['a']);
  });

  it('keeps the size of circles along the calendar', () => {
    expect(largestLacking(communes)).toBe(400);
    expect(largestLacking([])).toBe(0);
    const [early] = copperPlate(communes, territories, '2027-01-31', 1).circles;
    const [largest, late] = copperPlate(communes, territories, '2029-01-01', 1).circles;
    expect(largest?.code).toBe('b');
    expect(late).toEqual(early);
  });
});
