import { expect, it } from 'vitest';
import { placeColor, plainColor } from './palette.ts';
import { atCentreColor, beyondColor, partlyBeyondColor, reachAreas, reachCircles, wonColor } from './reach.ts';

const area = (code: string, beyond: number, won = 0, isCounted = true) => ({
  code,
  isCounted,
  inhabitants: 100,
  beyond,
  won,
});

it('tells apart the communes within, beyond, beyond in part and won', () => {
  const areas = reachAreas([
    area('1', 0, 0, false),
    area('2', 100),
    area('3', 100, 100),
    area('4', 49),
    area('5', 50),
    // Won for half, then for less: what is left decides.
    area('6', 40, 20),
    area('7', 40, 19),
    area('8', 100, 49),
  ]);
  expect([...areas].map(([code, { color }]) => [code, color])).toEqual([
    ['1', plainColor],
    ['2', beyondColor],
    ['3', wonColor],
    ['4', partlyBeyondColor],
    ['5', beyondColor],
    ['6', wonColor],
    ['7', partlyBeyondColor],
    ['8', beyondColor],
  ]);
  expect(areas.get('1')?.isDimmed).toBe(true);
});

it('draws sure places above the others, and none without a commune', () => {
  const circles = reachCircles([
    { commune: '1', at: [2, 48], isAtCentre: false },
    { commune: '1', at: [2, 48], isAtCentre: true },
    { commune: null, at: [2, 48], isAtCentre: false },
  ]);
  expect(circles.map(({ color }) => color)).toEqual([atCentreColor, placeColor]);
});
