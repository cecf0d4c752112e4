/** Reads each format back with a library of its own, into the same records, so that tests compare them cell by cell. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseProperties } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { deserialize } from 'flatgeobuf/lib/mjs/generic/featurecollection.js';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import sqlite from 'node-sqlite3-wasm';
import readXlsx from 'read-excel-file/node';
import type { DownloadFormatId } from '../../data/catalogue/download-formats.ts';
import { toWkb } from './geometry.ts';
import type { Cell, Column } from './typed-table.ts';

/** Column → cell, typed as the columns say, and the geometry where the format has one. */
export interface ReadTable {
  readonly columns: readonly string[];
  readonly records: readonly Record<string, Cell>[];
  /** Hexadecimal well-known binary. */
  readonly geometries?: readonly (string | null)[];
}

type Field = Pick<Column, 'name' | 'type'>;
type Read = (bytes: Uint8Array, fields: readonly Field[]) => Promise<ReadTable>;

const isoDay = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value) as Cell;

/** An apostrophe before what a spreadsheet would run belongs to CSV alone. */
const withoutApostrophe = (text: string) => text.replace(/^'(?=[=+\-@])/, '');

function csvReader(delimiter: string, toNumber: (text: string) => number, yes: string): Read {
  return async (bytes, fields) => {
    const [columns = [], ...lines]: string[][] = parse(Buffer.from(bytes), { delimiter, bom: true });
    const typeOf = new Map(fields.map(({ name, type }) => [name, type]));
    const records = lines.map((line) =>
      Object.fromEntries(
        columns.map((name, i) => {
          const text = line[i] ?? '';
          const type = typeOf.get(name);
          if (text === '') return [name, null];
          if (type === 'number' || type === 'integer') return [name, toNumber(text)];
          return [name, type === 'boolean' ? text === yes : withoutApostrophe(text)];
        }),
      ),
    );
    return { columns, records };
  };
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadTable> {
  const sheets = await readXlsx(Buffer.from(bytes), { trim: false });
  const [names = [], ...rows] = sheets.find(({ sheet }) => sheet === 'Données')?.data ?? [];
  const columns = names.map(String);
  return {
    columns,
    records: rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, isoDay(row[i] ?? null)]))),
  };
}

async function readGeojson(bytes: Uint8Array): Promise<ReadTable> {
  const { features } = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return {
    columns: Object.keys(features[0]?.properties ?? {}),
    records: features.map((feature: { properties: Record<string, Cell> }) => feature.properties),
    geometries: features.map(({ geometry }: { geometry: Parameters<typeof toWkb>[0] | null }) =>
      geometry === null ? null : hex(toWkb(geometry)),
    ),
  };
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const readGeopackage: Read = async (bytes, fields) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'geopackage-'));
  const file = path.join(folder, 'table.gpkg');
  await writeFile(file, bytes);
  const database = new sqlite.Database(file, { readOnly: true, fileMustExist: true });
  try {
    const [contents] = database.all(`select table_name from gpkg_contents where data_type = 'features'`);
    const rows = database.all(`select * from "${contents?.table_name}" order by fid`);
    const booleans = new Set(fields.flatMap(({ name, type }) => (type === 'boolean' ? [name] : [])));
    return {
      columns: Object.keys(rows[0] ?? {}).slice(2),
      records: rows.map(({ fid: _, geom: __, ...row }) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            (booleans.has(name) && value !== null ? value === 1 : value) as Cell,
          ]),
        ),
      ),
      geometries: rows.map(({ geom }) => (geom === null ? null : hex(withoutHeader(geom as unknown as Uint8Array)))),
    };
  } finally {
    database.close();
    await rm(folder, { recursive: true });
  }
};

/** A header of 8 bytes, and an envelope of 32 where the flags say so. */
function withoutHeader(geometry: Uint8Array): Uint8Array {
  return geometry.subarray(((geometry[3] ?? 0) & 0b1110) === 0 ? 8 : 40);
}

const readFlatgeobuf: Read = async (bytes, fields) => {
  const { fromGeometry } = await import('flatgeobuf/lib/mjs/geojson/geometry.js');
  const blank = Object.fromEntries(fields.map(({ name }) => [name, null]));
  const records: Record<string, Cell>[] = [];
  const geometries: (string | null)[] = [];
  let columns: string[] = [];
  const features = deserialize(bytes, {
    headerMetaFn: (header) => {
      columns = (header.columns ?? []).map(({ name }) => name);
    },
    fromFeature: (_id, feature, header) => {
      records.push({ ...blank, ...(parseProperties(feature, header.columns) as Record<string, Cell>) });
      const geometry = feature.geometry();
      const read = geometry && fromGeometry(geometry, header.geometryType);
      geometries.push(read ? hex(toWkb(read as Parameters<typeof toWkb>[0])) : null);
      return feature as never;
    },
  });
  for await (const _ of features);
  return { columns, records, geometries };
};

async function readGeoparquet(bytes: Uint8Array): Promise<ReadTable> {
  const file = new Uint8Array(bytes).buffer;
  const rows = await parquetReadObjects({ file, geoparquet: false, utf8: false });
  const metadata = parquetMetadata(file);
  const names = metadata.schema.slice(1).map(({ name }) => name);
  const columns = names.filter((name) => name !== 'geometry');
  return {
    columns,
    records: rows.map((row) =>
      Object.fromEntries(
        columns.map((name) => [name, typeof row[name] === 'bigint' ? Number(row[name]) : isoDay(row[name] ?? null)]),
      ),
    ),
    ...(names.includes('geometry') && {
      geometries: rows.map(({ geometry }) => (geometry ? hex(geometry) : null)),
    }),
  };
}

export const readers: Readonly<Record<DownloadFormatId, Read>> = {
  csv: csvReader(',', Number, 'true'),
  'csv-excel': csvReader(';', (text) => Number(text.replace(',', '.')), 'oui'),
  xlsx: readWorkbook,
  geojson: readGeojson,
  gpkg: readGeopackage,
  fgb: readFlatgeobuf,
  parquet: readGeoparquet,
};
