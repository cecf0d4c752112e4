import { describe, expect, it } from 'vitest';
import { divergingColors, sequenceColors, sequentialColors } from './palette.ts';

const channels = (color: string) => [...color.matchAll(/\d+/g)].map(([text]) => Number(text));
const lightness = (color: string) => channels(color).reduce((sum, channel) => sum + channel, 0);

describe('the diverging ramp', () => {
  it('is orange below zero and violet above', () => {
    const [below = '', above = ''] = divergingColors(1, 1);
    const [red = 0, , blue = 0] = channels(below);
    expect(red).toBeGreaterThan(blue + 60);
    const [redAbove = 0, greenAbove = 0, blueAbove = 0] = channels(above);
    expect(blueAbove).toBeGreaterThan(redAbove);
    expect(redAbove).toBeGreaterThan(greenAbove);
  });

  it.each([
    [1, 7],
    [3, 3],
    [7, 1],
    [0, 5],
  ])('gives %i classes below and %i above as many colours, darker away from zero', (below, above) => {
    const colors = divergingColors(below, above);
    expect(new Set(colors).size).toBe(below + above);
    const shades = colors.map(lightness);
    expect(shades.slice(0, below)).toEqual(shades.slice(0, below).sort((a, b) => a - b));
    expect(shades.slice(below)).toEqual(shades.slice(below).sort((a, b) => b - a));
  });
});

it.each([1, 2, 3, 4, 5, 6, 7])('the sequential ramp of %i classes never repeats a colour', (count) => {
  expect(new Set(sequentialColors(count)).size).toBe(count);
  expect(new Set(sequenceColors(count)).size).toBe(count);
});
