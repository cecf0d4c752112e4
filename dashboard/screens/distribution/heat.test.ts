import { describe, expect, it } from 'vitest';
import { heatOfBudget, heatOfCount, heats } from './heat.ts';

const luminance = (color: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => Number.parseInt(color.slice(i, i + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

describe('the colours of cells', () => {
  it('darken with the count, and let their figure be read', () => {
    const lights = heats.map(({ background }) => luminance(background));
    expect(lights).toEqual(lights.toSorted((a, b) => b - a));
    for (const { background, ink } of heats) {
      const [least = 0, most = 0] = [luminance(background), luminance(ink)].sort((a, b) => a - b);
      expect((most + 0.05) / (least + 0.05), background).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('give nothing to nothing, and the last step to the largest', () => {
    expect(heatOfCount(0, 6)).toBeNull();
    expect(heatOfCount(1, 6)).toBe(heats[0]);
    expect(heatOfCount(6, 6)).toBe(heats.at(-1));
    expect(heatOfCount(1, 1)).toBe(heats[0]);
    expect(heatOfCount(40, 40)).toBe(heats.at(-1));
  });

  it('follow budgets by tens', () => {
    expect(heatOfBudget(null)).toBeNull();
    expect(heatOfBudget(0)).toBe(heats[0]);
    expect(heatOfBudget(99_999)).toBe(heats[0]);
    expect(heatOfBudget(100_000)).toBe(heats[1]);
    expect(heatOfBudget(120e6)).toBe(heats[4]);
  });
});
