/** GeoJSON of communes, and of whole EPCI where a file holds them → outlines by code. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { FeatureCollection } from 'geojson';
import { feature, merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { z } from 'zod';
import type { FetchedFile } from '../fetched-file.ts';
import type { Outline, Outlines } from '../outlines.ts';
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

/** Square degrees: a triangle of about ten metres. Published outlines are far finer than what is drawn. */
const smallestDetail = 1e-8;
/** Outlines with fewer points than that are generalised already. */
const manyPointsPerCommune = 100;

/**
 * @param files communes, by five characters, and whole EPCI or EPT, by SIREN, in any number of files
 * @param isWanted tells the communes that are of use; the others are left out
 * @param presentOf today's commune of a former one: the outlines of merged communes are dissolved into one
 * @throws ReadingError when an outline stands twice in a file
 */
export async function readOutlines(
  files: readonly FetchedFile[],
  isWanted: (commune: string) => boolean,
  presentOf: (commune: string) => string,
): Promise<Outlines> {
  const parts = new Map<string, Outline[]>();
  const whole = new Map<string, Outline>();
  for (const { name, path } of files) {
    const bytes = await readFile(path);
    const seen = new Set<string>();
    for (const { properties, geometry } of readJson(name, unzip(name, bytes), collection).features) {
      const { code } = properties;
      if (seen.has(code)) throw new ReadingError(`${name} : le contour ${code} s’y trouve deux fois.`);
      seen.add(code);
      if (code.length === 9) whole.set(code, geometry);
      else if (isWanted(presentOf(code))) parts.set(presentOf(code), [...(parts.get(presentOf(code)) ?? []), geometry]);
    }
  }
  const communes = new Map([...parts].map(([code, outlines]) => [code, dissolve(outlines)] as const));
  return { communes: generalise(communes), whole };
}

function dissolve(outlines: readonly Outline[]): Outline {
  const [only] = outlines;
  if (only && outlines.length === 1) return only;
  const shared = topology({
    parts: {
      type: 'FeatureCollection',
      features: outlines.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
    } as FeatureCollection,
  });
  const { geometries } = shared.objects.parts as unknown as { geometries: (Polygon | MultiPolygon)[] };
  return merge(shared, geometries);
}

function unzip(name: string, bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new ReadingError(`${name} : archive gzip tronquée ou abîmée. Téléchargez-le de nouveau.`, { cause });
  }
}

/** Drops the details that no map of ours shows, on the topology, so that neighbours keep one border. */
function generalise(communes: ReadonlyMap<string, Outline>): ReadonlyMap<string, Outline> {
  const points = [...communes.values()].reduce((sum, { coordinates }) => sum + coordinates.flat(4).length / 2, 0);
  if (points < manyPointsPerCommune * communes.size) return communes;
  const features: FeatureCollection = {
    type: 'FeatureCollection',
    features: [...communes].map(([code, geometry]) => ({ type: 'Feature', properties: { code }, geometry })),
  };
  const shared = presimplify(topology({ communes: features }) as unknown as Parameters<typeof presimplify>[0]);
  const simplified = simplify(shared, smallestDetail) as unknown as Topology<{
    communes: GeometryCollection<{ code: string }>;
  }>;
  return new Map(
    feature(simplified, simplified.objects.communes).features.map(
      ({ properties, geometry }) => [properties.code, geometry as Outline] as const,
    ),
  );
}
