/** A few real rows of each official file, from `formats` in the folder that SOURCES_MIRROR names, through its reader. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Fact, FactSource } from '../data/sources/declare.ts';
import { sources } from '../data/sources/registry.ts';
import { parseBuildings } from './buildings/parse.ts';
import type { FetchedFile } from './fetched-file.ts';
import { toMembership } from './membership.ts';
import { readTable } from './read/table.ts';
import { readInstalledCog } from './run.ts';
import { toScopes, toWhereabouts, type Whereabouts } from './scope.ts';
import { writeTable } from './testing-files.ts';
import { validateFacts } from './validate.ts';

const folder = path.join(process.env.SOURCES_MIRROR ?? '', 'formats');
const scratch = mkdtempSync(path.join(tmpdir(), 'formats-'));

async function whereaboutsOf(departements: readonly string[]): Promise<Whereabouts> {
  const cog = await readInstalledCog();
  return toWhereabouts(cog, toScopes(toMembership(cog, departements)));
}

/** The sample as it is, or in the binary format that it is an export of. */
async function fileOf(name: string, format: Parameters<typeof writeTable>[0]): Promise<FetchedFile> {
  const own = { name, sha256: '', bytes: 0, url: null, retrievedAt: null };
  if (format.kind === undefined) return { ...own, path: path.join(folder, name) };
  const place = path.join(scratch, name);
  writeFileSync(place, await writeTable(format, parse(readFileSync(path.join(folder, name))) as string[][]));
  return { ...own, path: place };
}

interface Sample {
  readonly source: FactSource['id'];
  readonly vintage: string;
  readonly departements: readonly string[];
  readonly read: number;
  /** « commune measure value » of some facts. */
  readonly facts: readonly string[];
}

const samples: Readonly<Record<string, readonly Sample[]>> = {
  'cartefibre_commune_2026T2_dbf_sample.csv': [
    {
      source: 'arcep-deploiement',
      vintage: '2026-T2',
      departements: ['48', '75'],
      read: 3,
      facts: ['48095 locaux_arcep 9691', '48095 locaux_ftth 9435', '75120 locaux_ftth 120757'],
    },
    {
      source: 'arcep-zonage',
      vintage: '2026-T2',
      departements: ['48', '75'],
      read: 3,
      facts: ['48095 zone_reglementaire initiative-privee', '75119 zone_reglementaire tres-dense'],
    },
  ],
  'economie_fermeture_cuivre_sample.csv': [
    {
      source: 'fermeture-cuivre',
      vintage: '2026-07-01',
      departements: ['05', '75', '78', '972'],
      read: 4,
      facts: [
        '05157 fermeture_technique non-prevu',
        '75107 fermeture_technique non-prevu',
        '78334 fermeture_technique 2021-03-31',
        '97209 fermeture_technique 2028-01-31',
      ],
    },
  ],
  'mci_commune_debit_terrestre_2026T2_sample.csv': [
    {
      source: 'arcep-mci-debit-terrestre',
      vintage: '2026-T2',
      departements: ['05', '75', '78', '972'],
      read: 4,
      facts: ['05157 ter_locaux 465', '05157 ter_elig_thd1g 445', '75056 ter_elig_thd30 1665810'],
    },
  ],
  'mci_commune_meilleure_techno_thd_2026T2_sample.csv': [
    {
      source: 'arcep-mci-meilleure-techno',
      vintage: '2026-T2',
      departements: ['14', '19', '2A', '49', '89'],
      read: 5,
      // Copper is published in two columns: 21 and 6, 0 and 47.
      facts: ['2A363 mt_ftth 92', '14478 mt_cuivre 27', '49135 mt_cuivre 47', '89147 mt_satellite 3'],
    },
  ],
  'mci_commune_techno_2026T1_sample.csv': [
    {
      source: 'arcep-mci-techno',
      vintage: '2026-T1',
      departements: ['2A', '40', '75', '976'],
      read: 4,
      facts: ['2A004 te_locaux 46329', '2A004 te_cuivre 0', '97611 te_ftth 1264', '40101 te_4g_fixe 245'],
    },
  ],
  'mrm_sites_metropole_2026T1_sample.csv': [
    {
      source: 'arcep-mobile-sites',
      vintage: '2026-T1',
      departements: ['63', '80'],
      read: 2,
      facts: ['63066 sites_4g 1', '63066 sites_5g 0', '80231 sites_5g 1'],
    },
  ],
};

const tell = ({ commune, measure, value, reason }: Fact) => `${commune} ${measure} ${value ?? reason}`;

describe.runIf(process.env.SOURCES_MIRROR)('real rows', () => {
  it.each(Object.entries(samples).flatMap(([name, all]) => all.map((sample) => ({ name, ...sample }))))(
    'of $name are read by $source',
    async ({ name, source: id, vintage, departements, read, facts }) => {
      const source = sources.find((one): one is FactSource => one.id === id && one.brings === 'facts');
      const table = source?.forms[0]?.tables(vintage)[0];
      if (!table) throw new Error(`${id} declares no table`);
      const file = await fileOf(name, table.format);
      const where = await whereaboutsOf(departements);
      const validated = await validateFacts(name, table, readTable(file, table.format), where);
      const results = [...validated.byDepartement.values()];
      expect(results.map((one) => one.read)).toEqual(departements.map(() => read));
      expect(results.flatMap((one) => one.refused)).toEqual([]);
      const told = results.flatMap((one) => one.rows.map(tell));
      expect(told).toEqual(expect.arrayContaining([...facts]));
      expect(results.every((one) => one.rows.every(({ period }) => period === vintage))).toBe(true);
      // Every row of the sample is of a wanted commune, and none of another is taken.
      expect(new Set(results.flatMap((one) => one.rows.map(({ commune }) => commune))).size).toBe(read);
    },
  );

  it('of the buildings are read, and a day that is none refuses its row alone', async () => {
    const name = 'cartefibre_immeubles_2026T2_sample.csv';
    const text = readFileSync(path.join(folder, name), 'utf8');
    const readAll = async (content: string) => {
      const parser = parseBuildings(name, await whereaboutsOf(['01']), new Map([['01', 7]]));
      const lines = (parser.take(content) + parser.end()).trimEnd().split('\n');
      return { lines, account: parser.accounts.get('01') };
    };
    const { lines, account } = await readAll(text);
    expect(account).toEqual({ taken: 7, refused: [] });
    expect(lines[0]).toMatch(
      /^7,01,01143,143000AT021900101,deploye,SIEA,PA,individuel,2024-02-12,2025-05-24,[0-9a-f]{50}$/i,
    );
    // No completion day is published of that one.
    expect(lines[5]).toMatch(/^7,01,01021,0210000A032700301,deploye,SIEA,PA,individuel,,2022-06-12,/);

    const spoilt = await readAll(text.replace('2014-05-14', '2024-13-45'));
    expect(spoilt.lines).toHaveLength(6);
    expect(spoilt.account?.refused.map(({ message }) => message)).toEqual([
      `${name}, ligne 5, colonne date_completude : « 2024-13-45 » n’est pas une date AAAA-MM-JJ. Ligne refusée.`,
    ]);
  });

  it('are of files that a source reads, but for those that none brings', () => {
    const unread = ['mci_base_imb_48_2026T2_sample.csv', 'mci_reference_operateur_essonne_subset.csv'];
    const read = [...Object.keys(samples), 'cartefibre_immeubles_2026T2_sample.csv'];
    expect(readdirSync(folder).sort()).toEqual([...read, ...unread].sort());
  });
});
