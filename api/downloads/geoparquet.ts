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
const rowsPerGroup = 2_000;
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
    const writeGroup = async (rows: readonly TableRow[]) => {
      const columnData: { name: string; data: unknown[] }[] = table.columns.map(({ name, type }, i) => ({
        name,
        data: rows.map(({ cells }) => toStored(type, cells[i] ?? null)),
      }));
      if (table.geometryType !== null) {
        const geometries = rows.map(({ geometry }) => (geometry === null ? null : parseGeometry(geometry)));
        for (const geometry of geometries) if (geometry) bounds = join(bounds, boundsOf(geometry));
        // Text that is never repeated has nothing to gain from a dictionary, nor from its least and greatest value.
        const data = geometries.map((geometry) => geometry && toWkb(geometry));
        columnData.push({ name: geometryColumn, data, ...{ statistics: false, encoding: 'PLAIN' } });
      }
      await parquet.write({ columnData, rowGroupSize: rows.length });
      await empty();
    };
    let group: TableRow[] = [];
    for await (const page of table.rows({ withGeometry: table.geometryType !== null })) {
      group.push(...page);
      if (group.length < rowsPerGroup) continue;
      await writeGroup(group);
      group = [];
    }
    if (group.length > 0) await writeGroup(group);
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
