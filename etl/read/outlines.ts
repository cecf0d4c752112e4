/** GeoJSON of communes and of whole EPCI → outlines by code. */
import { z } from 'zod';
import type { FetchedFile } from '../fetch.ts';
import type { Outlines } from '../outlines.ts';
import { ReadingError } from '../reading-error.ts';
import { readJson } from './json.ts';

const ring = z.array(z.array(z.number())).min(4, 'un contour a au moins quatre points');
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      properties: z.object({ code: z.string() }),
      geometry: z.union([
        z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
      ]),
    }),
  ),
});

/**
 * @param files outlines of the communes, then whole outlines of the EPCI
 * @throws ReadingError when a commune stands twice or one that is expected is absent
 */
export function readOutlines(files: readonly FetchedFile[], expectedCommunes: readonly string[]): Outlines {
  const [communes, whole] = files.map(({ name, bytes }) => {
    const outlines = new Map<string, Outlines['communes'] extends ReadonlyMap<string, infer T> ? T : never>();
    for (const { properties, geometry } of readJson(name, bytes, collection).features) {
      if (outlines.has(properties.code))
        throw new ReadingError(`${name} : le contour ${properties.code} s’y trouve deux fois.`);
      outlines.set(properties.code, geometry);
    }
    return outlines;
  });
  if (!communes || !whole) throw new Error('outlines are two files');
  const absent = expectedCommunes.filter((code) => !communes.has(code));
  if (absent.length > 0)
    throw new ReadingError(
      `${files[0]?.name} : ${absent.length} contours de communes manquent : ${absent.slice(0, 8).join(', ')}.`,
    );
  return { communes, whole };
}
