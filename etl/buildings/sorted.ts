/** Buildings in force, out of the database a tile at a time: it sorts them, on its own disk when they are many. */
import type { Database, Queryable } from '../../data/database/port.ts';

export interface Building {
  /** 0 to 1 over the world, Web Mercator. */
  readonly x: number;
  readonly y: number;
  readonly state: string;
  /** Code; empty when it is not known. */
  readonly operator: string;
  /** ISO day of completion; empty when there is none. */
  readonly day: string;
}

export interface TileOfBuildings {
  readonly column: number;
  readonly line: number;
  readonly buildings: readonly Building[];
}

export type Bounds = readonly [west: number, south: number, east: number, north: number];

const rowsPerAnswer = 10_000;
const inForce = 'building b join current_load c on c.load_id = b.load_id and c.departement = b.departement';

/** @returns the box of the buildings in force; null when there is none */
export async function readBuildingBounds(database: Queryable): Promise<Bounds | null> {
  const [row] = await database.query<{ n: number; bounds: Bounds }>(
    `select count(*) as n, array[min(st_x(location_4326)), min(st_y(location_4326)), max(st_x(location_4326)), max(st_y(location_4326))] as bounds
     from ${inForce}`,
  );
  return row && row.n > 0 ? row.bounds : null;
}

const toX = (longitude: number) => (longitude + 180) / 360;
const toY = (latitude: number) => (1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2;
const westOf = (column: number, z: number) => (column / 2 ** z) * 360 - 180;
const northOf = (line: number, z: number) =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * line) / 2 ** z))) * 180) / Math.PI;

/**
 * Gives to `onTile` the buildings of each tile of zoom `z` that has some, those of one tile of zoom `parentZoom` in a row.
 * The database finds the tile of a building among borders that are computed here, so that both engines find the same.
 */
export async function readByTile(
  database: Database,
  z: number,
  parentZoom: number,
  onTile: (tile: TileOfBuildings) => Promise<void>,
): Promise<void> {
  const bounds = await readBuildingBounds(database);
  if (!bounds) return;
  const [west, south, east, north] = bounds;
  const cut = (coordinate: number) => Math.floor(coordinate * 2 ** z);
  const [left, right, top, bottom] = [cut(toX(west)), cut(toX(east)), cut(toY(north)), cut(toY(south))];
  const between = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i + 1);
  const columns = between(left, right).map((column) => westOf(column, z));
  // Latitudes rise as lines go down: the first bucket is the line at the bottom.
  const lines = between(top, bottom)
    .map((line) => northOf(line, z))
    .reverse();
  const parent = 2 ** (z - parentZoom);
  await database.transaction(async (tx) => {
    // Sorting twenty-five million rows takes longer than any question that a person asks.
    await tx.query('set local statement_timeout = 0');
    await tx.query(
      `declare sorted_building no scroll cursor for
       select place.tile_column, place.tile_line, st_x(location_4326) as longitude, st_y(location_4326) as latitude,
         state, coalesce(operator, '') as operator, coalesce(completed_on::text, '') as day
       from ${inForce}
       cross join lateral (select ${left} + width_bucket(st_x(location_4326), ${arraySql(columns)}) as tile_column,
         ${bottom} - width_bucket(st_y(location_4326), ${arraySql(lines)}) as tile_line) place
       order by tile_line / ${parent}, tile_column / ${parent}, tile_line, tile_column`,
    );
    await readSorted(tx, 2 ** z, onTile);
    await tx.query('close sorted_building');
  });
}

/** Numbers that were computed here; a cursor takes no parameter on one of the engines. */
const arraySql = (numbers: readonly number[]) => `'{${numbers.join(',')}}'::float8[]`;

interface Row {
  readonly tile_column: number;
  readonly tile_line: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly state: string;
  readonly operator: string;
  readonly day: string;
}

async function readSorted(
  tx: Queryable,
  size: number,
  onTile: (tile: TileOfBuildings) => Promise<void>,
): Promise<void> {
  let [column, line] = [-1, -1];
  let buildings: Building[] = [];
  const end = async () => {
    if (buildings.length > 0) await onTile({ column, line, buildings: buildings.sort(inOneOrder) });
    buildings = [];
  };
  for (;;) {
    const rows = await tx.query<Row>(`fetch ${rowsPerAnswer} from sorted_building`);
    for (const { tile_column, tile_line, longitude, latitude, state, operator, day } of rows) {
      if (tile_column !== column || tile_line !== line) {
        await end();
        [column, line] = [tile_column, tile_line];
      }
      const [x, y] = [within(toX(longitude), column, size), within(toY(latitude), line, size)];
      buildings.push({ x, y, state, operator, day });
    }
    if (rows.length < rowsPerAnswer) break;
  }
  await end();
}

/** A coordinate of tile `index`: one on its border may be computed a hair outside. */
const within = (coordinate: number, index: number, size: number) =>
  Math.min(((index + 1) / size) * (1 - Number.EPSILON), Math.max(index / size, coordinate));

/** The database sorts by tile alone: inside one, the order must not depend on that of the rows. */
function inOneOrder(a: Building, b: Building): number {
  const told = ({ state, operator, day }: Building) => `${state} ${operator} ${day}`;
  return a.y - b.y || a.x - b.x || (told(a) < told(b) ? -1 : told(a) > told(b) ? 1 : 0);
}
