/** Web Mercator, as on the screen, fitted to a frame in pixels. */
import type { Position } from 'geojson';

export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface Projection {
  readonly project: (position: Position) => readonly [x: number, y: number];
  /** Ground under a pixel in the middle of the frame. */
  readonly metersPerPixel: number;
}

const earthRadiusMeters = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const northing = (latitude: number) => Math.asinh(Math.tan(radians(latitude)));

export function fitMercator([west, south, east, north]: Bounds, width: number, height: number): Projection {
  const [left, right, bottom, top] = [radians(west), radians(east), northing(south), northing(north)];
  const scale = Math.min(width / (right - left), height / (top - bottom));
  const x0 = (width - scale * (left + right)) / 2;
  const y0 = (height + scale * (top + bottom)) / 2;
  return {
    project: ([longitude = 0, latitude = 0]) => [x0 + scale * radians(longitude), y0 - scale * northing(latitude)],
    metersPerPixel: (earthRadiusMeters * Math.cos(radians((south + north) / 2))) / scale,
  };
}

/** The longest round length, of 1, 2 or 5, that holds in a number of pixels. */
export function roundLength(
  metersPerPixel: number,
  mostPixels: number,
): { readonly km: number; readonly pixels: number } {
  const mostKm = (metersPerPixel * mostPixels) / 1000;
  const power = 10 ** Math.floor(Math.log10(mostKm));
  const km = ([5, 2, 1].find((digit) => digit * power <= mostKm) ?? 1) * power;
  return { km, pixels: (km * 1000) / metersPerPixel };
}
