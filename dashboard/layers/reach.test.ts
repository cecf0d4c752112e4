import { expect, it } from 'vitest';
import { placeColor, plainColor } from './palette.ts';
import { atCentreColor, beyondColor, reachPlate, wonColor } from './reach.ts';

it('tells apart the communes within, beyond and won, and draws sure places above the others', () => {
  const { areas, circles } = reachPlate({
    communes: ['1', '2', '3'].map((code) => ({ code, isCounted: code !== '1' })),
    beyond: new Set(['2', '3']),
    won: new Set(['3']),
    places: [
      { commune: '1', at: [2, 48], isAtCentre: false },
      { commune: '1', at: [2, 48], isAtCentre: true },
      { commune: null, at: [2, 48], isAtCentre: false },
    ],
  });
  expect([...areas]).toEqual([
    ['1', { color: plainColor, isDimmed: true }],
    ['2', { color: beyondColor, isDimmed: false }],
    ['3', { color: wonColor, isDimmed: false }],
  ]);
  expect(circles.map(({ color }) => color)).toEqual([atCentreColor, placeColor]);
});
