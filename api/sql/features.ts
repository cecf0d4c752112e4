/**
 * Where features are, in the system that a reader asked for. A box is made of straight lines of its own system: its
 * edges are cut into pieces before they are transformed, so that they stay where they were, and the index is used.
 */
import type { Level } from '../../data/catalogue/declare.ts';
import type { Queryable } from '../../data/database/port.ts';
import { type Parameters, startParameters } from './parameters.ts';

/** How coordinates are written. */
export interface Written {
  readonly srid: number;
  readonly isLatitudeFirst: boolean;
  /** Decimals. */
  readonly digits: number;
}

/** Rectangles `minX, minY, maxX, maxY` of one system. */
export interface Boxes {
  readonly srid: number;
  readonly boxes: readonly (readonly [number, number, number, number])[];
}

const piecesOfAnEdge = 64;

/** Boxes as one geometry of SRID 4326. A box without width or height is a line or a point. */
function boxesSql({ srid, boxes }: Boxes, parameters: Parameters): string {
  const each = boxes.map((box) => {
    const [minX, minY, maxX, maxY] = box.map((edge) => `${parameters.add(edge)}::float8`);
    const piece = Math.max(box[2] - box[0], box[3] - box[1]) / piecesOfAnEdge;
    const outline = `st_envelope(st_makeline(st_makepoint(${minX}, ${minY}), st_makepoint(${maxX}, ${maxY})))`;
    const cut = piece > 0 && srid !== 4326 ? `st_segmentize(${outline}, ${parameters.add(piece)}::float8)` : outline;
    return srid === 4326 ? `st_setsrid(${cut}, 4326)` : `st_transform(st_setsrid(${cut}, ${srid}), 4326)`;
  });
  return `st_collect(array[${each.join(', ')}])`;
}

/** GeoJSON text of a geometry of SRID 4326, outer rings counter-clockwise as RFC 7946 wants. */
function writtenSql(geometry: string, { srid, isLatitudeFirst, digits }: Written): string {
  const moved = srid === 4326 ? geometry : `st_transform(${geometry}, ${srid})`;
  const turned = `st_forcepolygonccw(${moved})`;
  return `st_asgeojson(${isLatitudeFirst ? `st_flipcoordinates(${turned})` : turned}, ${digits}, 0)`;
}

/** Code → outline as GeoJSON. */
export async function readOutlines(
  database: Queryable,
  level: Level,
  codes: readonly string[],
  written: Written,
): Promise<Map<string, object>> {
  const rows = await database.query<{ code: string; outline: string }>(
    `select code, ${writtenSql('geom_4326', written)} as outline from territory where level = $1 and code = any($2::text[])`,
    [level, codes],
  );
  return new Map(rows.map(({ code, outline }) => [code, JSON.parse(outline) as object]));
}

/** Codes of the territories of a level that a box touches. */
export async function readCodesWithin(database: Queryable, level: Level, boxes: Boxes): Promise<Set<string>> {
  const parameters = startParameters();
  const rows = await database.query<{ code: string }>(
    `with asked as materialized (select (st_dump(${boxesSql(boxes, parameters)})).geom as box)
     select t.code from territory t where t.level = ${parameters.add(level)}
       and exists (select 1 from asked where st_intersects(t.geom_4326, asked.box))`,
    parameters.values,
  );
  return new Set(rows.map(({ code }) => code));
}

export type Position = readonly [longitude: number, latitude: number];

/** Which of these positions a box touches, by their rank. */
export async function findWithin(
  database: Queryable,
  positions: readonly Position[],
  boxes: Boxes,
): Promise<Set<number>> {
  const parameters = startParameters();
  const rows = await database.query<{ rank: number }>(
    `with asked as materialized (select (st_dump(${boxesSql(boxes, parameters)})).geom as box)
     select p.rank from ${positionsSql(positions, parameters)}
     where exists (select 1 from asked where st_intersects(st_setsrid(st_makepoint(p.x, p.y), 4326), asked.box))`,
    parameters.values,
  );
  return new Set(rows.map(({ rank }) => rank));
}

/** GeoJSON points, in the order of the positions. */
export async function readPoints(
  database: Queryable,
  positions: readonly Position[],
  written: Written,
): Promise<object[]> {
  if (positions.length === 0) return [];
  const parameters = startParameters();
  const rows = await database.query<{ point: string }>(
    `select ${writtenSql('st_setsrid(st_makepoint(p.x, p.y), 4326)', written)} as point
     from ${positionsSql(positions, parameters)} order by p.rank`,
    parameters.values,
  );
  return rows.map(({ point }) => JSON.parse(point) as object);
}

/** `p`: x, y, and rank from zero. */
function positionsSql(positions: readonly Position[], parameters: Parameters): string {
  const column = (i: 0 | 1) => `${parameters.add(positions.map((position) => position[i]))}::float8[]`;
  return `(select x, y, (n - 1)::integer as rank from unnest(${column(0)}, ${column(1)}) with ordinality as u (x, y, n)) p`;
}

/** west, south, east, north of the territories of a level; null when none is loaded. */
export async function readLevelExtent(
  database: Queryable,
  level: Level,
): Promise<readonly [number, number, number, number] | null> {
  const [row] = await database.query<{ box: [number, number, number, number] | null }>(
    `select case when count(*) > 0 then array[min(bbox[1]), min(bbox[2]), max(bbox[3]), max(bbox[4])] end as box
     from territory where level = $1`,
    [level],
  );
  return row?.box ?? null;
}
