import { describe, expect, it } from 'vitest';
import { fitMercator, roundLength } from './projection.ts';

describe('the projection of a picture', () => {
  it('fits the bounds in the frame, north up, in the middle', () => {
    const { project } = fitMercator([2, 48, 3, 49], 400, 1000);
    const [west, south] = project([2, 48]);
    const [east, north] = project([3, 49]);
    expect(west).toBeCloseTo(0);
    expect(east).toBeCloseTo(400);
    expect((south + north) / 2).toBeCloseTo(500);
    expect(north).toBeLessThan(south);
  });

  it('knows the ground under a pixel: a degree of longitude at 48.5° is about 73.7 km', () => {
    const { metersPerPixel } = fitMercator([2, 48, 3, 49], 1000, 100_000);
    expect(metersPerPixel).toBeCloseTo(73.68, 1);
  });

  it.each([
    [100, 160, 10, 100],
    [73.7, 160, 10, 135.7],
    [3, 160, 0.2, 66.7],
    [40, 160, 5, 125],
  ])('takes a round length at %d m by pixel', (metersPerPixel, most, km, pixels) => {
    const length = roundLength(metersPerPixel, most);
    expect(length.km).toBeCloseTo(km);
    expect(length.pixels).toBeCloseTo(pixels, 1);
  });
});
