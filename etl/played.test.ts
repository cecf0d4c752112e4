/** The whole run against servers that play the official ones, compared table by table with the package and with a folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../api/app.ts';
import { readLastAttempts } from '../api/sql/loads.ts';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { sources } from '../data/sources/registry.ts';
import { openDownloader } from './fetch/download.ts';
import { rehosted } from './fetch/rehost.ts';
import { loadPackage } from './load-package.ts';
import type { Origin } from './origin/declare.ts';
import { openFolder } from './origin/folder.ts';
import { openOfficial } from './origin/official.ts';
import { silentProgress } from './progress.ts';
import { exitCodeOf, type SourceResult } from './report.ts';
import { runEtl } from './run.ts';
import { mirrorInto } from './testing-mirror.ts';
import { hostsAt, playOfficial } from './testing-official.ts';
import { inventedSpeeds } from './testing-official-mci.ts';
import { type Play, type PlayedServer, playServer } from './testing-server.ts';
import { loadedTables, sumTables } from './testing-sums.ts';

let packaged: Database;
let fetched: Database;
let server: PlayedServer;
let routes: Map<string, Play>;
let cacheFolder: string;

beforeAll(async () => {
  cacheFolder = await mkdtemp(path.join(tmpdir(), 'observatoire-played-'));
  packaged = await openTestDatabase();
  await loadPackage(packaged, 'data/essonne', () => {});
  routes = await playOfficial(packaged);
  server = await playServer(routes);
  fetched = await openTestDatabase();
});
afterAll(async () => {
  await Promise.all([packaged.close(), fetched.close(), server.close()]);
  await rm(cacheFolder, { recursive: true });
});

const now = () => new Date('2026-11-24T08:00:00Z');
function official(isOffline = false): Origin {
  const downloader = openDownloader({ cacheFolder, now, isOffline, attempts: 1 });
  return openOfficial({ downloader: rehosted(downloader, hostsAt(server.origin)), packageFolder: 'data/essonne' });
}
const run = (database: Database, origin: Origin): Promise<SourceResult[]> =>
  runEtl({ database, origin, departements: ['91'], now, progress: silentProgress });
const fates = (results: readonly SourceResult[], status: SourceResult['status']) => [
  ...new Set(results.filter((result) => result.status === status).map(({ source }) => source)),
];

async function ask<Answer>(address: string): Promise<Answer> {
  const app = createApp({ database: fetched, tilesFolder: cacheFolder, now, log: () => {} });
  return (await (await app.request(`http://localhost/api/v1/indicateurs${address}`)).json()) as Answer;
}

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
  const results = await run(fetched, official());
  expect(results.filter(({ status }) => status === 'failed').map(({ source, failure }) => [source, failure])).toEqual(
    [],
  );
  expect(fates(results, 'absent')).toEqual([
    'arcep-deploiement-2018',
    'arcep-zonage-2018',
    'arcep-mci-debit',
    'insee-population-age',
    'insee-carreaux',
    'decisions-fiches',
    'recensement-epci',
  ]);
  expect(fates(results, 'loaded').length + 7).toBe(sources.length);
}, 120_000);

it.each([
  [
    'figures',
    `select source, period, measure, commune, value_number, value_text, value_on::text, state, reason from current_observation
     where source in (${compared.map((id) => `'${id}'`).join(', ')}) and departement = '91' and period <> '2026-T1'
     order by 1, 2, 3, 4`,
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

describe('the same files in a folder', () => {
  let foldered: Database;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'observatoire-miroir-'));
    await mirrorInto(folder, official(true), sources, [{ departement: '91', neighbours: ['77', '78', '94'] }]);
    foldered = await openTestDatabase();
    const results = await run(foldered, openFolder(folder));
    expect(results.flatMap(({ source, failure }) => (failure ? [[source, failure]] : []))).toEqual([]);
  });
  afterAll(async () => {
    await foldered.close();
    await rm(folder, { recursive: true });
  });

  it('give the same tables: zones, workbook, digital presence, mobile sites, buildings and all others', async () => {
    const sums = await sumTables(fetched, loadedTables);
    expect(await sumTables(foldered, loadedTables)).toBe(sums);
    // What is compared is there, and the same on both engines.
    await expect(sums).toMatchFileSnapshot('expected/played.txt');
  });

  it('give the same account of their rows', async () => {
    const sql = `select source, vintage, data_on::text, sha256, rows_read, rows_taken, rows_outside, rows_refused, warnings::text, periods
      from load order by source collate "C", vintage collate "C"`;
    expect(await foldered.query(sql)).toEqual(await fetched.query(sql));
  });

  it('hold figures of each source', async () => {
    const rows = await fetched.query<{ source: string; n: number }>(
      `select source, count(*) as n from current_observation group by 1 order by source collate "C"`,
    );
    expect(rows.map(({ source }) => source)).toEqual([
      'arcep-deploiement',
      'arcep-deploiement-classeur',
      'arcep-mci-debit-filaire',
      'arcep-mci-debit-terrestre',
      'arcep-mci-meilleure-techno',
      'arcep-mci-techno',
      'arcep-mobile-sites',
      'arcep-zonage',
      'dpnt',
      'fermeture-cuivre',
      'filosofi',
    ]);
  });
});

describe('an EPCI that straddles the département', () => {
  /** Grand Paris Sud: fifteen communes of the Essonne, eight of Seine-et-Marne. */
  const straddling = '200059228';
  const find = async (indicator: string, query: string) => {
    const { valeurs } = await ask<{ valeurs: { code: string; numerateur: number; denominateur: number }[] }>(
      `/${indicator}/valeurs?niveau=epci&${query}`,
    );
    return valeurs.find(({ code }) => code === straddling);
  };

  it('is whole on the map, from the communes of its neighbours', async () => {
    const rows = await fetched.query<{ code: string }>(
      `select code from territory where whole_geom_4326 is not null and st_area(whole_geom_4326) > st_area(geom_4326) order by code`,
    );
    expect(rows.map(({ code }) => code)).toEqual(['200054781', straddling, '247700644', '247800584']);
  });

  it('counts whole the premises of its eight outside communes, where the national file has them', async () => {
    const part = await find('couverture-thd', 'perimetre=partie');
    const whole = await find('couverture-thd', 'perimetre=entier');
    expect(Number(whole?.denominateur) - Number(part?.denominateur)).toBe(8 * Number(inventedSpeeds.ter_locaux));
    expect(Number(whole?.numerateur) - Number(part?.numerateur)).toBe(8 * Number(inventedSpeeds.ter_elig_thd30));
    expect(await find('couverture-ftth', 'perimetre=entier')).toMatchObject({
      valeur: null,
      raison: 'communes-hors-territoire-non-chargees',
    });
  });
});

