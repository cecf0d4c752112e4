/** The contract of the port, the same on both engines. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from './folder-lock.ts';
import { listMigrations, migrate } from './migrate.ts';
import type { Database } from './port.ts';
import { openTestDatabase, rolledBack } from './testing.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('the engine', () => {
  it('is the one that the environment asks for', () => {
    expect(database.engine).toBe(process.env.DATABASE_URL ? 'postgres' : 'pglite');
  });
});

describe('queries', () => {
  it('gives dates, instants, large integers, numerics, arrays and json the same form on both engines', async () => {
    const rows = await database.query(
      `select date '2027-01-31' as day, timestamptz '2026-11-23 10:00:00.5+01' as instant, 9007199254740991::bigint as big,
        1.5::numeric as decimal, array['a', 'b"c'] as list, '{"a": [1]}'::jsonb as json, null as nothing, true as yes`,
    );
    expect(rows).toEqual([
      {
        day: '2027-01-31',
        instant: '2026-11-23T09:00:00.500Z',
        big: 9007199254740991,
        decimal: 1.5,
        list: ['a', 'b"c'],
        json: { a: [1] },
        nothing: null,
        yes: true,
      },
    ]);
  });

  it('takes parameters, arrays included', async () => {
    const rows = await database.query('select $1::text as a, $2::text[] as b, $3::double precision[] as c', [
      'é',
      ['x', 'y,"z'],
      [1.5],
    ]);
    expect(rows).toEqual([{ a: 'é', b: ['x', 'y,"z'], c: [1.5] }]);
  });

  it('knows PostGIS and the projections of the country', async () => {
    const [row] = await database.query<{ metres: number }>(
      `select round(st_distance(st_transform(st_setsrid(st_makepoint(2.44, 48.63), 4326), 2154),
        st_transform(st_setsrid(st_makepoint(2.16, 48.43), 4326), 2154))) as metres`,
    );
    expect(row?.metres).toBeGreaterThan(30000);
    expect(row?.metres).toBeLessThan(30500);
  });

  it('rejects with the SQL state when a statement is wrong', async () => {
    await expect(database.query('select * from nothing_like_it')).rejects.toMatchObject({ code: '42P01' });
  });
});

describe('transactions', () => {
  it('rolls everything back when the work fails', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query(
        `insert into membership (commune, name, departement, epci) values ('91001', 'x', '91', '200017846')`,
      );
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await database.query('select * from membership')).toEqual([]);
  });

  it('keeps statements of others out of a transaction', async () => {
    let seenOutside: unknown;
    await rolledBack(database, async (tx) => {
      await tx.query(
        `insert into membership (commune, name, departement, epci) values ('91001', 'x', '91', '200017846')`,
      );
      const outside = database.query('select count(*) as n from membership').then((rows) => (seenOutside = rows[0]));
      if (database.engine === 'postgres') await outside;
    });
    expect(await database.query('select count(*) as n from membership')).toEqual([{ n: 0 }]);
    expect(seenOutside).toEqual({ n: 0 });
  });
});

describe('copyRows', () => {
  it('tells null from the empty string and keeps quotes, line ends, accents, arrays', async () => {
    await database.run('create table if not exists copied (a text, b text, c double precision, d text[])');
    const written = await database.copyRows(
      'copied',
      ['a', 'b', 'c', 'd'],
      [
        ['', null, 0.1, ['x"y', 'z,\\']],
        ['l’été\n"2026"; \\N', 'NULL', null, []],
      ],
    );
    expect(written).toBe(2);
    expect(await database.query('select * from copied')).toEqual([
      { a: '', b: null, c: 0.1, d: ['x"y', 'z,\\'] },
      { a: 'l’été\n"2026"; \\N', b: 'NULL', c: null, d: [] },
    ]);
    await database.run('drop table copied');
  });

  it('writes nothing when one row is refused', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [String(10000 + i), 'x', '91', '200017846']);
    rows[4999] = ['nope', 'x', '91', '200017846'];
    await expect(database.copyRows('membership', ['commune', 'name', 'departement', 'epci'], rows)).rejects.toThrow();
    expect(await database.query('select count(*) as n from membership')).toEqual([{ n: 0 }]);
  });
});

describe('migrations', () => {
  it('are applied once, in order, and again without effect', async () => {
    await migrate(database);
    const applied = await database.query<{ version: number }>(
      'select version from schema_version where version > 0 order by version',
    );
    expect(applied.length).toBe((await listMigrations()).length);
  });

  it('comment every table and every column', async () => {
    const bare = await database.query(
      `select c.relname as "table", a.attname as "column"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum >= 0 and not a.attisdropped
       where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('spatial_ref_sys', 'schema_version')
         and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null) and a.attnum > 0`,
    );
    expect(bare).toEqual([]);
  });
});

describe('the lock of an embedded folder', () => {
  it('refuses a second process and takes over after a dead one', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-lock-'));
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
    expect(await readFile(`${folder}.lock`, 'utf8')).toBe(String(process.pid));
    await unlock();
    await writeFile(`${folder}.lock`, '999999999');
    const again = await lockFolder(folder);
    await again();
    await rm(folder, { recursive: true });
  });
});
