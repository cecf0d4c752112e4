/**
 * Loads a file of buildings into an empty table and, when asked, cuts it into tiles; prints the seconds of both, the peak
 * memory after each and the bytes of the tiles, as JSON.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../data/database/migrate.ts';
import { openPglite } from '../data/database/pglite.ts';
import { openPostgres } from '../data/database/postgres.ts';
import { copyBuildings } from '../etl/buildings/load-edition.ts';
import { toMembership } from '../etl/membership.ts';
import { readInstalledCog } from '../etl/run.ts';
import { toScopes, toWhereabouts } from '../etl/scope.ts';
import { buildBuildingArchive } from '../etl/tiles.ts';

const [url = '', file = '', isCut] = process.argv.slice(2);
const database = url === '' ? await openPglite(null) : await openPostgres(url, () => {});
await migrate(database);
await database.run('truncate load, current_load, building cascade');
const cog = await readInstalledCog();
const where = toWhereabouts(cog, toScopes(toMembership(cog, ['91'])));
const start = performance.now();
await database.transaction(async (tx) => {
  await tx.query('set local statement_timeout = 0');
  const [load] = await tx.query<{ id: number }>(
    `insert into load (source, departement, sha256, revision, vintage, data_on, files, retrieved_at, loaded_at, rows_read,
       rows_taken, rows_outside, rows_refused, refusals, warnings, duration_ms)
     values ('arcep-immeubles', '91', repeat('0', 64), 1, 'genere', '2026-06-30', '[]', now(), now(), 0, 0, 0, 0, '[]', '[]', 0)
     returning id`,
  );
  await tx.query(
    `insert into current_load (source, departement, period, load_id) values ('arcep-immeubles', '91', '2026-T2', $1)`,
    [load?.id ?? 0],
  );
  const files = [{ name: 'genere.csv', path: file, sha256: '', bytes: 0, url: null, retrievedAt: null }];
  const form = { files: [{ path: 'genere.csv' }] };
  await copyBuildings(tx, form, { files }, { where, onRows: () => {} }, new Map([['91', load?.id ?? 0]]));
});
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);
const copied = { seconds: secondsSince(start), megabytes: megabytes() };
const cut = isCut ? await cutIntoTiles() : null;
await database.close();
console.log(JSON.stringify({ copied, cut }));

async function cutIntoTiles() {
  const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-bench-'));
  const cutting = performance.now();
  const archive = await buildBuildingArchive(database, folder, () => new Date());
  const seconds = secondsSince(cutting);
  const { size } = await stat(path.join(folder, archive ?? ''));
  await rm(folder, { recursive: true });
  return { seconds, megabytes: megabytes(), bytes: size };
}

function secondsSince(instant: number): number {
  return (performance.now() - instant) / 1000;
}
