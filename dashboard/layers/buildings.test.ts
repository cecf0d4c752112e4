import { expect, it } from 'vitest';
import { darkGround, lightGround } from '../map/ground.ts';
import { buildings } from '../text/buildings.ts';
import { buildingStates } from './buildings.ts';
import { placeColor } from './palette.ts';

/** Relative luminance, as WCAG defines it. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

it('gives each state a colour of its own, which is not that of places', () => {
  const colors = [placeColor, ...Object.values(buildingStates).map(({ color }) => color)];
  expect(new Set(colors).size).toBe(colors.length);
});

it('keeps what is left to do in sight on both grounds', () => {
  for (const ground of [lightGround, darkGround])
    expect(contrast(buildingStates.reste.color, ground.inside)).toBeGreaterThan(3);
});

it.each([
  ['SFRA', 'Opérateur\u00a0: SFR'],
  ['ENTH', 'Opérateur\u00a0: Essonne numérique THD'],
  ['ZZZZ', 'Opérateur\u00a0: ZZZZ'],
])('names the operator %s', (code, words) => {
  expect(buildings.operator(code)).toBe(words);
});
