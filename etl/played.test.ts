/** The whole run against servers that play the official ones, compared table by table with the data package. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLastAttempts } from '../api/sql/loads.ts';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { sources } from '../data/sources/registry.ts';
import { openDownloader } from './fetch/download.ts';
import { rehosted } from './fetch/rehost.ts';
import { loadPackage } from './load-package.ts';
import { openOfficial } from './origin/official.ts';
import { silentProgress } from './progress.ts';
import { exitCodeOf, type SourceResult } from './report.ts';
import { runEtl } from './run.ts';
import { playOtherSpeeds } from './testing-mci.ts';
import { hostsAt, playOfficial } from './testing-official.ts';
import { type Play, type PlayedServer, playServer } from './testing-server.ts';

let packaged: Database;
let fetched: Database;
let server: PlayedServer;
let routes: Map<string, Play>;
let cacheFolder: string;

beforeAll(async () => {
  cacheFolder = await mkdtemp(path.join(tmpdir(), 'observatoire-played-'));
  packaged = await openTestDatabase();
  await loadPackage(packaged, 'data/essonne', () => {});
  routes = new Map([...(await playOfficial(packaged)), ...(await playOtherSpeeds(packaged))]);
  server = await playServer(routes);
  fetched = await openTestDatabase();
}, 60_000);
afterAll(async () => {
  await Promise.all([packaged.close(), fetched.close(), server.close()]);
  await rm(cacheFolder, { recursive: true });
});

const now = () => new Date('2026-11-24T08:00:00Z');
async function run(isOffline = false): Promise<SourceResult[]> {
  const downloader = openDownloader({ cacheFolder, now, isOffline, attempts: 1 });
  const origin = openOfficial({
    downloader: rehosted(downloader, hostsAt(server.origin)),
    packageFolder: 'data/essonne',
  });
  return runEtl({ database: fetched, origin, departements: ['91'], now, progress: silentProgress });
}
const fates = (results: readonly SourceResult[], status: SourceResult['status']) =>
  results.filter((result) => result.status === status).map(({ source }) => source);

/** Sources that both hold, in the layout of the publisher and in ours. */
const compared = [
  'cog',
  'arcep-deploiement',
  'arcep-mci-debit-terrestre',
  'arcep-mci-meilleure-techno',
  'fermeture-cuivre',
  'filosofi',
];

it('loads every source that is published, and says which are only given in a folder', async () => {
  const results = await run();
  expect(results.filter(({ status }) => status === 'failed').map(({ source, failure }) => [source, failure])).toEqual(
    [],
  );
  expect(fates(results, 'absent')).toEqual([
    'arcep-deploiement-2018',
    'arcep-zonage-2018',
    'arcep-mci-debit',
    'insee-population-age',
    'decisions-fiches',
    'recensement-epci',
  ]);
  expect(fates(results, 'loaded').length + 6).toBe(sources.length);
}, 60_000);

it.each([
  [
    'figures',
    `select source, period, measure, commune, value_number, value_text, value_on::text, state, reason from current_observation
     where source in (${compared.map((id) => `'${id}'`).join(', ')}) order by 1, 2, 3, 4`,
  ],
  ['memberships', 'select * from membership order by commune'],
  [
    'territories, but for the outside of straddling EPCI, which is not in the package commune by commune',
    `select level, code, name, official_name, population, postcodes, ept_code, ept_name, bbox, st_astext(geom_4326, 5) as outline
     from territory order by level, code`,
  ],
  [
    'projects',
    `select id, title, summary, theme, carrier, phase, budget_euros, source_url, confidence from project order by id`,
  ],
  [
    'places',
    `select p.id, name, kind, programmes, services, commune, st_astext(location_4326) as at, opening_hours, source_url, confidence
     from place p join current_load c on c.load_id = p.load_id where c.source = 'lieux-recenses' order by 1`,
  ],
])('gives the same %s as the folder that the package was made from', async (_, sql) => {
  const expected = await packaged.query(sql);
  expect(expected.length).toBeGreaterThan(90);
  expect(await fetched.query(sql)).toEqual(expected);
});

