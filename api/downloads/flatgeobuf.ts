/**
 * Tables as FlatGeobuf, feature after feature in the order of the rows: without the spatial index, which would need all
 * of them first.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { buildFeature } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { buildHeader } from 'flatgeobuf/lib/mjs/generic/featurecollection.js';
import { parseGeometry as flatten } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { parseGeometry } from './geometry.ts';
import { type Column, type TypedTable, toRecord, type WriteTable } from './typed-table.ts';

const wgs84 = 4326;

const types: Readonly<Record<Column['type'], ColumnType>> = {
  string: ColumnType.String,
  integer: ColumnType.Long,
  number: ColumnType.Double,
  date: ColumnType.DateTime,
  boolean: ColumnType.Bool,
};

/** Stands for the geometry of a row that has none, then is taken out. */
const placeholders = {
  Point: '{"type":"Point","coordinates":[0,0]}',
  MultiPolygon: '{"type":"MultiPolygon","coordinates":[]}',
};

function headerOf({ columns, geometryType, rowCount }: TypedTable): HeaderMeta {
  return {
    geometryType: geometryType === 'Point' ? GeometryType.Point : GeometryType.MultiPolygon,
    columns: columns.map(({ name, title, description, type, required }) => ({
      name,
      title,
      description,
      type: types[type],
      width: -1,
      precision: -1,
      scale: -1,
      nullable: !required,
      unique: false,
      primary_key: false,
    })),
    envelope: null,
    featuresCount: rowCount,
    indexNodeSize: 0,
    crs: null,
    title: null,
    description: null,
    metadata: null,
  };
}

async function* toBytes(table: TypedTable): AsyncGenerator<Uint8Array> {
  const header = headerOf(table);
  yield magicbytes;
  yield buildHeader(header, wgs84);
  for await (const page of table.rows({ withGeometry: true }))
    for (const { cells, geometry } of page) {
      const text = geometry ?? placeholders[table.geometryType ?? 'Point'];
      const bytes = buildFeature(flatten(parseGeometry(text)), toRecord(table.columns, cells), header);
      yield geometry === null ? withoutGeometry(bytes) : bytes;
    }
}

/**
 * The library writes a geometry in every feature. In the table that a feature is, an absent field is one whose place in
 * the table of offsets (vtable) is zero; the geometry is the first field.
 */
function withoutGeometry(feature: Uint8Array): Uint8Array {
  const view = new DataView(feature.buffer, feature.byteOffset, feature.byteLength);
  const sizePrefix = 4;
  const root = sizePrefix + view.getUint32(sizePrefix, true);
  const offsets = root - view.getInt32(root, true);
  const beforeFields = 4;
  view.setUint16(offsets + beforeFields, 0, true);
  return feature;
}

export const writeFlatgeobuf: WriteTable = (table, file) =>
  pipeline(Readable.from(toBytes(table)), createWriteStream(file));
