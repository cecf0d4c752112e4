import { describe, expect, it } from 'vitest';
import { placeNames } from './locator-names.ts';

describe('the names of a small map', () => {
  it('stay inside it', () => {
    const [name] = placeNames([{ name: 'Gif-sur-Yvette', x: 5, y: 40 }], 320);
    expect(name?.x).toBeCloseTo(55.8);
  });

  it('are all there or none is, never one over another', () => {
    const far = { name: 'Étampes', x: 60, y: 250 };
    expect(placeNames([{ name: 'Massy', x: 160, y: 40 }, far], 320)).toHaveLength(2);
    expect(placeNames([{ name: 'Massy', x: 160, y: 40 }, { name: 'Palaiseau', x: 140, y: 48 }, far], 320)).toEqual([]);
  });

  it('leave when they are too many', () => {
    const names = Array.from({ length: 5 }, (_, i) => ({ name: 'Bures', x: 160, y: 40 * i }));
    expect(placeNames(names, 320)).toEqual([]);
  });
});
