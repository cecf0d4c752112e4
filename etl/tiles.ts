/**
 * Builds the tile archives from the outlines in the database. Outlines are simplified zoom by zoom on their common
 * topology, so that neighbours keep sharing their border, then cut into tiles without further simplification.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { group } from 'd3-array';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import { tilesets } from '../data/catalogue/catalogue.ts';
import type { TilesetDeclaration } from '../data/catalogue/declare.ts';
import immeubles from '../data/catalogue/tilesets/immeubles.ts';
import type { Database, Queryable } from '../data/database/port.ts';
import { type Bounds, readBuildingBounds } from './buildings/sorted.ts';
import { cutBuildings } from './buildings/tiles.ts';
import { readFeatures } from './outlines.ts';
import { type Tile, writePmtiles } from './pmtiles.ts';
import { openPmtilesFile } from './pmtiles-file.ts';
import { cleanRings } from './tile-rings.ts';

type Properties = { code: string; nom: string; epci: string };
type Outline = Feature<Polygon | MultiPolygon, Properties>;
type TopoOutline = (TopoPolygon | TopoMultiPolygon) & { properties: Properties };
type Outlines = Topology<{ communes: GeometryCollection<Properties>; whole: GeometryCollection<Properties> }>;

const tileExtent = 4096;
/** Pixels of a 512-pixel tile: a detail smaller than a triangle of this many square pixels is dropped. */
const smallestDetailPixels = 0.5;

/**
 * Writes `<tileset>-<hash>.pmtiles` for each tileset into `folder`, then records them; nothing is written when the
 * archives recorded are those and are there. Archives no longer recorded are removed.
 */
export async function buildTileArchives(
  database: Database,
  folder: string,
  now: () => Date = () => new Date(),
): Promise<void> {
  const outlines = await readOutlines(database);
  if (outlines.objects.communes.geometries.length === 0) return;
  const names = await readNames(database);
  const bounds = outlines.bbox as [number, number, number, number];
  await mkdir(folder, { recursive: true });
  const kept: string[] = [];
  for (const tileset of tilesets as readonly TilesetDeclaration[]) {
    const archive = writePmtiles(cutTiles(tileset, outlines, names), {
      minZoom: tileset.minZoom,
      maxZoom: tileset.maxZoom,
      bounds,
      metadata: {
        name: tileset.title,
        vector_layers: tileset.layers.map(({ id }) => ({
          id,
          minzoom: tileset.minZoom,
          maxzoom: tileset.maxZoom,
          fields: tileset.properties,
        })),
      },
    });
    kept.push(await keepArchive(database, folder, tileset, archive, bounds, now));
  }
  const buildings = await buildBuildingArchive(database, folder, now);
  if (buildings !== null) kept.push(buildings);
  for (const name of await readdir(folder))
    if (name.endsWith('.pmtiles') && !kept.includes(name)) await rm(path.join(folder, name));
}

