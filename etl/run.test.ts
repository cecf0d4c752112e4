/** Loads over a synthetic file of premises, one row a commune of the real COG: 100 premises each. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import arcepDeploiement from '../data/sources/arcep-deploiement.ts';
import arcepMciDebit from '../data/sources/arcep-mci-debit.ts';
import cog from '../data/sources/cog.ts';
import contoursCommunes from '../data/sources/contours-communes.ts';
import type { Source } from '../data/sources/declare.ts';
import lieuxRecenses from '../data/sources/lieux-recenses.ts';
import { etl } from './main.ts';
import { openFolder } from './origin/folder.ts';
import { silentProgress } from './progress.ts';
import type { SourceResult } from './report.ts';
import { runEtl } from './run.ts';

let database: Database;
let folder: string;
let communes: string[];
const file = 'arcep-deploiement/2026_T2/communes-91.csv';
const now = () => new Date('2026-11-23T10:00:00Z');

async function run(only: Source[] | undefined, departements = ['91']): Promise<SourceResult[]> {
  return runEtl({ database, origin: openFolder(folder), departements, now, progress: silentProgress, only });
}

async function load(): Promise<SourceResult> {
  return (await run([cog, arcepDeploiement])).at(-1)!;
}

async function writePremises(connectable: (index: number) => number | string, codes = communes): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  const rows = codes.map((code, i) => `${code};commune synthétique;100;${connectable(i)}`);
  await writeFile(path.join(folder, file), `INSEE_COM;NOM_COM;Locaux;ftth\n${rows.join('\n')}\n`);
}

async function connectableInForce(): Promise<number> {
  const [row] = await database.query<{ sum: number }>(
    `select sum(value_number) as sum from current_observation where measure = 'locaux_ftth'`,
  );
  return row!.sum;
}

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-run-'));
  await run([cog]);
  communes = (
    await database.query<{ commune: string }>(
      `select commune from membership where departement = '91' order by commune`,
    )
  ).map((row) => row.commune);
});
beforeEach(async () => {
  await database.run('truncate load, current_load, observation cascade');
  await writePremises(() => 60);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

describe('a load', () => {
  it('takes its place, and the same file again changes nothing', async () => {
    expect(await load()).toMatchObject({ status: 'loaded', read: 194, taken: 194, refused: [] });
    const before = await database.query('select * from load order by id');
    expect(await load()).toMatchObject({ status: 'unchanged', taken: 194 });
    expect(await database.query('select * from load order by id')).toEqual(before);
    expect(await connectableInForce()).toBe(194 * 60);
  });

  it('replaces the one in force, which stays, and comes back without being written twice', async () => {
    await load();
    await writePremises(() => 61);
    expect((await load()).status).toBe('loaded');
    expect(await connectableInForce()).toBe(194 * 61);
    await writePremises(() => 60);
    expect((await load()).status).toBe('loaded');
    expect(await connectableInForce()).toBe(194 * 60);
    expect(await database.query(`select count(*) as n from load where source = 'arcep-deploiement'`)).toEqual([
      { n: 2 },
    ]);
  });

  it('keeps a rate above 100 % and says so', async () => {
    await writePremises((i) => (i === 3 ? 130 : 60));
    expect((await load()).warnings.map(({ message }) => message)).toEqual([
      'arcep-deploiement/2026_T2/communes-91.csv, commune 91021, 2026-T2 : 130 (Locaux raccordables à la fibre (déploiements)) pour 100 (Meilleure estimation des locaux par l’Arcep). Conservé et signalé.',
    ]);
    expect(await connectableInForce()).toBe(193 * 60 + 130);
  });

  it('counts a few refused rows and keeps them in its account', async () => {
    await writePremises((i) => (i === 3 ? '12.5' : 60));
    expect(await load()).toMatchObject({ status: 'loaded', taken: 193 });
    const [row] = await database.query(`select rows_refused, refusals from load where source = 'arcep-deploiement'`);
    expect(row).toMatchObject({
      rows_refused: 1,
      refusals: [
        {
          count: 1,
          samples: [
            'arcep-deploiement/2026_T2/communes-91.csv, ligne 5, colonne ftth : « 12.5 » n’est pas entier, il faut un nombre de locaux. Ligne refusée.',
          ],
        },
      ],
    });
  });

  it.each([
    [
      'too many refused rows',
      () => writePremises((i) => (i < 10 ? -1 : 60)),
      /10 lignes refusées sur 194|contrôle non passé/,
    ],
    [
      'communes that are missing',
      () => writePremises(() => 60, communes.slice(0, 150)),
      /44 communes attendues sont absentes/,
    ],
    ['an empty file', () => writeFile(path.join(folder, file), ''), /fichier vide/],
    [
      'a file that is not there',
      () => rm(path.join(folder, file)),
      /communes-91\.csv, chargé auparavant, n’est plus dans/,
    ],
    [
      'a total that shrank',
      () => writePremises(() => 50),
      /perd 1940 sur 11640 depuis 2026-T2, plus de 5 % ; communes/,
    ],
  ])('leaves the former figures in force with %s', async (_, spoil, reason) => {
    await load();
    await spoil();
    const result = await load();
    expect(result).toMatchObject({ status: 'failed', hasFormer: true });
    expect(result.failure).toMatch(reason);
    expect(result.failure).not.toMatch(/précédent/);
    expect(await connectableInForce()).toBe(194 * 60);
  });
});

it('refuses a list that lost most of its rows, and says what to do', async () => {
  const list = path.join(folder, 'projets/lieux.csv');
  const [header, ...rows] = (await readFile('data/essonne/lieux.csv', 'utf8')).trimEnd().split('\n');
  const loadPlaces = async (kept: number) => {
    await mkdir(path.dirname(list), { recursive: true });
    await writeFile(list, `${[header, ...rows.slice(0, kept)].join('\n')}\n`);
    return (await run([lieuxRecenses])).at(-1)!;
  };
  const inForce = async () =>
    database.query(`select count(*) as n from place p join current_load c on c.load_id = p.load_id`);
  expect(await loadPlaces(95)).toMatchObject({ status: 'loaded', taken: 95 });
  expect(await loadPlaces(1)).toMatchObject({
    status: 'failed',
    hasFormer: true,
    failure:
      'contrôle non passé : 1 ligne retenue pour le département 91, contre 95 dans le chargement en vigueur (−99 %, plus que les 20 % admis). Vérifiez que le fichier est entier ; si la baisse est voulue, relevez mostShrink dans data/sources/lieux-recenses.ts.',
  });
  expect(await inForce()).toEqual([{ n: 95 }]);
  expect((await loadPlaces(80)).status).toBe('loaded');
  expect(await inForce()).toEqual([{ n: 80 }]);
  await rm(list);
});

it('rewrites territories that no longer follow the COG, their file being the same', async () => {
  const features = communes.map((code, i) => {
    const [west, east] = [2 + i / 1000, 2 + (i + 1) / 1000];
    const ring = [
      [west, 48],
      [east, 48],
      [east, 48.1],
      [west, 48.1],
      [west, 48],
    ];
    return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  const [ofCommunes, ofEpci] = ['contours/communes-91.geojson', 'contours/epci-touchant-91.geojson'] as const;
  await mkdir(path.dirname(path.join(folder, ofCommunes)), { recursive: true });
  await writeFile(path.join(folder, ofCommunes), JSON.stringify({ type: 'FeatureCollection', features }));
  await writeFile(path.join(folder, ofEpci), JSON.stringify({ type: 'FeatureCollection', features: [] }));
  const loadOutlines = async () => (await run([cog, contoursCommunes])).map(({ status }) => status);
  expect(await loadOutlines()).toEqual(['loaded', 'loaded']);
  expect(await loadOutlines()).toEqual(['unchanged', 'unchanged']);
  // What a new COG leaves behind when the run is cut short before the outlines.
  await database.run(`update territory set population = population + 1 where code = '91228'`);
  expect(await loadOutlines()).toEqual(['unchanged', 'loaded']);
  expect(await loadOutlines()).toEqual(['unchanged', 'unchanged']);
});

it('takes several départements from one national file, and the outside communes of an EPCI that straddles', async () => {
  await run([cog], ['91', '28']);
  const national = path.join(folder, 'arcep-mci/2022_T4/commune/commune_debit.csv');
  const all = await database.query<{ commune: string; departement: string }>(
    'select commune, departement from membership order by commune',
  );
  const head =
    'code_insee;nom_com;code_dep;code_reg;nbr;type;inel_hd;elig_hd05;elig_hd3;elig_bhd8;elig_thd30;elig_thd100;elig_thd1g;date';
  const lines = all.map(({ commune }) => `${commune};commune synthétique;;;10;all;0;10;10;10;10;9;9;2022-12-31`);
  await mkdir(path.dirname(national), { recursive: true });
  await writeFile(national, `${head}\n${lines.join('\n')}\n`);
  const results = await run([arcepMciDebit], ['91', '28']);
  expect(results.map(({ departement, status }) => [departement, status])).toEqual([
    ['91', 'loaded'],
    ['28', 'loaded'],
  ]);
  const counted = await database.query<{ departement: string; n: number }>(
    `select departement, count(*) as n from current_observation where measure = 'tt_locaux' group by 1 order by 1`,
  );
  const own = Object.fromEntries(counted.map(({ departement, n }) => [departement, n]));
  expect(own['91']).toBe(194);
  expect(own['28']).toBe(all.filter(({ departement }) => departement === '28').length);
  // The eight communes of Grand Paris Sud and three of l’Orée de la Brie, in Seine-et-Marne.
  expect(own['77']).toBe(11);
  await rm(national);
});

describe('the command', () => {
  const surroundings = (log: (line: string) => void, localFolder: string) => ({
    settings: { databaseUrl: undefined, localFolder },
    now,
    output: { isTTY: false } as NodeJS.WriteStream,
    log,
    packageFolder: path.join(folder, 'package'),
  });

  it('explains itself and exits with 2 when it is not told what to do', async () => {
    const lines: string[] = [];
    expect(
      await etl(
        ['--from', folder, '--only', 'arcep'],
        surroundings((line) => lines.push(line), folder),
      ),
    ).toBe(2);
    expect(
      await etl(
        ['--form', 'x'],
        surroundings((line) => lines.push(line), folder),
      ),
    ).toBe(2);
    expect(
      await etl(
        ['--help'],
        surroundings((line) => lines.push(line), folder),
      ),
    ).toBe(0);
    expect(lines.join('\n')).toContain('npm run etl -- --from <dossier>');
  });

  it('exits with 1 when a source fails, having loaded the others, and says which', async () => {
    const lines: string[] = [];
    await writeFile(path.join(folder, 'contours/communes-91.geojson'), '{"type":');
    expect(
      await etl(
        ['--from', folder],
        surroundings((line) => lines.push(line), path.join(folder, 'local')),
      ),
    ).toBe(1);
    const text = lines.join('\n');
    expect(text).toMatch(/arcep-deploiement\s+2026-T2\s+91\s+chargé\s+194\s+194/);
    expect(text).toMatch(
      /contours-communes \(91\), ÉCHEC : contours\/communes-91\.geojson, ligne 1, colonne 9 : JSON illisible ou tronqué.* Rien n’était chargé de cette source : elle reste sans données\.$/m,
    );
  }, 180_000);
});
