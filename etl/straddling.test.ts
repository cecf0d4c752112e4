/** Sources of the whole country tell of the outside communes of EPCI that straddle the département, where they hold them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import arcepMobileSites from '../data/sources/arcep-mobile-sites.ts';
import cog from '../data/sources/cog.ts';
import dpnt from '../data/sources/dpnt.ts';
import { openFolder } from './origin/folder.ts';
import { silentProgress } from './progress.ts';
import { runEtl } from './run.ts';
import { type Cells, toText } from './testing-files.ts';

let database: Database;
let folder: string;
/** Of the EPCI of the Essonne, those of the whole Métropole du Grand Paris included, of which one EPT alone matters. */
let communes: { commune: string; departement: string }[];

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-straddling-'));
  await run([cog]);
  communes = await database.query('select commune, departement from membership order by commune');
}, 60_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const run = (only: Parameters<typeof runEtl>[0]['only']) =>
  runEtl({
    database,
    origin: openFolder(folder),
    departements: ['91'],
    now: () => new Date('2026-11-23T10:00:00Z'),
    progress: silentProgress,
    only,
  });

async function put(name: string, cells: Cells): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, name.endsWith('.gz') ? gzipSync(toText(cells, ';')) : toText(cells, ';'));
}

async function countedIn(measure: string): Promise<Record<string, number>> {
  const rows = await database.query<{ departement: string; n: number }>(
    'select departement, count(*) as n from current_observation where measure = $1 group by 1 order by 1',
    [measure],
  );
  return Object.fromEntries(rows.map(({ departement, n }) => [departement, n]));
}

it('counts the digital presence of outside communes, and keeps the checklist of its own', async () => {
  await put('dpnt/dpnt-quotidien.csv.gz', [
    ['type', 'siret', 'siren', 'libelle', 'population', 'code_insee', 'adresse_messagerie', 'site_internet', 'rpnt'],
    ...communes.map(({ commune }) => ['commune', '', '', 'Commune inventée', '100', commune, '', '', '1.1,a']),
    ['commune', '', '', 'Commune inventée', '100', '59350', '', '', '1.1,a'],
  ]);
  expect((await run([dpnt])).at(-1)).toMatchObject({ status: 'loaded', read: 347, taken: 240, outside: 107 });
  expect(await countedIn('rpnt_conforme')).toEqual({ '77': 11, '78': 17, '91': 194, '94': 18 });
  expect(await database.query(`select count(*) as n from digital_presence where level = 'commune'`)).toEqual([
    { n: 194 },
  ]);
});

it('counts no mobile site in the outside communes that a file of the country leaves out, and nothing where it stops', async () => {
  const site = (commune: string, i: number) => ['20801', `invente-${i}`, '48,63', '2,42', commune, '1', '0'];
  const inEach = ['91', '77', '94'].map((code) => communes.find(({ departement }) => departement === code)!.commune);
  await put('arcep-mobile/2026_T1/sites_Metropole.csv', [
    ['code_op', 'num_site', 'latitude', 'longitude', 'insee_com', 'site_4g', 'site_5g'],
    ...inEach.map(site),
  ]);
  expect((await run([arcepMobileSites])).at(-1)).toMatchObject({ status: 'loaded', taken: 3 });
  // The file says nothing of the Yvelines at all: nobody knows whether they have none.
  expect(await countedIn('sites_4g')).toEqual({ '77': 11, '91': 194, '94': 18 });
  const [sum] = await database.query(
    `select sum(value_number) as n from current_observation where measure = 'sites_4g'`,
  );
  expect(sum).toEqual({ n: 3 });
});