it('tells of each figure the address, the hash and the instant of its file', async () => {
  const [load] = await fetched.query<{ files: object[]; vintage: string; data_on: string }>(
    `select files, vintage, data_on from load where source = 'arcep-deploiement'`,
  );
  expect(load).toMatchObject({
    vintage: '2026-T2',
    data_on: '2026-06-30',
    files: [
      {
        name: 'arcep-deploiement/2026_T2/commune.zip',
        url: 'https://static.data.gouv.fr/20260902-101500/2026t2-commune.zip',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        retrievedAt: '2026-11-24T08:00:00.000Z',
      },
    ],
  });
});

it('says of what comes with the program that it does', async () => {
  const rows = await fetched.query<{ name: string }>(
    `select files->0->>'name' as name from load where source in ('projets-recenses', 'fiches-catalogue', 'lieux-recenses') order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(['package:fiches.csv', 'package:lieux.csv', 'package:projets.csv']);
});

it('changes nothing the second time, and does without the network', async () => {
  const asked = server.asked.length;
  const again = await run();
  expect(fates(again, 'loaded')).toEqual([]);
  expect(server.asked.length).toBeGreaterThan(asked);
  const offline = await run(true);
  expect(fates(offline, 'loaded')).toEqual([]);
  expect(fates(offline, 'failed')).toEqual([]);
  expect(fates(offline, 'unchanged')).toEqual(fates(again, 'unchanged'));
}, 60_000);

it('downloads what a server can tell unchanged only once', () => {
  const archive = server.asked.filter(({ path: asked }) => asked === '/static/objets/ab12.zip');
  expect(archive.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"ab12"']);
});

it('fails when the file of a loaded edition is no more at its address, though its quarter is listed', async () => {
  const lost = [...routes].filter(([route]) => route.includes('/2026_T2/commune/'));
  for (const [route] of lost) routes.delete(route);
  const results = await run();
  expect(exitCodeOf(results)).toBe(1);
  expect(fates(results, 'failed')).toEqual([
    'arcep-mci-debit-terrestre',
    'arcep-mci-debit-filaire',
    'arcep-mci-techno',
    'arcep-mci-meilleure-techno',
  ]);
  expect(results.find(({ status }) => status === 'failed')).toMatchObject({
    vintage: '2026-T2',
    hasFormer: true,
    failure:
      'https://data.arcep.fr/fixe/maconnexioninternet/statistiques/2026_T2/commune/commune_debit_terrestre.csv, obtenu le 24/11/2026, n’est plus à son adresse officielle, alors que l’édition 2026-T2 est toujours listée. L’adresse a changé ? Voyez la page de la source, ou donnez le fichier avec --from.',
  });
  const failed = async () =>
    [...(await readLastAttempts(fetched))].filter(([, { status }]) => status === 'failed').map(([source]) => source);
  expect(await failed()).toEqual(expect.arrayContaining(fates(results, 'failed')));
  for (const [route, play] of lost) routes.set(route, play);
  expect(exitCodeOf(await run())).toBe(0);
  expect(await failed()).toEqual([]);
}, 60_000);

it('forgets the failure of a quarter once the source is loaded without it, and fails when no quarter has a file', async () => {
  const folder = '/arcep/fixe/maconnexioninternet/statistiques';
  const told = async () => (await readLastAttempts(fetched)).get('arcep-mci-techno')?.status;
  routes.set(`${folder}/2026_T1/commune/commune_techno.csv`, { status: 403 });
  expect(fates(await run(), 'failed')).toEqual(['arcep-mci-techno']);
  expect(await told()).toBe('failed');
  routes.delete(`${folder}/2026_T1/commune/commune_techno.csv`);
  expect(fates(await run(), 'failed')).toEqual([]);
  expect(await told()).toBe('unchanged');

  routes.delete(`${folder}/2026_T2/commune/commune_techno.csv`);
  await fetched.query(`delete from current_load where source = 'arcep-mci-techno'`);
  expect((await run()).filter(({ status }) => status === 'failed')).toMatchObject([
    {
      source: 'arcep-mci-techno',
      hasFormer: false,
      failure:
        'aucun fichier n’est publié pour les éditions listées (2026-T1, 2026-T2). L’adresse a changé ? Voyez la page de la source, ou donnez le fichier avec --from.',
    },
  ]);
}, 60_000);
