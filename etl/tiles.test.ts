/** Tiles of a small synthetic territory: four communes with ragged borders, two EPCI, one of which goes beyond. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { faultsOf } from './testing-strict-tile.ts';
import { buildTileArchives } from './tiles.ts';

const communes = ['91001', '91002', '91003', '91004'];
const epciOf = (code: string) => (code < '91003' ? '200000001' : '200000002');

/** A border between two corners, ragged the same way from whichever side it is drawn. */
function raggedLine([x1, y1]: number[], [x2, y2]: number[]): [number, number][] {
  const isForward = x1! < x2! || (x1 === x2 && y1! < y2!);
  const points = Array.from({ length: 50 }, (_, i): [number, number] => {
    const share = i / 50;
    const ragged = i % 50 === 0 ? 0 : 0.002 * Math.sin(i * i);
    const [ax, ay, bx, by] = isForward ? [x1!, y1!, x2!, y2!] : [x2!, y2!, x1!, y1!];
    const x = ax + (bx - ax) * share + (ax === bx ? ragged : 0);
    const y = ay + (by - ay) * share + (ay === by ? ragged : 0);
    return [Number(x.toFixed(5)), Number(y.toFixed(5))];
  });
  const end: [number, number] = isForward ? [x2!, y2!] : [x1!, y1!];
  const line = [...points, end];
  return (isForward ? line : line.reverse()).slice(0, -1);
}

function square(west: number, south: number, east: number, north: number): string {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const ring = corners.slice(0, -1).flatMap((corner, i) => raggedLine(corner, corners[i + 1]!));
  return JSON.stringify({ type: 'MultiPolygon', coordinates: [[[...ring, ring[0]]]] });
}

/** Adds an island of a few metres, which is a point on most zooms. */
function withIslet(outline: string): string {
  const islet = [
    [2.8, 48.5],
    [2.80002, 48.5],
    [2.80002, 48.50002],
    [2.8, 48.5],
  ];
  return JSON.stringify({ type: 'MultiPolygon', coordinates: [...JSON.parse(outline).coordinates, [islet]] });
}

let database: Database;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-tiles-'));
  const insert = (level: string, code: string, outline: string, whole: string | null) =>
    database.query(
      `insert into territory (level, code, name, official_name, population_vintage, center_4326, bbox, geom_4326, whole_geom_4326)
       values ($1, $2, $3, $3, '2026', st_setsrid(st_makepoint(2, 48), 4326), '{0,0,0,0}',
         st_setsrid(st_geomfromgeojson($4), 4326), st_setsrid(st_geomfromgeojson($5), 4326))`,
      [level, code, `nom ${code}`, outline, whole],
    );
  for (const [i, code] of communes.entries()) {
    const west = 2.1 + 0.1 * i;
    await insert('commune', code, square(west, 48.5, Number((west + 0.1).toFixed(1)), 48.6), null);
    await database.query(`insert into membership (commune, name, departement, epci) values ($1, $1, '91', $2)`, [
      code,
      epciOf(code),
    ]);
  }
  await insert('epci', '200000001', square(2.1, 48.5, 2.3, 48.6), square(2.1, 48.5, 2.3, 48.6));
  await insert('epci', '200000002', square(2.3, 48.5, 2.5, 48.6), withIslet(square(2.3, 48.5, 2.7, 48.6)));
  await insert('departement', '91', square(2.1, 48.5, 2.5, 48.6), null);
  await buildTileArchives(database, folder);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function openArchive(tileset: string): Promise<PMTiles> {
  const [row] = await database.query<{ file_name: string }>('select file_name from tile_archive where tileset = $1', [
    tileset,
  ]);
  const bytes = new Uint8Array(await readFile(path.join(folder, row!.file_name)));
  return new PMTiles(
    {
      getKey: () => tileset,
      getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
    },
    undefined,
    async (buffer) => new Uint8Array(gunzipSync(new Uint8Array(buffer))).buffer,
  );
}

async function readTile(archive: PMTiles, z: number, x: number, y: number): Promise<VectorTile | null> {
  const tile = await archive.getZxy(z, x, y);
  return tile ? new VectorTile(new PbfReader(new Uint8Array(tile.data))) : null;
}

