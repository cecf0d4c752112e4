/** The whole country from one national file, that of the folder which SOURCES_MIRROR names. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import arcepMciDebit from '../data/sources/arcep-mci-debit.ts';
import cog from '../data/sources/cog.ts';
import { openFolder } from './origin/folder.ts';
import { makeProgress } from './progress.ts';
import type { SourceResult } from './report.ts';
import { readInstalledCog, runEtl } from './run.ts';

const mirror = process.env.SOURCES_MIRROR;

describe.runIf(mirror)('the national file, for every département', () => {
  let database: Database;
  let results: SourceResult[];
  const lines: string[] = [];
  beforeAll(async () => {
    database = await openTestDatabase();
    results = await runEtl({
      database,
      origin: openFolder(mirror ?? ''),
      departements: [...(await readInstalledCog()).departements.keys()],
      now: () => new Date('2026-11-24T08:00:00Z'),
      progress: makeProgress({ isTTY: false } as NodeJS.WriteStream, (line) => lines.push(line)),
      only: [cog, arcepMciDebit],
    });
  });
  afterAll(() => database.close());

  it('takes its 34 957 communes, but for the two that are of no département, and tells each once', async () => {
    const own = results.filter(({ source }) => source === 'arcep-mci-debit');
    expect(
      own.filter(({ status }) => status !== 'loaded').map(({ departement, failure }) => [departement, failure]),
    ).toEqual([]);
    expect(own).toHaveLength(101);
    // Saint-Barthélemy and Saint-Martin stand in the file.
    expect(lines.at(-1)).toBe(
      `arcep-mci-debit 2022-T4 (101 départements) : chargé, ${(34_955).toLocaleString('fr-FR')} lignes retenues sur ${(34_957).toLocaleString('fr-FR')}`,
    );
  });

  it('gives each commune one figure, of its own département', async () => {
    const [row] = await database.query(
      `select count(*) as n, count(distinct o.commune) as communes, count(distinct o.departement) as departements
       from current_observation o join membership m on m.commune = o.commune and m.departement = o.departement
       where o.measure = 'tt_locaux'`,
    );
    expect(row).toMatchObject({ departements: 101 });
    expect(row?.n).toBe(row?.communes);
  });
});