it('keeps every quarter of a series, and tells where its method breaks', async () => {
  const rows = await fetched.query<{ source: string; periods: string[] }>(
    `select source, array_agg(period order by period collate "C") as periods from current_load
     where source like 'arcep-mci%' group by 1 order by source collate "C"`,
  );
  const both = ['2026-T1', '2026-T2'];
  expect(rows).toEqual(
    ['arcep-mci-debit-filaire', 'arcep-mci-debit-terrestre', 'arcep-mci-meilleure-techno', 'arcep-mci-techno'].map(
      (source) => ({ source, periods: both }),
    ),
  );
  const { indicateurs } = await ask<{ indicateurs: { id: string }[] }>('');
  expect(indicateurs.find(({ id }) => id === 'meilleure-technologie')).toMatchObject({
    periodes: [
      { periode: '2026-T1', methode: 'cuivre compté avant le T2 2026' },
      { periode: '2026-T2', methode: 'cuivre compté depuis le T2 2026' },
    ],
  });
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
  const again = await run(fetched, official());
  expect(fates(again, 'loaded')).toEqual([]);
  expect(server.asked.length).toBeGreaterThan(asked);
  const offline = await run(fetched, official(true));
  expect(fates(offline, 'loaded')).toEqual([]);
  expect(fates(offline, 'failed')).toEqual([]);
  expect(fates(offline, 'unchanged')).toEqual(fates(again, 'unchanged'));
}, 120_000);

it('downloads what a server can tell unchanged only once', () => {
  const archive = server.asked.filter(({ path: asked }) => asked === '/static/objets/ab12.zip');
  expect(archive.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"ab12"']);
});

it('fails when the file of a loaded edition is no more at its address, though its quarter is listed', async () => {
  const lost = [...routes].filter(([route]) => route.includes('/2026_T2/commune/'));
  for (const [route] of lost) routes.delete(route);
  const results = await run(fetched, official());
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
  expect(exitCodeOf(await run(fetched, official()))).toBe(0);
  expect(await failed()).toEqual([]);
}, 60_000);

it('forgets the failure of a quarter once the source is loaded without it, and fails when no quarter has a file', async () => {
  const folder = '/arcep/fixe/maconnexioninternet/statistiques';
  const told = async () => (await readLastAttempts(fetched)).get('arcep-mci-techno')?.status;
  routes.set(`${folder}/2025_T4/commune/commune_techno.csv`, { status: 403 });
  expect(fates(await run(fetched, official()), 'failed')).toEqual(['arcep-mci-techno']);
  expect(await told()).toBe('failed');
  routes.delete(`${folder}/2025_T4/commune/commune_techno.csv`);
  expect(fates(await run(fetched, official()), 'failed')).toEqual([]);
  expect(await told()).toBe('unchanged');

  for (const quarter of ['2026_T1', '2026_T2']) routes.delete(`${folder}/${quarter}/commune/commune_techno.csv`);
  await fetched.query(`delete from current_load where source = 'arcep-mci-techno'`);
  expect((await run(fetched, official())).filter(({ status }) => status === 'failed')).toMatchObject([
    {
      source: 'arcep-mci-techno',
      hasFormer: false,
      failure:
        'aucun fichier n’est publié pour les éditions listées (2025-T4, 2026-T1, 2026-T2). L’adresse a changé ? Voyez la page de la source, ou donnez le fichier avec --from.',
    },
  ]);
}, 60_000);
