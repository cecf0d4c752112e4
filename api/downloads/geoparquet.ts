/**
 * Tables as GeoParquet 1.1: columns in groups of rows, geometries in well-known binary (WGS 84, longitude first). A table
 * without places is a plain Parquet file.
 */
import { open } from 'node:fs/promises';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { aboutTable } from './definitions.ts';
import { boundsOf, join, nowhere, parseGeometry, toWkb } from './geometry.ts';
import type { Cell, Column, TableRow, TypedTable, WriteTable } from './typed-table.ts';

/** Rows of a group, all of whose columns are in memory at a time. */
const rowsPerGroup = 1_000;
const geometryColumn = 'geometry';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

const elements: Readonly<Record<Column['type'], Omit<SchemaElement, 'name'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  boolean: { type: 'BOOLEAN' },
};

function schemaOf({ columns, geometryType }: TypedTable): SchemaElement[] {
  const fields: SchemaElement[] = columns.map(({ name, type, required }) => ({
    name,
    ...elements[type],
    repetition_type: required ? 'REQUIRED' : 'OPTIONAL',
  }));
  if (geometryType !== null) fields.push({ name: geometryColumn, type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' });
  return [{ name: 'root', num_children: fields.length }, ...fields];
}

function toStored(type: Column['type'], cell: Cell): unknown {
  if (cell === null) return null;
  if (type === 'date') return new Date(`${cell}T00:00:00Z`);
  return type === 'integer' ? BigInt(cell) : cell;
}

export const writeGeoparquet: WriteTable = async (table, file) => {
  const output = await open(file, 'w');
  try {
    const writer = new ByteWriter();
    // What the file says of itself besides its schema, readable by any Parquet reader.
    const metadata = [{ key: 'observatoire', value: JSON.stringify(aboutTable(table)) }];
    const parquet = new ParquetWriter({
      writer,
      schema: schemaOf(table),
      kvMetadata: metadata,
      createdBy: 'observatoire-presence-numerique',
    });
    let bounds = nowhere;
    const empty = async () => {
      await output.writeFile(writer.getBytes());
      writer.index = 0;
    };
    /** Cells and geometries of a group, column by column. */
    let columns: unknown[][] = [];
    let geometries: (Uint8Array | null)[] = [];
    const startGroup = () => {
      columns = table.columns.map(() => []);
      geometries = [];
    };
    const take = ({ cells, geometry: text }: TableRow) => {
      for (const [i, { type }] of table.columns.entries()) columns[i]?.push(toStored(type, cells[i] ?? null));
      const geometry = text === null ? null : parseGeometry(text);
      if (geometry) bounds = join(bounds, boundsOf(geometry));
      geometries.push(geometry && toWkb(geometry));
    };
    const writeGroup = async () => {
      const columnData = table.columns.map(({ name }, i) => ({ name, data: columns[i] ?? [] }));
      // Bytes that are never repeated have nothing to gain from a dictionary, nor from a least and a greatest value.
      const asIs = { statistics: false, encoding: 'PLAIN', codec: 'UNCOMPRESSED' } as const;
      if (table.geometryType !== null) columnData.push({ name: geometryColumn, data: geometries, ...asIs });
      await parquet.write({ columnData, rowGroupSize: geometries.length });
      await empty();
      startGroup();
    };
    startGroup();
    for await (const page of table.rows({ withGeometry: table.geometryType !== null })) {
      for (const row of page) take(row);
      if (geometries.length >= rowsPerGroup) await writeGroup();
    }
    if (geometries.length > 0) await writeGroup();
    if (table.geometryType !== null) metadata.push({ key: 'geo', value: geoMetadata(table, bounds) });
    await parquet.finish();
    await empty();
  } finally {
    await output.close();
  }
};

/** https://geoparquet.org/releases/v1.1.0: without a `crs`, coordinates are longitude and latitude, WGS 84. */
function geoMetadata({ geometryType }: TypedTable, bounds: readonly number[]): string {
  return JSON.stringify({
    version: '1.1.0',
    primary_column: geometryColumn,
    columns: {
      [geometryColumn]: {
        encoding: 'WKB',
        geometry_types: [geometryType],
        edges: 'planar',
        ...(geometryType === 'MultiPolygon' && { orientation: 'counterclockwise' }),
        ...(bounds.every(Number.isFinite) && { bbox: bounds }),
      },
    },
  });
}
