/** Geometries on their way to a binary format. */
import type { Geometry, Position } from 'geojson';
import { geojsonToWkb } from 'hyparquet-writer';
import type { GeometryType } from './typed-table.ts';

/** The two that tables have. */
export type TableGeometry = Extract<Geometry, { type: GeometryType }>;
/** West, south, east, north; degrees. */
export type Bounds = [west: number, south: number, east: number, north: number];

export function parseGeometry(text: string): TableGeometry {
  return JSON.parse(text) as TableGeometry;
}

/** Little-endian well-known binary. */
export function toWkb(geometry: TableGeometry): Uint8Array {
  return geojsonToWkb(geometry);
}

export const nowhere: Readonly<Bounds> = [
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

export function boundsOf(geometry: TableGeometry): Bounds {
  const bounds: Bounds = [...nowhere];
  const extend = ([x = 0, y = 0]: Position) => {
    if (x < bounds[0]) bounds[0] = x;
    if (y < bounds[1]) bounds[1] = y;
    if (x > bounds[2]) bounds[2] = x;
    if (y > bounds[3]) bounds[3] = y;
  };
  if (geometry.type === 'Point') extend(geometry.coordinates);
  // The first ring of a polygon holds the others.
  else for (const [exterior = []] of geometry.coordinates) for (const position of exterior) extend(position);
  return bounds;
}

export function join(a: Readonly<Bounds>, b: Readonly<Bounds>): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
