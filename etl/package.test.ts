import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { loadPackage } from './load-package.ts';
import { writePackage } from './write-package.ts';

const shipped = 'data/essonne';
let database: Database;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-package-'));
  await loadPackage(database, shipped, () => {});
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const readAll = async (place: string) =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(place))
        .sort()
        .map(async (name) => [name, await readFile(path.join(place, name), 'utf8')] as const),
    ),
  );

describe('the data package', () => {
  it('comes back byte for byte from the database that it filled', async () => {
    await writePackage(database, folder, '91');
    expect(await readAll(folder)).toEqual(await readAll(shipped));
  });

  it('is under one megabyte', async () => {
    const files = await readAll(shipped);
    expect(Buffer.byteLength(Object.values(files).join(''))).toBeLessThan(1_000_000);
  });

  it('changes nothing when it is loaded again', async () => {
    const before = await database.query('select * from load order by id');
    expect((await loadPackage(database, shipped, () => {})).loads).toBe(0);
    expect(await database.query('select * from load order by id')).toEqual(before);
  });

  it('describes each of its files: hash, size, a Table Schema with the columns that are there', async () => {
    const files = await readAll(shipped);
    const descriptor = JSON.parse(files['datapackage.json']!);
    expect(descriptor.resources.map(({ path: name }: { path: string }) => name).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'datapackage.json')
        .sort(),
    );
    for (const { path: name, schema } of descriptor.resources)
      if (schema)
        expect(schema.fields.map((field: { name: string }) => field.name).join(',')).toBe(
          files[name]!.split(/\r?\n/)[0],
        );
    const loaded = descriptor.chargements.map(({ source }: { source: string }) => source);
    expect(loaded).toContain('filosofi');
    expect(descriptor.sources.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(loaded));
  });

  it('is refused whole when a file is not the one described', async () => {
    await writePackage(database, folder, '91');
    await writeFile(path.join(folder, 'chiffres.csv'), 'source,millesime\n');
    const empty = await openTestDatabase();
    await expect(loadPackage(empty, folder, () => {})).rejects.toThrow(
      /chiffres\.csv : ce n’est pas le fichier décrit/,
    );
    expect(await empty.query('select count(*) as n from load')).toEqual([{ n: 0 }]);
    await empty.close();
  });
});
