/** Loads a file of buildings into an empty table, and prints the seconds of the load and the peak memory, as JSON. */
import { migrate } from '../data/database/migrate.ts';
import { openPglite } from '../data/database/pglite.ts';
import { openPostgres } from '../data/database/postgres.ts';
import { copyBuildings } from '../etl/buildings/load-edition.ts';
import { toMembership } from '../etl/membership.ts';
import { readInstalledCog } from '../etl/run.ts';
import { toScopes, toWhereabouts } from '../etl/scope.ts';

const [url = '', file = ''] = process.argv.slice(2);
const database = url === '' ? await openPglite(null) : await openPostgres(url, () => {});
await migrate(database);
await database.run('truncate load, current_load, building cascade');
const cog = await readInstalledCog();
const where = toWhereabouts(cog, toScopes(toMembership(cog, ['91'])));
const start = performance.now();
await database.transaction(async (tx) => {
  const [load] = await tx.query<{ id: number }>(
    `insert into load (source, departement, sha256, revision, vintage, data_on, files, retrieved_at, loaded_at, rows_read,
       rows_taken, rows_outside, rows_refused, refusals, warnings, duration_ms)
     values ('arcep-immeubles', '91', repeat('0', 64), 1, 'genere', '2026-06-30', '[]', now(), now(), 0, 0, 0, 0, '[]', '[]', 0)
     returning id`,
  );
  const files = [{ name: 'genere.csv', path: file, sha256: '', bytes: 0, url: null, retrievedAt: null }];
  const form = { files: [{ path: 'genere.csv' }] };
  await copyBuildings(tx, form, { files }, { where, onRows: () => {} }, new Map([['91', load?.id ?? 0]]));
});
const seconds = (performance.now() - start) / 1000;
await database.close();
console.log(JSON.stringify({ seconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
