/** Questions whose table is invented: what is refused, and what becomes of a file while the figures move. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import type { ApiDependencies } from './dependencies.ts';
import { openTableWriter } from './downloads/table-writer.ts';
import type { TypedTable } from './downloads/typed-table.ts';
import { openExports } from './exports.ts';
import { ProblemError, problemResponse } from './problem.ts';
import { openStateTables } from './state-tables.ts';
import { answerTable, type TableFormatId } from './table-answer.ts';
import { seedDatabase } from './testing.ts';

let database: Database;
let folder: string;
let dependencies: ApiDependencies;
beforeAll(async () => {
  database = await openTestDatabase();
  await seedDatabase(database);
  folder = await mkdtemp(path.join(tmpdir(), 'table-answer-'));
  dependencies = {
    database,
    readState: openStateTables(database),
    indicators: [],
    sources: [],
    archives: {} as ApiDependencies['archives'],
    exports: openExports(folder),
    writeTable: openTableWriter(),
    programVersion: 'test',
    now: () => new Date(0),
    isochrones: null,
    publicUrl: null,
  };
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

function invented(rowCount: number, rows: TypedTable['rows'] = async function* () {}): TypedTable {
  return {
    name: 'invente',
    title: 'Table inventée',
    fileName: 'invente',
    description: '',
    columns: [{ name: 'code', title: 'Code', description: '', type: 'string' }],
    primaryKey: ['code'],
    geometryType: 'Point',
    rowCount,
    sources: [],
    definitions: [],
    dataOn: '2026-06-30',
    rows,
  };
}

async function ask(format: TableFormatId, build: () => Promise<TypedTable>, query = {}): Promise<Response> {
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof ProblemError) return problemResponse(error.problem);
    throw error;
  });
  app.get('/table', (c) => answerTable(c, dependencies, format, { query, build }));
  return app.request('http://localhost/table');
}

describe('a table too large', () => {
  it.each([
    ['xlsx', 60_000, ['csv', 'csv-excel', 'geojson', 'gpkg', 'fgb', 'parquet']],
    ['gpkg', 200_000, ['csv', 'csv-excel']],
    ['json', 2_000_000, []],
  ] as const)(
    'for %s is refused before it is written, with the formats that take %i rows',
    async (format, rows, others) => {
      const response = await ask(format, async () => invented(rows));
      expect(response.status).toBe(400);
      const { detail, accepte } = await response.json();
      expect(detail).toContain(`${rows} lignes`);
      expect(accepte).toEqual(others);
    },
  );

  it('is described with the files that can hold it', async () => {
    const response = await ask('datapackage', async () => invented(60_000));
    const { resources } = await response.json();
    expect(resources.map(({ name }: { name: string }) => name)).toEqual([
      'csv',
      'csv-excel',
      'geojson',
      'gpkg',
      'fgb',
      'parquet',
    ]);
  });
});

describe('a load that ends while a file is written', () => {
  it('has it written anew, from what is then in force', async () => {
    let written = 0;
    const moving = invented(1, async function* () {
      written++;
      if (written === 1) await database.query(`update load set revision = revision + 1 where source = 'filosofi'`);
      yield [{ cells: [`écriture ${written}`], geometry: null }];
    });
    const response = await ask('csv', async () => moving, { moving: 'once' });
    expect(await response.text()).toBe('code\r\nécriture 2\r\n');
  });

  it('is told when loads never cease', async () => {
    const moving = invented(1, async function* () {
      await database.query(`update load set revision = revision + 1 where source = 'filosofi'`);
      yield [{ cells: ['a'], geometry: null }];
    });
    const response = await ask('csv', async () => moving, { moving: 'always' });
    expect(response.status).toBe(503);
    expect((await response.json()).detail).toContain('changent');
  });
});
