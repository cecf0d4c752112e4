/** Tiles of buildings over four tiles of zoom 8, one of them without any: every building is somewhere, and once. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import immeubles from '../../data/catalogue/tilesets/immeubles.ts';
import type { Database } from '../../data/database/port.ts';
import { openTestDatabase } from '../../data/database/testing.ts';
import { type Tile, writePmtiles } from '../pmtiles.ts';
import { faultsOf } from '../testing-strict-tile.ts';
import { buildBuildingArchive } from '../tiles.ts';
import { cutBuildings } from './tiles.ts';

let database: Database;
let load: number;
beforeAll(async () => {
  database = await openTestDatabase();
  const [row] = await database.query<{ id: number }>(
    `insert into load (source, departement, sha256, revision, vintage, data_on, files, retrieved_at, loaded_at, rows_read,
       rows_taken, rows_outside, rows_refused, refusals, warnings, duration_ms)
     values ('arcep-immeubles', '91', repeat('0', 64), 1, '2026-T2', '2026-06-30', '[]', now(), now(), 0, 0, 0, 0, '[]', '[]', 0)
     returning id`,
  );
  load = row?.id ?? 0;
  await database.query(`insert into current_load values ('arcep-immeubles', '91', '2026-T2', $1)`, [load]);
});
beforeEach(() => database.run('truncate building'));
afterAll(() => database.close());

type Building = readonly [longitude: number, latitude: number, state: string, number: number];

/** Zoom 8 is cut at 1.40625° and 2.8125° east, 48.92° and 47.99° north: these points stand on either side, and on it. */
const spread: readonly Building[] = Array.from({ length: 3000 }, (_, i) => {
  const longitude = i % 50 === 0 ? 1.40625 : 1.2 + ((i * 7919) % 1800) / 1000;
  return [longitude, 47.8 + ((i * 104_729) % 1400) / 1000, ['deploye', 'signe', 'cible'][i % 3] ?? '', i];
});

/** Operator and day follow the building, not its rank. */
async function fill(buildings: readonly Building[]): Promise<void> {
  await database.copyRows(
    'building',
    ['load_id', 'departement', 'commune', 'id', 'state', 'operator', 'completed_on', 'location_4326'],
    buildings.map(([longitude, latitude, state, i]) => [
      load,
      '91',
      '91228',
      `INVENTE-${i}`,
      state,
      i % 2 ? 'ENTH' : null,
      i % 5 ? null : '2024-02-12',
      `SRID=4326;POINT(${longitude} ${latitude})`,
    ]),
  );
}

async function cut(): Promise<Tile[]> {
  const tiles: Tile[] = [];
  await cutBuildings(database, async (tile) => void tiles.push(tile));
  return tiles;
}

function featuresOf({ data }: Tile, layer: string): Record<string, string | number | boolean>[] {
  const found = new VectorTile(new PbfReader(data)).layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, i) => found?.feature(i).properties ?? {});
}

it('counts every building once in the cells of each small zoom, and draws it once in each large one', async () => {
  await fill(spread);
  const tiles = await cut();
  const { points, cells } = immeubles.layers;
  for (let z = immeubles.minZoom; z <= immeubles.maxZoom; z++) {
    const own = tiles.filter((tile) => tile.z === z);
    for (const { data, x, y } of own) expect(faultsOf(data), `${z}/${x}/${y}`).toEqual([]);
    expect(new Set(own.map(({ x, y }) => `${x} ${y}`)).size, `each tile once at zoom ${z}`).toBe(own.length);
    const drawn = own.flatMap((tile) => featuresOf(tile, points.id));
    const counted = own.flatMap((tile) => featuresOf(tile, cells.id));
    const sum = (name: string) => counted.reduce((total, one) => total + Number(one[name]), 0);
    if (z < immeubles.pointsFromZoom) {
      expect([drawn.length, sum('total'), sum('deploye'), sum('en_cours')], `zoom ${z}`).toEqual([0, 3000, 1000, 1000]);
    } else {
      expect([drawn.length, counted.length], `zoom ${z}`).toEqual([3000, 0]);
      expect(drawn.filter(({ etat }) => etat === 'cible')).toHaveLength(1000);
      expect(drawn.filter(({ operateur }) => operateur === 'ENTH')).toHaveLength(1500);
      expect(drawn.filter(({ date }) => date === '2024-02-12')).toHaveLength(600);
    }
  }
});

it('is done with one tile of the smallest zoom before it begins the next, so that nothing piles up', async () => {
  await fill(spread);
  const parents = (await cut()).map(({ z, x, y }) => `${x >> (z - immeubles.minZoom)} ${y >> (z - immeubles.minZoom)}`);
  const runs = parents.filter((parent, i) => parent !== parents[i - 1]);
  expect(runs.length).toBeGreaterThan(3);
  expect(new Set(runs).size).toBe(runs.length);
});

it('writes the archive that these tiles make, the same whatever the order of the rows', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-immeubles-'));
  const now = () => new Date('2026-11-24T08:00:00Z');
  expect(await buildBuildingArchive(database, folder, now)).toBeNull();
  await fill(spread);
  const name = await buildBuildingArchive(database, folder, now);
  const bytes = await readFile(path.join(folder, name ?? ''));
  const [recorded] = await database.query(
    `select file_name, bytes, bounds, min_zoom from tile_archive where tileset = 'immeubles'`,
  );
  expect(recorded).toMatchObject({ file_name: name, bytes: bytes.length, min_zoom: 8 });
  const { minZoom, maxZoom } = immeubles;
  const described = { minZoom, maxZoom, bounds: [0, 0, 1, 1] as const, metadata: {} };
  // Same data after the header and the metadata, which say where they are and what they are called.
  const alike = writePmtiles(await cut(), described);
  expect(bytes.subarray(-20_000).equals(alike.subarray(-20_000))).toBe(true);
  await database.run('truncate building');
  await fill(spread.toReversed());
  expect(await buildBuildingArchive(database, folder, now)).toBe(name);
  await rm(folder, { recursive: true });
});
