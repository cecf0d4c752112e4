/**
 * Tables as GeoPackage: the rows as features, titles of the columns, and a second table of definitions and sources.
 * Without the spatial index: the embedded SQLite has no R-tree; QGIS offers to make it.
 */
import { setImmediate } from 'node:timers/promises';
import sqlite from 'node-sqlite3-wasm';
import { quoteIdentifier } from '../../data/database/port.ts';
import { definitionColumns, definitionRows, definitionTitle } from './definitions.ts';
import { type Bounds, boundsOf, join, nowhere, parseGeometry } from './geometry.ts';
import { layoutRows, layoutSql, toGeopackageGeometry, wgs84 } from './geopackage-layout.ts';
import type { Column, TypedTable, WriteTable } from './typed-table.ts';

type Database = InstanceType<typeof sqlite.Database>;
type Value = string | number | boolean | Uint8Array | null;

const types: Readonly<Record<Column['type'], string>> = {
  string: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  date: 'DATE',
  boolean: 'BOOLEAN',
};
const definitionTable = 'definitions_et_sources';

export const writeGeopackage: WriteTable = async (table, file) => {
  const database = new sqlite.Database(file);
  try {
    // The file is thrown away when it is not finished: nothing to recover, nothing to wait for.
    database.exec('pragma journal_mode = off; pragma synchronous = off; begin');
    database.exec(layoutSql);
    for (const [name, values] of layoutRows) insert(database, name, values);
    const bounds = await writeFeatures(database, table);
    const lastChange = `${table.dataOn}T00:00:00.000Z`;
    const box = bounds.every(Number.isFinite) ? bounds : [null, null, null, null];
    const { name, title, description, geometryType } = table;
    insert(database, 'gpkg_contents', [name, 'features', title, description, lastChange, ...box, wgs84]);
    insert(database, 'gpkg_geometry_columns', [name, 'geom', geometryType?.toUpperCase() ?? '', wgs84, 0, 0]);
    for (const column of table.columns)
      insert(database, 'gpkg_data_columns', [name, column.name, null, column.title, column.description, null, null]);
    writeDefinitions(database, table);
    insert(database, 'gpkg_contents', [
      definitionTable,
      'attributes',
      definitionTitle,
      title,
      lastChange,
      ...[null, null, null, null, null],
    ]);
    database.exec('commit');
  } finally {
    database.close();
  }
};

async function writeFeatures(database: Database, table: TypedTable): Promise<Readonly<Bounds>> {
  const columns = table.columns.map(
    ({ name, type, required }) => `${quoteIdentifier(name)} ${types[type]}${required ? ' NOT NULL' : ''}`,
  );
  const geometry = `geom ${table.geometryType?.toUpperCase()}`;
  database.exec(
    `create table ${quoteIdentifier(table.name)} (fid INTEGER PRIMARY KEY NOT NULL, ${[geometry, ...columns].join(', ')})`,
  );
  const statement = database.prepare(insertSql(table.name, table.columns.length + 2));
  let bounds = nowhere;
  try {
    for await (const page of table.rows({ withGeometry: true })) {
      for (const { cells, geometry: text } of page) {
        let geom: Uint8Array | null = null;
        if (text !== null) {
          const parsed = parseGeometry(text);
          const box = boundsOf(parsed);
          bounds = join(bounds, box);
          geom = toGeopackageGeometry(parsed, box);
        }
        statement.run([null, geom, ...cells]);
      }
      // SQLite writes without ever waiting: others are answered between two pages.
      await setImmediate();
    }
  } finally {
    statement.finalize();
  }
  return bounds;
}

function writeDefinitions(database: Database, table: TypedTable): void {
  const columns = definitionColumns.map((name) => `${name} TEXT`);
  database.exec(`create table ${definitionTable} (fid INTEGER PRIMARY KEY NOT NULL, ${columns.join(', ')})`);
  for (const row of definitionRows(table)) insert(database, definitionTable, [null, ...row]);
}

const insertSql = (table: string, count: number) =>
  ['insert into', quoteIdentifier(table), 'values', `(${Array(count).fill('?').join(', ')})`].join(' ');

function insert(database: Database, table: string, values: readonly Value[]): void {
  database.run(insertSql(table, values.length), [...values]);
}
