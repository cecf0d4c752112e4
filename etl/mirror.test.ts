/** The whole real inputs, read from the folder that SOURCES_MIRROR names, against figures counted by hand. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { openFolder } from './origin/folder.ts';
import { silentProgress } from './progress.ts';
import type { SourceResult } from './report.ts';
import { runEtl } from './run.ts';
import { writePackage } from './write-package.ts';

const mirror = process.env.SOURCES_MIRROR;

describe.runIf(mirror)('the official files', () => {
  let database: Database;
  let results: SourceResult[];
  const run = () =>
    runEtl({
      database,
      origin: openFolder(mirror ?? ''),
      departements: ['91'],
      now: () => new Date(),
      progress: silentProgress,
    });

  beforeAll(async () => {
    database = await openTestDatabase();
    results = await run();
  }, 60_000);
  afterAll(() => database.close());

  const only = async <Row>(sql: string) => (await database.query<Row>(sql))[0];
  const sum = async (measure: string, period: string) =>
    (
      await only<{ sum: number }>(
        `select sum(value_number) as sum from current_observation
         where measure = '${measure}' and period = '${period}' and departement = '91'`,
      )
    )?.sum;

  it('are all loaded, the first time, and change nothing the second', async () => {
    const present = results.filter(({ status }) => status !== 'absent');
    expect(present.filter(({ status }) => status !== 'loaded')).toEqual([]);
    expect(present.map(({ source }) => source)).toEqual([
      'cog',
      'contours-communes',
      'arcep-deploiement-2018',
      'arcep-zonage-2018',
      'arcep-deploiement',
      'arcep-mci-debit',
      'arcep-mci-debit-terrestre',
      'arcep-mci-meilleure-techno',
      'fermeture-cuivre',
      'filosofi',
      'projets-recenses',
      'fiches-catalogue',
      'lieux-recenses',
    ]);
    const again = (await run()).filter(({ status }) => status !== 'absent');
    expect(again.filter(({ status }) => status !== 'unchanged')).toEqual([]);
  });

  it('give the figures, outlines and sheets of the package that is shipped', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-mirror-'));
    await writePackage(database, folder, '91');
    // The descriptor holds the instants of the loads; all the rest must be the same.
    const files = (await readdir('data/essonne')).filter((name) => name !== 'datapackage.json');
    for (const name of files)
      expect(await readFile(path.join(folder, name), 'utf8'), name).toBe(
        await readFile(path.join('data/essonne', name), 'utf8'),
      );
    await rm(folder, { recursive: true });
  });

  it('hold 194 communes of 13 EPCI and 1 338 485 inhabitants', async () => {
    expect(
      await only(
        `select count(*) as communes, count(distinct epci) as epci, sum(population) as inhabitants
         from membership where departement = '91'`,
      ),
    ).toEqual({ communes: 194, epci: 13, inhabitants: 1_338_485 });
  });

  it('count connectable premises in T2 2026, none above 100 %, and what is missing by zone', async () => {
    expect(await sum('locaux_ftth', '2026-T2')).toBe(696_403);
    expect(await sum('locaux_arcep', '2026-T2')).toBe(719_204);
    const zones = await database.query(
      `select z.value_text as zone, sum(b.value_number - a.value_number) as missing, min(z.reason) as reason
       from current_observation z
       join current_observation a on a.commune = z.commune and a.source = 'arcep-deploiement' and a.measure = 'locaux_ftth'
       join current_observation b on b.commune = z.commune and b.source = 'arcep-deploiement' and b.measure = 'locaux_arcep'
       where z.measure = 'zone_reglementaire' and a.value_number <= b.value_number group by 1 order by 1`,
    );
    // Évry, very dense, absorbed Courcouronnes, private; the two of Le Mérévillois were both public.
    expect(zones).toEqual([
      { zone: 'initiative-privee', missing: 11_700, reason: null },
      { zone: 'initiative-publique', missing: 8_148, reason: null },
      { zone: 'tres-dense', missing: 2_953, reason: 'communes-fusionnees-zones-differentes' },
    ]);
  });

  it('count three quarters by one denominator in the workbook of 2018, eight communes above 100 %', async () => {
    const periods = ['2017-T3', '2017-T4', '2018-T1'];
    expect(await Promise.all(periods.map((period) => sum('locaux_ftth', period)))).toEqual([200_534, 221_827, 233_955]);
    expect(await Promise.all(periods.map((period) => sum('locaux_insee', period)))).toEqual([
      563_078, 563_078, 563_078,
    ]);
    const { warnings = [] } = results.find(({ source }) => source === 'arcep-deploiement-2018') ?? {};
    expect(warnings.filter(({ message }) => message.includes('2018-T1'))).toHaveLength(8);
  });

  it('leave the rest of the country out of the national file, but for the outside communes of their EPCI', async () => {
    const result = results.find(({ source }) => source === 'arcep-mci-debit');
    expect(result).toMatchObject({ read: 34_957, taken: 240, outside: 34_957 - 240 });
    const rows = await database.query(
      `select departement, count(*) as n from current_observation where measure = 'tt_locaux' group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { departement: '77', n: 11 },
      { departement: '78', n: 17 },
      { departement: '91', n: 194 },
      { departement: '94', n: 18 },
    ]);
  });

  it('part the premises by best technology, and count speeds on terrestrial networks', async () => {
    const rate = async (a: string, b: string) => Number(await sum(a, '2026-T2')) / Number(await sum(b, '2026-T2'));
    expect(await rate('mt_ftth', 'mt_locaux')).toBeCloseTo(0.9595, 4);
    expect(await rate('ter_elig_thd30', 'ter_locaux')).toBeCloseTo(0.9998, 4);
    expect(await rate('ter_elig_thd1g', 'ter_locaux')).toBeCloseTo(0.9613, 4);
  });

  it('foresee the closure of copper at five dates, and leave 59 communes without one', async () => {
    const rows = await database.query(
      `select coalesce(value_on::text, reason) as answer, count(*) as n from current_observation
       where measure = 'fermeture_technique' group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { answer: '2027-01-31', n: 42 },
      { answer: '2028-01-31', n: 9 },
      { answer: '2028-05-31', n: 34 },
      { answer: '2028-10-31', n: 35 },
      { answer: '2029-05-31', n: 15 },
      { answer: 'non-prevu', n: 59 },
    ]);
  });

  it('publish a median standard of living for 103 communes, and say nothing of the 91 others', async () => {
    expect(
      await only(
        `select count(*) as n, min(value_number) as least, max(value_number) as most from current_observation
         where measure = 'niveau_vie_median' and value_number is not null`,
      ),
    ).toEqual({ n: 103, least: 14_790, most: 36_270 });
    const [load] = await database.query<{ expected: number; absent: number }>(
      `select communes_expected as expected, array_length(communes_absent, 1) as absent from load where source = 'filosofi'`,
    );
    expect(load).toEqual({ expected: 194, absent: 91 });
  });

  it('hold 95 projects and 95 places, each with its source and its confidence', async () => {
    for (const table of ['project', 'place'])
      expect(
        await only(`select count(*) as n, count(source_url) as sourced, count(confidence) as confident from ${table}`),
      ).toEqual({ n: 95, sourced: 95, confident: 95 });
  });
});
