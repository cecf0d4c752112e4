/** Applies `migrations/*.sql` in order, each once; a migration already applied must not change. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Postgrator from 'postgrator';
import type { Database } from './port.ts';

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));

/** @throws Error when a migration that was applied has been edited since, or when one fails. */
export async function migrate(database: Database): Promise<void> {
  const postgrator = new Postgrator({
    driver: 'pg',
    migrationPattern: `${folder}*.sql`,
    schemaTable: 'schema_version',
    validateChecksums: true,
    execQuery: async (sql) => ({ rows: await database.query(sql) }),
    execSqlScript: (sql) => database.run(`begin; ${sql}; commit;`),
  });
  await postgrator.migrate();
}

/** File names of the migrations, in order. */
export async function listMigrations(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}
