/**
 * Buildings → tiles, from the database: each building as a point at the large zooms, cells that count them at the small
 * ones. They come sorted, one tile of the smallest zoom after the other: in memory stand its cells, and the points of
 * one tile of zoom 12, whatever the number of buildings in all.
 */
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { group } from 'd3-array';
import immeubles from '../../data/catalogue/tilesets/immeubles.ts';
import type { Database } from '../../data/database/port.ts';
import type { Tile } from '../pmtiles.ts';
import { type Building, readByTile } from './sorted.ts';

const tileExtent = 4096;
/** Cells along the side of a tile: about 32 pixels each. */
const cellsPerSide = 16;
const { minZoom, maxZoom, pointsFromZoom, layers } = immeubles;

/** Gives each tile to `onTile`; the same buildings give the same tiles, in whatever order they were loaded. */
export async function cutBuildings(database: Database, onTile: (tile: Tile) => Promise<void>): Promise<void> {
  const depth = pointsFromZoom - minZoom;
  let cells = makeCells();
  let parent = '';
  await readByTile(database, pointsFromZoom, minZoom, async ({ column, line, buildings }) => {
    const own = `${column >> depth} ${line >> depth}`;
    if (own !== parent) {
      for (const tile of cells.tiles()) await onTile(tile);
      cells = makeCells();
      parent = own;
    }
    for (const building of buildings) cells.add(building);
    for (let z = pointsFromZoom; z <= maxZoom; z++) for (const tile of pointTiles(buildings, z)) await onTile(tile);
  });
  for (const tile of cells.tiles()) await onTile(tile);
}

type Feature = { type: 1; geometry: [number, number][]; tags: Record<string, string | number> };

interface Address {
  readonly column: number;
  readonly line: number;
}

function encode(layer: string, z: number, { column, line }: Address, features: readonly Feature[]): Tile {
  const encoded = { [layer]: { features } } as unknown as Parameters<typeof fromGeojsonVt>[0];
  return { z, x: column, y: line, data: fromGeojsonVt(encoded, { version: 2, extent: tileExtent }) };
}

const clamp = (value: number) => Math.min(tileExtent, Math.max(0, Math.round(value * tileExtent)));

/** A position inside a tile: a mean may fall on the border, by rounding. */
const inside = (x: number, y: number, z: number, { column, line }: Address): [number, number] => [
  clamp(x * 2 ** z - column),
  clamp(y * 2 ** z - line),
];

function pointTiles(buildings: readonly Building[], z: number): Tile[] {
  const own = group(buildings, ({ x, y }) => Math.floor(y * 2 ** z) * 2 ** z + Math.floor(x * 2 ** z));
  return [...own].map(([key, found]) => {
    const address = { column: key % 2 ** z, line: Math.floor(key / 2 ** z) };
    const features = found.map(
      ({ x, y, state, operator, day }): Feature => ({
        type: 1,
        geometry: [inside(x, y, z, address)],
        tags: { etat: state, operateur: operator, date: day },
      }),
    );
    return encode(layers.points.id, z, address, features);
  });
}

interface Cell {
  x: number;
  y: number;
  total: number;
  deployed: number;
  underWay: number;
}

/** Cells of one tile of the smallest zoom, at each zoom at which they are drawn: some twenty thousand at most. */
function makeCells() {
  const zooms = Array.from({ length: pointsFromZoom - minZoom }, (_, i) => ({
    z: minZoom + i,
    cells: new Map<number, Cell>(),
  }));
  return {
    add({ x, y, state }: Building): void {
      for (const { z, cells } of zooms) {
        const side = 2 ** z * cellsPerSide;
        const key = Math.floor(y * side) * side + Math.floor(x * side);
        const cell = cells.get(key) ?? { x: 0, y: 0, total: 0, deployed: 0, underWay: 0 };
        cell.x += x;
        cell.y += y;
        cell.total++;
        if (state === 'deploye') cell.deployed++;
        if (state === 'en-cours' || state === 'signe') cell.underWay++;
        cells.set(key, cell);
      }
    },
    tiles(): Tile[] {
      return zooms.flatMap(({ z, cells }) => cellTiles(z, cells));
    },
  };
}

/** Each cell stands at the mean position of what it counts. */
function cellTiles(z: number, cells: ReadonlyMap<number, Cell>): Tile[] {
  const side = 2 ** z * cellsPerSide;
  const lineOf = (key: number) => Math.floor(Math.floor(key / side) / cellsPerSide);
  const columnOf = (key: number) => Math.floor((key % side) / cellsPerSide);
  const tiles = group(cells, ([key]) => lineOf(key) * 2 ** z + columnOf(key));
  return [...tiles].map(([tile, own]) => {
    const address = { column: tile % 2 ** z, line: Math.floor(tile / 2 ** z) };
    const features = own.map(
      ([, { x, y, total, deployed, underWay }]): Feature => ({
        type: 1,
        geometry: [inside(x / total, y / total, z, address)],
        tags: { total, deploye: deployed, en_cours: underWay },
      }),
    );
    return encode(layers.cells.id, z, address, features);
  });
}
