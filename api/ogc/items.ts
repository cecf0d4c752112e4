/** Answers for features: what the filters keep, one page of it, and its geometries in the system that was asked for. */
import type { Level } from '../../data/catalogue/declare.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { findWithin, type Position, readCodesWithin, readOutlines, readPoints } from '../sql/features.ts';
import type { AskedBoxes } from './bounding-box.ts';
import type { Crs } from './crs.ts';
import type { Cursor } from './cursor.ts';
import { meet } from './days.ts';
import type { Collection, Row } from './declare.ts';
import type { Filter, ItemsQuestion } from './parameters.ts';

export interface ItemsPage {
  /** What the filters keep, whatever the page. */
  readonly matched: number;
  readonly rows: readonly Row[];
  /** Where the next page begins; null after the last one. */
  readonly next: Cursor | null;
  /** Where the page before begins; null for the first page, undefined on it. */
  readonly previous: Cursor | null | undefined;
}

export interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: object | null;
  readonly properties: Row['properties'];
}

export async function readPage(
  dependencies: ApiDependencies,
  collection: Collection,
  { limit, offset, cursor, bbox, when, filters }: ItemsQuestion,
): Promise<ItemsPage> {
  const read = await collection.readRows(dependencies, { when, period: cursor?.period ?? null, id: null });
  const filtered = read.rows.filter(
    (row) =>
      (when === null || (row.when !== null && meet(row.when, when))) && filters.every((filter) => holds(row, filter)),
  );
  const kept = bbox === null ? filtered : await keepWithin(dependencies, filtered, bbox);
  const sorted = [...kept].sort((a, b) => (a.id < b.id ? -1 : 1));
  const found = cursor === null ? offset : sorted.findIndex(({ id }) => id > cursor.after);
  const start = found === -1 ? sorted.length : Math.min(found, sorted.length);
  const end = start + limit;
  const cursorBefore = (rank: number): Cursor | null => {
    const before = sorted[rank - 1];
    return before ? { after: before.id, period: read.period } : null;
  };
  return {
    matched: sorted.length,
    rows: sorted.slice(start, end),
    next: end < sorted.length ? cursorBefore(end) : null,
    previous: start > 0 ? cursorBefore(start - limit) : undefined,
  };
}

function holds({ properties }: Row, { property, value }: Filter): boolean {
  return properties[property.name] === value;
}

/** What is nowhere is in no box. */
async function keepWithin(
  { database }: ApiDependencies,
  rows: readonly Row[],
  { crs, boxes }: AskedBoxes,
): Promise<readonly Row[]> {
  if (boxes.length === 0 || rows.length === 0) return [];
  const asked = { srid: crs.srid, boxes };
  const points = pointsOf(rows);
  const touched =
    points.length > 0
      ? await findWithin(
          database,
          points.map(({ position }) => position),
          asked,
        )
      : null;
  const inside = new Set(points.filter((_, rank) => touched?.has(rank)).map(({ id }) => id));
  const codes = new Map<Level, Set<string>>();
  for (const level of levelsOf(rows)) codes.set(level, await readCodesWithin(database, level, asked));
  return rows.filter(({ id, place }) => {
    if (place === null) return false;
    return place.kind === 'point' ? inside.has(id) : codes.get(place.level)?.has(place.code);
  });
}

/** In the order of the rows. */
export async function toFeatures({ database }: ApiDependencies, rows: readonly Row[], crs: Crs): Promise<Feature[]> {
  const points = pointsOf(rows);
  const written = await readPoints(
    database,
    points.map(({ position }) => position),
    crs,
  );
  const pointOf = new Map(points.map(({ id }, i) => [id, written[i] ?? null]));
  const outlines = new Map<Level, Map<string, object>>();
  for (const level of levelsOf(rows)) {
    const codes = rows.flatMap(({ place }) => (place?.kind === 'outline' && place.level === level ? [place.code] : []));
    outlines.set(level, await readOutlines(database, level, [...new Set(codes)], crs));
  }
  const geometryOf = ({ id, place }: Row) =>
    place?.kind === 'outline' ? (outlines.get(place.level)?.get(place.code) ?? null) : (pointOf.get(id) ?? null);
  return rows.map((row) => ({ type: 'Feature', id: row.id, geometry: geometryOf(row), properties: row.properties }));
}

function pointsOf(rows: readonly Row[]): { id: string; position: Position }[] {
  return rows.flatMap(({ id, place }) => (place?.kind === 'point' ? [{ id, position: place.position }] : []));
}

function levelsOf(rows: readonly Row[]): Set<Level> {
  return new Set(rows.flatMap(({ place }) => (place?.kind === 'outline' ? [place.level] : [])));
}
