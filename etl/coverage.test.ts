/** What a run of several départements tells: each file once, and what a publication does not cover. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import arcepMobileSites from '../data/sources/arcep-mobile-sites.ts';
import cog from '../data/sources/cog.ts';
import type { Source } from '../data/sources/declare.ts';
import filosofi from '../data/sources/filosofi.ts';
import { openFolder } from './origin/folder.ts';
import { makeProgress } from './progress.ts';
import { exitCodeOf, reportLines, type SourceResult } from './report.ts';
import { runEtl } from './run.ts';
import { isCovered } from './scope.ts';

let database: Database;
let folder: string;
const lines: string[] = [];
let results: SourceResult[];

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-couverture-'));
  const file = path.join(folder, 'arcep-mobile/2026_T1/sites_Metropole.csv');
  await mkdir(path.dirname(file), { recursive: true });
  const site = (commune: string, i: number) => `20801;invente-${i};48,63;2,42;${commune};1;0`;
  // Évry and Combs-la-Ville are of one EPCI, in two départements: each takes the rows of both.
  const communes = [...Array<string>(100).fill('91228'), '77122', '77288', '28085', '91999', '75056'];
  await writeFile(
    file,
    `code_op;num_site;latitude;longitude;insee_com;site_4g;site_5g\n${communes.map(site).join('\n')}\n`,
  );
  results = await runEtl({
    database,
    origin: openFolder(folder),
    departements: ['91', '77', '28', '75', '974'],
    now: () => new Date('2026-11-24T08:00:00Z'),
    progress: makeProgress({ isTTY: false } as NodeJS.WriteStream, (line) => lines.push(line)),
    only: [cog, arcepMobileSites],
  });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

it('tells the rows of a file once, however many départements take them', () => {
  const sites = results.filter(({ source, status }) => source === 'arcep-mobile-sites' && status === 'loaded');
  expect(sites.map(({ departement, read, taken }) => [departement, read, taken])).toEqual([
    ['91', 105, 101],
    ['77', 105, 102],
    ['28', 105, 1],
    ['75', 105, 1],
  ]);
  expect(lines.at(-1)).toBe('arcep-mobile-sites 2026-T1 (4 départements) : chargé, 104 lignes retenues sur 105');
  const told = reportLines(results).find((line) => line.startsWith('arcep-mobile-sites'));
  expect(told?.split(/\s{2,}/).slice(1, -1)).toEqual(['2026-T1', '4 dép.', 'chargé', '105', '104', '0', '1']);
});

it('says of a département that the publication leaves out that it is not covered, which is no failure', () => {
  expect(results.at(0)).toMatchObject({ source: 'cog', status: 'loaded' });
  expect(
    results.filter(({ departement }) => departement === '974').map(({ source, status }) => [source, status]),
  ).toEqual([
    ['cog', 'loaded'],
    ['arcep-mobile-sites', 'uncovered'],
  ]);
  expect(exitCodeOf(results)).toBe(0);
  expect(reportLines(results)).toEqual(
    expect.arrayContaining(['Départements que la publication ne couvre pas :', '  arcep-mobile-sites : 974']),
  );
});

it('knows which overseas départements each publication has', () => {
  const overseas = ['971', '972', '973', '974', '976'];
  expect(overseas.filter((code) => isCovered(arcepMobileSites, code))).toEqual([]);
  expect(overseas.filter((code) => isCovered(filosofi, code))).toEqual(['972', '974']);
  const everywhere: Source = cog;
  expect(overseas.filter((code) => isCovered(everywhere, code))).toEqual(overseas);
  expect(isCovered(arcepMobileSites, '2A')).toBe(true);
});
