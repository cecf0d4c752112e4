/** The grid of the INSEE, on invented cells: what is taken, what is refused and why, and a whole load from a folder. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { cellTable, communesOfCell } from '../data/sources/insee-carreaux.ts';
import { sources } from '../data/sources/registry.ts';
import { freezeEdition, verifyEdition } from './editions.ts';
import type { Cog } from './membership.ts';
import { openFolder } from './origin/folder.ts';
import { centreOfCell, readCells } from './population-cells.ts';
import { silentProgress } from './progress.ts';
import { readCsv } from './read/csv.ts';
import { runEtl } from './run.ts';
import { toWhereabouts } from './scope.ts';
import { writeZip } from './testing-files.ts';

const commune = (code: string, nom: string) =>
  [code, { code, nom, type: 'commune-actuelle', departement: code.slice(0, 2) }] as const;
/** Invented communes, under codes that the samples use. */
const cog: Cog = {
  communes: new Map([
    commune('91001', 'Alpha'),
    commune('91002', 'Bêta'),
    commune('77001', 'Ailleurs'),
    commune('01001', 'Ain'),
  ]),
  epcis: [],
  epts: [],
  departements: new Map(),
  former: new Map([['91904', '91001']]),
  read: 4,
};
const where = toWhereabouts(cog, [{ departement: '91', own: new Set(['91001', '91002']), around: new Set() }]);
const sample = (name: string) => readFile(new URL(`../data/samples/insee-carreaux/${name}.csv`, import.meta.url));
const read = async (name: string) =>
  readCells(`${name}.csv`, readCsv(name, await sample(name), cellTable.format), where);

describe('a cell', () => {
  it('stands at its centre, as GDAL projects it', () => {
    // echo "3760700 2870300" | gdaltransform -s_srs EPSG:3035 -t_srs EPSG:4326
    expect(centreOfCell([3_760_600, 2_870_200])).toEqual([2.377661, 48.685021]);
  });

  it('names its communes one after the other', () => {
    expect(communesOfCell('91001')).toEqual(['91001']);
    expect(communesOfCell('2A0042A006')).toEqual(['2A004', '2A006']);
    for (const text of ['', '9100', '910019100', 'Alpha']) expect(communesOfCell(text), text).toBeNull();
  });
});

describe('the file', () => {
  it('gives each commune its cells, and shares those that are on several in equal parts', async () => {
    const file = await read('lignes-bonnes');
    const { cells = [], taken, refused } = file.byDepartement.get('91') ?? {};
    expect([file.read, taken, file.takenByAny, refused]).toEqual([8, 6, 6, []]);
    expect(cells.map((cell) => `${cell.cell.slice(14)} ${cell.commune} ${cell.individuals}`)).toEqual([
      'N2870200E3760600 91001 120.5',
      'N2870400E3760600 91001 80',
      'N2870600E3760600 91001 15',
      'N2870600E3760600 91002 15',
      'N2870800E3760600 91002 41',
      // The former commune and the one that holds it are one.
      'N2871000E3760600 91001 12',
      // The other half is of another département.
      'N2871200E3760600 91002 5',
    ]);
  });

  it('says of each bad row what is wrong, where, and what was received', async () => {
    const { byDepartement, read: rows } = await read('lignes-mauvaises');
    const { taken, refused = [] } = byDepartement.get('91') ?? {};
    const text = [
      `lues ${rows}, retenues ${taken}, refusées ${refused.length}`,
      ...refused.map(({ message }) => message),
    ];
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('expected/bad-input/insee-carreaux.txt');
  });
});

