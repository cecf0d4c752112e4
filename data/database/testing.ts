/**
 * Databases for tests: a real engine each time, never a mock. With `DATABASE_URL`, a new database on that server;
 * without it, PGlite in memory, started from a dump made once (the extension takes ten seconds to create).
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import type { Database, Queryable } from './port.ts';
import { openPostgres } from './postgres.ts';

const require = createRequire(import.meta.url);
const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/pglite/', import.meta.url));

async function dumpFile(): Promise<string> {
  const version = async (name: string) => {
    const folder = path.dirname(require.resolve(name));
    return JSON.parse(await readFile(path.join(folder, '..', 'package.json'), 'utf8')).version as string;
  };
  return path.join(
    cacheFolder,
    `${await version('@electric-sql/pglite')}_${await version('@electric-sql/pglite-postgis')}.tar.gz`,
  );
}

/** Makes the dump that test databases start from, unless it is there. Run once, before the workers start. */
export async function prepareTestDatabases(): Promise<void> {
  const file = await dumpFile();
  if (process.env.DATABASE_URL || existsSync(file)) return;
  const database = await openPglite(null);
  const dump = await database.dump();
  await database.close();
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(`${file}.part`, dump);
  await rename(`${file}.part`, file);
}

/**
 * Gives what this process and those that it starts write for a time a folder of its own.
 * @returns what removes it with all that was left there
 */
export async function writeInOwnFolder(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-tests-'));
  process.env.TMPDIR = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** A new, empty, migrated database that its `close` throws away. */
export async function openTestDatabase(): Promise<Database> {
  const url = process.env.DATABASE_URL;
  const database = url ? await createServerDatabase(url) : await openPglite(null, await readFile(await dumpFile()));
  await migrate(database);
  return database;
}

async function createServerDatabase(url: string): Promise<Database> {
  const name = `observatoire_test_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const database = await openPostgres(own.href, () => {});
  return {
    ...database,
    close: async () => {
      await database.close();
      await onServer(url, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

class RollBack extends Error {}

/** Runs `work` in a transaction that is always rolled back, so that tests share a database without meeting. */
export async function rolledBack(database: Database, work: (tx: Queryable) => Promise<void>): Promise<void> {
  try {
    await database.transaction(async (tx) => {
      await work(tx);
      throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
}