async function codesAt(archive: PMTiles, layer: string, z: number): Promise<string[]> {
  const codes = new Set<string>();
  for (let x = Math.floor(0.505 * 2 ** z); x <= 0.508 * 2 ** z; x++)
    for (let y = Math.floor(0.34 * 2 ** z); y <= 0.35 * 2 ** z; y++) {
      const found = (await readTile(archive, z, x, y))?.layers[layer];
      for (let i = 0; i < (found?.length ?? 0); i++) codes.add(String(found?.feature(i).properties.code));
    }
  return [...codes].sort();
}

describe('tile archives', () => {
  it('hold every territory at every zoom, from the smallest to the largest', async () => {
    const [archive, epci] = [await openArchive('communes'), await openArchive('epci')];
    for (let z = 5; z <= 12; z++) {
      expect(await codesAt(archive, 'communes', z)).toEqual(communes);
      expect(await codesAt(epci, 'epci', z)).toEqual(['200000001', '200000002']);
      expect(await codesAt(epci, 'departement', z)).toEqual(['91']);
    }
    expect(await archive.getZxy(13, 4143, 2822)).toBeUndefined();
  });

  it('leave no sliver: each vertex of a dissolved EPCI is a vertex of one of its communes, at each zoom', async () => {
    const [archive, epci] = [await openArchive('communes'), await openArchive('epci')];
    for (const z of [7, 9, 11]) {
      const x = Math.floor(((2.3 + 180) / 360) * 2 ** z);
      const y = Math.floor(0.3456 * 2 ** z);
      const vertices = (tile: VectorTile | null, layer: string) => {
        const found = new Set<string>();
        const features = tile?.layers[layer];
        for (let i = 0; i < (features?.length ?? 0); i++)
          for (const ring of features!.feature(i).loadGeometry())
            for (const point of ring) found.add(`${point.x},${point.y}`);
        return found;
      };
      const ofCommunes = vertices(await readTile(archive, z, x, y), 'communes');
      const ofEpci = vertices(await readTile(epci, z, x, y), 'epci');
      expect(ofEpci.size).toBeGreaterThan(3);
      // Where the tile's edge cuts a border the cut is made anew on each side: only vertices inside are compared.
      const inside = [...ofEpci].filter((vertex) => vertex.split(',').every((n) => Number(n) > 0 && Number(n) < 4096));
      for (const vertex of inside) expect(ofCommunes).toContain(vertex);
    }
  });

  it('keep the part of an EPCI that lies outside in a layer of its own', async () => {
    const epci = await openArchive('epci');
    const tile = await readTile(epci, 9, Math.floor(((2.69 + 180) / 360) * 512), Math.floor(0.3456 * 512));
    const whole = tile?.layers.epci_entier;
    const properties = Array.from({ length: whole?.length ?? 0 }, (_, i) => whole?.feature(i).properties);
    expect(properties).toContainEqual({ code: '200000002', nom: 'nom 200000002' });
  });

  it('leave out an island that the zoom brings to a point', async () => {
    const epci = await openArchive('epci');
    for (const z of [5, 6, 7, 8]) {
      const tile = await readTile(epci, z, Math.floor(((2.6 + 180) / 360) * 2 ** z), Math.floor(0.3456 * 2 ** z));
      const whole = tile?.layers.epci_entier;
      for (let i = 0; i < (whole?.length ?? 0); i++)
        for (const ring of whole!.feature(i).loadGeometry())
          expect(new Set(ring.map(({ x, y }) => `${x},${y}`)).size).toBeGreaterThan(2);
    }
  });

  it.each(['communes', 'epci'])('hold nothing that a strict decoder refuses: %s', async (tileset) => {
    const archive = await openArchive(tileset);
    let count = 0;
    for (let z = 5; z <= 12; z++)
      for (let x = Math.floor(0.505 * 2 ** z); x <= 0.508 * 2 ** z; x++)
        for (let y = Math.floor(0.34 * 2 ** z); y <= 0.35 * 2 ** z; y++) {
          const tile = await archive.getZxy(z, x, y);
          if (!tile) continue;
          count++;
          expect(faultsOf(new Uint8Array(tile.data)), `${z}/${x}/${y}`).toEqual([]);
        }
    expect(count).toBeGreaterThan(30);
  });

  it('are the same files, written once, when built again', async () => {
    const before = await database.query('select * from tile_archive order by tileset');
    await buildTileArchives(database, folder, () => new Date('2030-01-01'));
    expect(await database.query('select * from tile_archive order by tileset')).toEqual(before);
    expect((await readdir(folder)).length).toBe(2);
  });
});