describe('a load', () => {
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    database = await openTestDatabase();
    folder = await mkdtemp(path.join(tmpdir(), 'carreaux-'));
    await mkdir(path.join(folder, 'insee-carreaux'));
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const run = () =>
    runEtl({
      database,
      origin: openFolder(folder),
      departements: ['91'],
      now: () => new Date('2026-11-26T10:00:00Z'),
      progress: silentProgress,
      only: sources.filter(({ id }) => id === 'cog' || id === 'insee-carreaux'),
    });
  /** Communes that exist, for the COG of the program is the real one; the cells are invented. */
  const lines = (count: number, code = '91228') =>
    `idcar_200m,lcog_geo,ind\n${Array.from({ length: count }, (_, i) => `CRS3035RES200mN${2_850_000 + 200 * i}E3760600,${code},${i + 1.5}\n`).join('')}`;
  const put = (name: string, bytes: string | Buffer) => writeFile(path.join(folder, 'insee-carreaux', name), bytes);
  const held = async () =>
    (
      await database.query<{ rows: number; communes: number; individuals: number }>(
        `select count(*) as rows, count(distinct p.commune) as communes, sum(p.individuals) as individuals
         from population_cell p join current_load c on c.load_id = p.load_id`,
      )
    )[0];

  it('takes the cells of the département, says which communes have none, and changes nothing when done again', async () => {
    await put('carreaux_200m_met.csv', lines(20));
    const [, first] = await run();
    expect([first?.status, first?.taken, first?.vintage]).toEqual(['loaded', 20, '2021']);
    expect(await held()).toEqual({ rows: 20, communes: 1, individuals: 220 });
    const [load] = await database.query<{ expected: number; absent: number }>(
      `select communes_expected as expected, cardinality(communes_absent) as absent from load where source = 'insee-carreaux'`,
    );
    expect(load).toEqual({ expected: 194, absent: 193 });
    expect((await run())[1]?.status).toBe('unchanged');
  });

  it('keeps the former cells when the file lost a fifth of them, tells of no département, or is no grid', async () => {
    for (const [content, why] of [
      [lines(15), /20 dans le chargement en vigueur/],
      [lines(20, '75056'), /aucun carreau des communes du département 91/],
      [lines(20).replace('ind\n', 'population\n'), /colonnes absentes : ind/],
      [lines(20).replaceAll(',', ';'), /séparées par « ; »/],
      [lines(20).trimEnd(), /tronqué/],
    ] as const) {
      await put('carreaux_200m_met.csv', content);
      const [, result] = await run();
      expect(result?.status, String(why)).toBe('failed');
      expect(result?.failure).toMatch(why);
      expect(result?.hasFormer).toBe(true);
    }
    expect((await held())?.rows).toBe(20);
  });

  it('reads the table in its archive, and takes the place of the former cells, which are kept', async () => {
    await put('carreaux_200m_met.csv', lines(20));
    const entries = ['carreaux_200m_mart.csv', 'carreaux_200m_met.csv'].map((name) => ({
      name,
      bytes: Buffer.from(lines(30)),
    }));
    await put('Filosofi2021_carreaux_200m_csv.zip', writeZip(entries));
    expect((await run())[1]?.status).toBe('loaded');
    expect((await held())?.rows).toBe(30);
    expect((await database.query<{ rows: number }>('select count(*) as rows from population_cell'))[0]?.rows).toBe(50);
  });

  it('belongs to an état des lieux, whose hash tells that a cell was touched', async () => {
    await freezeEdition(database, 'T2 2026', () => new Date('2026-11-26T10:00:00Z'));
    expect(await verifyEdition(database, 't2-2026')).toBe(true);
    await database.query('update population_cell set individuals = individuals + 1');
    expect(await verifyEdition(database, 't2-2026')).toBe(false);
  });

  it('is absent, and no failure, where a folder does not hold it', async () => {
    const empty = await openTestDatabase();
    await rm(path.join(folder, 'insee-carreaux'), { recursive: true });
    const results = await runEtl({
      database: empty,
      origin: openFolder(folder),
      departements: ['91'],
      now: () => new Date('2026-11-26T10:00:00Z'),
      progress: silentProgress,
    });
    expect(results.find(({ source }) => source === 'insee-carreaux')?.status).toBe('absent');
    await empty.close();
  });
});
