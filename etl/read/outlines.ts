/** GeoJSON of communes, and of whole EPCI where a file holds them → outlines by code. */
import { open } from 'node:fs/promises';
import type { FeatureCollection } from 'geojson';
import { feature, merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { z } from 'zod';
import { whyNotInFrance } from '../../data/tables/france.ts';
import { gunzipFile } from '../fetch/unpack.ts';
import type { FetchedFile } from '../fetched-file.ts';
import type { Outline, Outlines } from '../outlines.ts';
import { ReadingError } from '../reading-error.ts';
import type { Remark } from '../validate.ts';
import { frenchIssue, readJson } from './json.ts';

const collection = z.object({
  type: z.literal('FeatureCollection', 'ce n’est pas une collection GeoJSON (FeatureCollection)'),
  features: z.array(
    z.object({
      properties: z.object({
        code: z.string({
          error: ({ input }) =>
            input === undefined
              ? 'la propriété « code » manque : il y faut le code INSEE de la commune ou le SIREN de l’EPCI'
              : `« ${String(input)} » n’est pas un texte : il y faut le code INSEE de la commune, zéro initial compris`,
        }),
      }),
      geometry: z.unknown(),
    }),
  ),
});

const position = z.array(z.number()).min(2, 'une position a deux coordonnées au moins');
const ring = z.array(position).min(4, 'un anneau a moins de quatre points');
const outline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
]);

/** A published file is of a hundred megabytes; text much beyond this does not fit in a string. */
const mostBytes = 500e6;
/** Municipal arrondissements of Paris, Lyon and Marseille, which files list beside the whole commune. */
const arrondissement = /^(?:751\d\d|6938\d|132\d\d)$/;
/** Square degrees: a triangle of about ten metres. Published outlines are far finer than what is drawn. */
const smallestDetail = 1e-8;
/** Outlines with fewer points than that are generalised already. */
const manyPointsPerCommune = 100;

/** What is asked about a code: of a commune, or of an EPCI or EPT. */
export interface OutlineQuestions {
  /** Whether the COG knows it, of today or, for a commune, of before a merger. */
  isKnown(code: string): boolean;
  /** The communes that are of use; the others are left out. */
  isWanted(commune: string): boolean;
  /** Today's commune of a former one: the outlines of merged communes are dissolved into one. */
  presentOf(commune: string): string;
}

/** An outline that is not taken, and why. */
export interface OutlineRemark extends Remark {
  readonly code: string;
}

export interface OutlineReading extends Outlines {
  /** Outlines that cannot be drawn. */
  readonly refused: readonly OutlineRemark[];
  /** Outlines of communes and EPCI that do not exist. */
  readonly unknown: readonly OutlineRemark[];
}

interface Part {
  readonly file: string;
  readonly code: string;
  readonly outline: Outline;
}

/**
 * @param files communes, by five characters, and whole EPCI or EPT, by SIREN, in any number of files
 * @throws ReadingError when a file is no collection of outlines with a code each, or an outline stands there twice
 */
export async function readOutlines(
  files: readonly FetchedFile[],
  { isKnown, isWanted, presentOf }: OutlineQuestions,
): Promise<OutlineReading> {
  const parts = new Map<string, Part[]>();
  const whole = new Map<string, Outline>();
  const refused: OutlineRemark[] = [];
  const unknown: OutlineRemark[] = [];
  const fileOf = new Map<string, string>();
  for (const file of files) {
    const { name } = file;
    for (const { properties, geometry } of readJson(name, await readBytes(file), collection).features) {
      const { code } = properties;
      const first = fileOf.get(code);
      if (first !== undefined)
        throw new ReadingError(
          `${name} : le contour ${code} ${first === name ? 's’y trouve deux fois' : `est déjà dans ${first}`}. Retirez l’un des deux.`,
        );
      fileOf.set(code, name);
      const isGrouping = code.length === 9;
      if (!isKnown(code)) {
        unknown.push(
          remark(name, code, `${isGrouping ? 'cet EPCI' : 'cette commune'} n’existe pas au COG 2026`, 'ignoré'),
        );
        continue;
      }
      if (!isGrouping && !isWanted(presentOf(code))) continue;
      const read = toOutline(geometry);
      if (typeof read === 'string') refused.push(remark(name, code, read, 'refusé'));
      else if (isGrouping) whole.set(code, read);
      else parts.set(presentOf(code), [...(parts.get(presentOf(code)) ?? []), { file: name, code, outline: read }]);
    }
  }
  const communes = new Map<string, Outline>();
  for (const [code, all] of parts) {
    const dissolved = dissolve(withoutArrondissements(all).map((part) => part.outline));
    const [{ file = '' } = {}] = all;
    if (dissolved.coordinates.length > 0) communes.set(code, dissolved);
    else {
      const codes = all.map((part) => part.code).join(', ');
      refused.push(remark(file, code, `« ${codes} » se recouvrent : rien n’en reste une fois fusionnés`, 'refusé'));
    }
  }
  return { communes: generalise(communes), whole, refused, unknown };
}

function remark(file: string, code: string, message: string, fate: 'refusé' | 'ignoré'): OutlineRemark {
  return {
    code,
    reason: `contour : ${message.replace(/«[^»]*»( \([^)]*\))?/, '').trim()}`,
    message: `${file}, contour ${code} : ${message}. Contour ${fate}.`,
  };
}

/** The parts of a commune that make it up once: arrondissements only when the whole is not there. */
function withoutArrondissements(parts: readonly Part[]): readonly Part[] {
  const others = parts.filter(({ code }) => !arrondissement.test(code));
  return others.length > 0 ? others : parts;
}

const misplaced = {
  inverted: 'n’est pas en France : longitude et latitude sont inversées',
  meters: 'est en mètres (Lambert-93 ?), il faut des degrés WGS 84',
  elsewhere: 'n’est pas en France',
} as const;

/** @returns the outline, or why it is none */
function toOutline(geometry: unknown): Outline | string {
  const type = (geometry as { type?: unknown } | null | undefined)?.type;
  if (type === undefined || type === null) return 'la géométrie est vide';
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return `« ${String(type)} » n’est ni un Polygon ni un MultiPolygon`;
  const result = outline.safeParse(geometry, { error: frenchIssue });
  if (!result.success) return result.error.issues[0]?.message ?? 'la géométrie est illisible';
  const polygons = result.data.type === 'Polygon' ? [result.data.coordinates] : result.data.coordinates;
  if (polygons.length === 0 || polygons.some((rings) => rings.length === 0)) return 'la géométrie est vide';
  for (const [longitude = 0, latitude = 0] of polygons.flat(2)) {
    const why = whyNotInFrance(longitude, latitude);
    if (why !== null) return `« ${longitude} ; ${latitude} » (longitude ; latitude) ${misplaced[why]}`;
  }
  return result.data;
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

async function readBytes({ name, path }: FetchedFile): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    if (bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b)
      return await collect(await gunzipFile(path, name, mostBytes));
    if ((await file.stat()).size <= mostBytes) return await file.readFile();
  } finally {
    await file.close();
  }
  throw new ReadingError(
    `${name} : plus de ${mostBytes / 1e6} Mo. Prenez une version plus généralisée des contours (100 m, par exemple).`,
  );
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
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
