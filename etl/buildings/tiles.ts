/**
 * Buildings → tiles, from the database: each building as a point at the large zooms, cells that count them at the small
 * ones. Positions and states stand in typed arrays, some 20 bytes a building, so that a département is a few megabytes.
 */
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import immeubles from '../../data/catalogue/tilesets/immeubles.ts';
import type { Database } from '../../data/database/port.ts';
import type { Tile } from '../pmtiles.ts';

const tileExtent = 4096;
/** Cells along the side of a tile: about 32 pixels each. */
const cellsPerSide = 16;
const states = ['deploye', 'en-cours', 'signe', 'sur-demande', 'cible', 'abandonne'];

interface Buildings {
  readonly count: number;
  /** 0 to 1 over the world, Web Mercator. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Index in `states`. */
  readonly state: Uint8Array;
  readonly operator: readonly (string | null)[];
  readonly day: readonly (string | null)[];
}

/** @returns null when the database holds no building */
export async function cutBuildings(
  database: Database,
): Promise<{ tiles: Tile[]; bounds: [number, number, number, number] } | null> {
  const [count] = await database.query<{ n: number; bounds: [number, number, number, number] }>(
    `select count(*) as n, array[min(st_x(location_4326)), min(st_y(location_4326)), max(st_x(location_4326)), max(st_y(location_4326))] as bounds
     from building b join current_load c on c.load_id = b.load_id and c.departement = b.departement`,
  );
  if (!count || count.n === 0) return null;
  const buildings = await readBuildings(database, count.n);
  const tiles: Tile[] = [];
  for (let z = immeubles.minZoom; z <= immeubles.maxZoom; z++) {
    const features = z >= immeubles.pointsFromZoom ? pointsOf(buildings, z) : cellsOf(buildings, z);
    for (const [key, found] of features) {
      const layers = { [found.layer]: { features: found.features } } as unknown as Parameters<typeof fromGeojsonVt>[0];
      const data = fromGeojsonVt(layers, { version: 2, extent: tileExtent });
      tiles.push({ z, x: key % 2 ** z, y: Math.floor(key / 2 ** z), data });
    }
  }
  return { tiles, bounds: count.bounds };
}

/** Commune by commune, so that no answer of the database is large. */
async function readBuildings(database: Database, count: number): Promise<Buildings> {
  const buildings = {
    count,
    x: new Float64Array(count),
    y: new Float64Array(count),
    state: new Uint8Array(count),
    operator: new Array<string | null>(count).fill(null),
    day: new Array<string | null>(count).fill(null),
  };
  const communes = await database.query<{ load_id: number; commune: string }>(
    `select distinct b.load_id, b.commune from building b
     join current_load c on c.load_id = b.load_id and c.departement = b.departement order by 2, 1`,
  );
  let at = 0;
  for (const { load_id, commune } of communes) {
    const rows = await database.query<{
      x: number;
      y: number;
      state: string;
      operator: string | null;
      day: string | null;
    }>(
      `select st_x(location_4326) as x, st_y(location_4326) as y, state, operator, completed_on::text as day
       from building where load_id = $1 and commune = $2 order by id collate "C"`,
      [load_id, commune],
    );
    for (const { x, y, state, operator, day } of rows) {
      const radians = (y * Math.PI) / 180;
      buildings.x[at] = (x + 180) / 360;
      buildings.y[at] = (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2;
      buildings.state[at] = states.indexOf(state);
      buildings.operator[at] = operator;
      buildings.day[at] = day;
      at++;
    }
  }
  return buildings;
}

interface Features {
  readonly layer: string;
  readonly features: { type: 1; geometry: [number, number][]; tags: Record<string, string | number> }[];
}

function pointsOf({ count, x, y, state, operator, day }: Buildings, z: number): Map<number, Features> {
  const tiles = new Map<number, Features>();
  const size = 2 ** z;
  for (let i = 0; i < count; i++) {
    const [px, py] = [(x[i] ?? 0) * size, (y[i] ?? 0) * size];
    const [column, line] = [Math.floor(px), Math.floor(py)];
    const tile = tiles.get(line * size + column) ?? { layer: immeubles.layers.points.id, features: [] };
    tile.features.push({
      type: 1,
      geometry: [[Math.round((px - column) * tileExtent), Math.round((py - line) * tileExtent)]],
      tags: { etat: states[state[i] ?? 0] ?? '', operateur: operator[i] ?? '', date: day[i] ?? '' },
    });
    tiles.set(line * size + column, tile);
  }
  return tiles;
}

/** Each cell stands at the mean position of what it counts. */
function cellsOf({ count, x, y, state }: Buildings, z: number): Map<number, Features> {
  const cells = new Map<number, { x: number; y: number; total: number; deployed: number; underWay: number }>();
  const side = 2 ** z * cellsPerSide;
  for (let i = 0; i < count; i++) {
    const key = Math.floor((y[i] ?? 0) * side) * side + Math.floor((x[i] ?? 0) * side);
    const cell = cells.get(key) ?? { x: 0, y: 0, total: 0, deployed: 0, underWay: 0 };
    cell.x += x[i] ?? 0;
    cell.y += y[i] ?? 0;
    cell.total++;
    const name = states[state[i] ?? 0];
    if (name === 'deploye') cell.deployed++;
    if (name === 'en-cours' || name === 'signe') cell.underWay++;
    cells.set(key, cell);
  }
  const tiles = new Map<number, Features>();
  const size = 2 ** z;
  for (const cell of cells.values()) {
    const [px, py] = [(cell.x / cell.total) * size, (cell.y / cell.total) * size];
    const [column, line] = [Math.floor(px), Math.floor(py)];
    const tile = tiles.get(line * size + column) ?? { layer: immeubles.layers.cells.id, features: [] };
    tile.features.push({
      type: 1,
      geometry: [[Math.round((px - column) * tileExtent), Math.round((py - line) * tileExtent)]],
      tags: { total: cell.total, deploye: cell.deployed, en_cours: cell.underWay },
    });
    tiles.set(line * size + column, tile);
  }
  return tiles;
}
