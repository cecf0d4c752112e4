import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTableWriter } from './table-writer.ts';
import type { TableRow, TypedTable } from './typed-table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'table-writer-'));
});
afterAll(() => rm(folder, { recursive: true }));

function invented(rows: TypedTable['rows']): TypedTable {
  return {
    name: 'invente',
    title: 'Table inventée',
    fileName: 'invente',
    description: '',
    columns: [{ name: 'code', title: 'Code', description: '', type: 'string' }],
    primaryKey: ['code'],
    geometryType: null,
    rowCount: 3,
    sources: [],
    definitions: [],
    dataOn: '2026-06-30',
    rows,
  };
}
const row = (code: string): TableRow => ({ cells: [code], geometry: null });

const write = openTableWriter();

it('writes several tables at the same time, each with its own rows', async () => {
  const names = ['01', '02', '03'];
  await Promise.all(
    names.map((name) =>
      write(
        'csv',
        invented(async function* () {
          yield [row(`${name}-a`)];
          await new Promise((resolve) => setTimeout(resolve, 5));
          yield [row(`${name}-b`)];
        }),
        path.join(folder, name),
      ),
    ),
  );
  for (const name of names)
    expect(await readFile(path.join(folder, name), 'utf8')).toBe(`code\r\n${name}-a\r\n${name}-b\r\n`);
});

it('reads a page only when the former one is written', async () => {
  let read = 0;
  let written = false;
  const pages = 2_000;
  const end = write(
    'csv',
    invented(async function* () {
      for (; read < pages; read++) yield Array.from({ length: 50 }, () => row('x'.repeat(100)));
    }),
    path.join(folder, 'slow'),
  ).then(() => {
    written = true;
  });
  while (read === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  expect([written, read < pages]).toEqual([false, true]);
  await end;
  expect((await readFile(path.join(folder, 'slow'))).length).toBe('code\r\n'.length + pages * 50 * 102);
});

it('throws what reading the rows threw, and writes the next table all the same', async () => {
  const failure = new Error('the database is closed');
  const broken = invented(async function* () {
    yield [row('a')];
    throw failure;
  });
  await expect(write('parquet', broken, path.join(folder, 'broken'))).rejects.toBe(failure);
  const sound = invented(async function* () {
    yield [row('a')];
  });
  await expect(write('csv', sound, path.join(folder, 'no', 'such', 'folder'))).rejects.toThrow('ENOENT');
  await write('csv', sound, path.join(folder, 'sound'));
  expect(await readFile(path.join(folder, 'sound'), 'utf8')).toBe('code\r\na\r\n');
});