/** @returns the name of the file; null when the database holds no building */
export async function buildBuildingArchive(
  database: Database,
  folder: string,
  now: () => Date,
): Promise<string | null> {
  const bounds = await readBuildingBounds(database);
  if (!bounds) {
    await database.query('delete from tile_archive where tileset = $1', [immeubles.id]);
    return null;
  }
  const { id, minZoom, maxZoom, pointsFromZoom, layers, title } = immeubles;
  const { points, cells } = layers;
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${id}.part`);
  const archive = await openPmtilesFile(file);
  try {
    await cutBuildings(database, archive.add);
    const vector_layers = [
      { id: cells.id, minzoom: minZoom, maxzoom: pointsFromZoom - 1, fields: cells.properties },
      { id: points.id, minzoom: pointsFromZoom, maxzoom: maxZoom, fields: points.properties },
    ];
    const made = await archive.finish({ minZoom, maxZoom, bounds, metadata: { name: title, vector_layers } });
    const fileName = nameOf(id, made.sha256);
    await rename(file, path.join(folder, fileName));
    await record(database, immeubles, { fileName, ...made }, bounds, now);
    return fileName;
  } finally {
    await archive.close();
  }
}

const nameOf = (tileset: string, sha256: string) => `${tileset}-${sha256.slice(0, 16)}.pmtiles`;

/** @returns the name of the file */
async function keepArchive(
  database: Database,
  folder: string,
  tileset: TilesetDeclaration,
  archive: Uint8Array,
  bounds: Bounds,
  now: () => Date,
): Promise<string> {
  const sha256 = createHash('sha256').update(archive).digest('hex');
  const fileName = nameOf(tileset.id, sha256);
  const file = path.join(folder, fileName);
  if (!existsSync(file)) {
    await writeFile(`${file}.part`, archive);
    await rename(`${file}.part`, file);
  }
  await record(database, tileset, { fileName, sha256, bytes: archive.length }, bounds, now);
  return fileName;
}

async function record(
  database: Database,
  { id, minZoom, maxZoom }: Pick<TilesetDeclaration, 'id' | 'minZoom' | 'maxZoom'>,
  { fileName, sha256, bytes }: { fileName: string; sha256: string; bytes: number },
  bounds: Bounds,
  now: () => Date,
): Promise<void> {
  await database.query(
    `insert into tile_archive (tileset, file_name, sha256, bytes, min_zoom, max_zoom, bounds, built_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tileset) do update set file_name = excluded.file_name, sha256 = excluded.sha256, bytes = excluded.bytes,
       min_zoom = excluded.min_zoom, max_zoom = excluded.max_zoom, bounds = excluded.bounds, built_at = excluded.built_at
     where tile_archive.sha256 <> excluded.sha256`,
    [id, fileName, sha256, bytes, minZoom, maxZoom, bounds, now().toISOString()],
  );
}

async function readOutlines(database: Queryable): Promise<Outlines> {
  const communes = await readFeatures<Properties>(
    database,
    `select t.code, t.name as nom, coalesce(m.epci, '') as epci, st_asgeojson(t.geom_4326, 7) as outline
     from territory t join membership m on m.commune = t.code where t.level = 'commune' order by t.code`,
  );
  const whole = await readFeatures<Properties>(
    database,
    `select code, name as nom, code as epci, st_asgeojson(whole_geom_4326, 7) as outline
     from territory where level = 'epci' and whole_geom_4326 is not null order by code`,
  );
  return presimplify(topology({ communes, whole }) as Outlines) as Outlines;
}

/** Names of the EPCI and départements, by code. */
async function readNames(database: Queryable): Promise<Map<string, string>> {
  const rows = await database.query<{ code: string; name: string }>(
    `select code, name from territory where level <> 'commune'`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

function cutTiles(tileset: TilesetDeclaration, outlines: Outlines, names: ReadonlyMap<string, string>): Tile[] {
  const tiles: Tile[] = [];
  let candidates = tilesOver(outlines.bbox as number[], tileset.minZoom);
  for (let z = tileset.minZoom; z <= tileset.maxZoom; z++) {
    const pixel = 360 / (512 * 2 ** z);
    const simplified = simplify(outlines, smallestDetailPixels * pixel ** 2) as Outlines;
    const indexes = tileset.layers.map(({ id, level, extent }) => {
      const data: FeatureCollection = {
        type: 'FeatureCollection',
        features: outlinesOf(simplified, level, extent, names, tileset),
      };
      return {
        id,
        index: new GeoJSONVT(data, {
          maxZoom: z,
          indexMaxZoom: z,
          indexMaxPoints: 0,
          tolerance: 0,
          extent: tileExtent,
        }),
      };
    });
    const found: [x: number, y: number][] = [];
    for (const [x, y] of candidates) {
      const layers: Parameters<typeof fromGeojsonVt>[0] = {};
      for (const { id, index } of indexes) {
        const tile = index.getTile(z, x, y);
        if (tile && tile.features.length > 0) layers[id] = cleanRings(tile);
      }
      if (Object.keys(layers).length === 0) continue;
      found.push([x, y]);
      tiles.push({ z, x, y, data: fromGeojsonVt(layers, { version: 2, extent: tileExtent }) });
    }
    candidates = found.flatMap(([x, y]) =>
      [0, 1, 2, 3].map((i): [number, number] => [2 * x + (i & 1), 2 * y + (i >> 1)]),
    );
  }
  return tiles;
}

/** Addresses of the tiles of zoom `z` that a box touches: the few from which the others are found by descent. */
function tilesOver([west = 0, south = 0, east = 0, north = 0]: readonly number[], z: number): [x: number, y: number][] {
  const column = (longitude: number) => Math.floor(((longitude + 180) / 360) * 2 ** z);
  const line = (latitude: number) => {
    const radians = (latitude * Math.PI) / 180;
    return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
  };
  const addresses: [number, number][] = [];
  for (let x = column(west); x <= column(east); x++)
    for (let y = line(north); y <= line(south); y++) addresses.push([x, y]);
  return addresses;
}

function outlinesOf(
  simplified: Outlines,
  level: 'commune' | 'epci' | 'departement',
  extent: 'part' | 'whole',
  names: ReadonlyMap<string, string>,
  tileset: TilesetDeclaration,
): Outline[] {
  const communes = simplified.objects.communes.geometries as TopoOutline[];
  const pick = (properties: Properties): Properties =>
    Object.fromEntries(
      Object.keys(tileset.properties).map((name) => [name, properties[name as keyof Properties]]),
    ) as Properties;
  if (level === 'commune' || extent === 'whole') {
    const collection = level === 'commune' ? simplified.objects.communes : simplified.objects.whole;
    return (feature(simplified, collection) as FeatureCollection<Polygon | MultiPolygon, Properties>).features.map(
      (outline) => ({
        ...outline,
        properties: pick(outline.properties),
      }),
    );
  }
  const groups = group(communes, ({ properties }) =>
    level === 'epci' ? properties.epci : departementOf(properties.code),
  );
  // The communes that belong to no EPCI are drawn as communes alone.
  return [...groups]
    .filter(([code]) => code !== '')
    .map(([code, members]) => ({
      type: 'Feature',
      properties: pick({ code, nom: names.get(code) ?? code, epci: code }),
      geometry: merge(simplified, members),
    }));
}

function departementOf(communeCode: string): string {
  return communeCode.startsWith('97') ? communeCode.slice(0, 3) : communeCode.slice(0, 2);
}
