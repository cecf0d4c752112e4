/** The outlines of the whole country, which are asked for in one file when ten départements are wanted or more. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import cogSource from '../data/sources/cog.ts';
import contoursCommunes from '../data/sources/contours-communes.ts';
import { openDownloader } from './fetch/download.ts';
import { rehosted } from './fetch/rehost.ts';
import type { Origin } from './origin/declare.ts';
import { openFolder } from './origin/folder.ts';
import { openOfficial } from './origin/official.ts';
import { silentProgress } from './progress.ts';
import { readInstalledCog, runEtl } from './run.ts';
import { mirrorInto } from './testing-mirror.ts';
import { hostsAt } from './testing-official.ts';
import { playNationalOutlines } from './testing-official-outlines.ts';
import { type PlayedServer, playServer } from './testing-server.ts';
import { loadedTables, sumTables } from './testing-sums.ts';

/** Those with the fewest communes, with their neighbours of the Métropole du Grand Paris; four of them overseas. */
const departements = ['75', '90', '92', '93', '94', '971', '972', '973', '974', '976'];
const only = [cogSource, contoursCommunes];
const now = () => new Date('2026-11-24T08:00:00Z');

let folder: string;
let server: PlayedServer;
let databases: Database[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-national-'));
  server = await playServer(playNationalOutlines(await readInstalledCog()));
  databases = [await openTestDatabase(), await openTestDatabase()];
});
afterAll(async () => {
  await Promise.all([server.close(), ...databases.map((database) => database.close())]);
  await rm(folder, { recursive: true });
});

it('come from one download, and give the same territories as the file in a folder', async () => {
  const downloader = openDownloader({ cacheFolder: path.join(folder, 'cache'), now, isOffline: false, attempts: 1 });
  const official = openOfficial({
    downloader: rehosted(downloader, hostsAt(server.origin)),
    packageFolder: 'data/essonne',
  });
  const mirror = path.join(folder, 'miroir');
  const wanted = departements.map((departement) => ({ departement, neighbours: [] }));
  await mirrorInto(mirror, official, only, wanted);
  const sums: string[] = [];
  for (const [i, origin] of [official, openFolder(mirror)].entries()) sums.push(await load(databases[i], origin));
  expect(sums[1]).toBe(sums[0]);
  expect(new Set(server.asked.map(({ path: asked }) => asked)).size).toBe(1);
  const communes = [...(await readInstalledCog()).communes.values()].filter(({ departement = '' }) =>
    departements.includes(departement),
  ).length;
  expect(communes).toBeGreaterThan(300);
  const rows = await databases[0]?.query(
    `select level, count(*) as n, count(geom_4326) as drawn from territory group by 1 order by 1`,
  );
  expect(rows).toMatchObject([
    { level: 'commune', n: communes, drawn: communes },
    { level: 'departement', n: 10, drawn: 10 },
    { level: 'epci', drawn: expect.any(Number) },
  ]);
});

async function load(database: Database | undefined, origin: Origin): Promise<string> {
  if (!database) throw new Error('no database');
  const results = await runEtl({ database, origin, departements, now, progress: silentProgress, only });
  expect(results.filter(({ status }) => status !== 'loaded')).toEqual([]);
  const { membership = '', territory = '' } = loadedTables;
  return sumTables(database, { membership, territory });
}
