/** The figures of the real files, read from the folder that SOURCES_MIRROR names. */
import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../data/catalogue/measures.ts';
import arcepDeploiement from '../data/sources/arcep-deploiement.ts';
import arcepDeploiement2018 from '../data/sources/arcep-deploiement-2018.ts';
import arcepMciDebit from '../data/sources/arcep-mci-debit.ts';
import arcepMciDebitTerrestre from '../data/sources/arcep-mci-debit-terrestre.ts';
import arcepMciMeilleureTechno from '../data/sources/arcep-mci-meilleure-techno.ts';
import arcepZonage2018 from '../data/sources/arcep-zonage-2018.ts';
import cog from '../data/sources/cog.ts';
import type { Fact, FactSource } from '../data/sources/declare.ts';
import fermetureCuivre from '../data/sources/fermeture-cuivre.ts';
import { mergedCommunes } from '../data/sources/mergers.ts';
import { checkFacts, moveToPresentCommunes, warnOfExcess } from './facts.ts';
import { fetchFiles } from './fetch.ts';
import { readMembership } from './membership.ts';
import { readCsv } from './read/csv.ts';
import { validateFacts } from './validate.ts';

const mirror = process.env.SOURCES_MIRROR;

describe.runIf(mirror)('the official files', () => {
  const folder = mirror ?? '';

  async function readEssonne() {
    const membership = readMembership(await fetchFiles(folder, cog.vintages[0].files), '91');
    return { ...membership, own: membership.members.filter(({ departement }) => departement === '91') };
  }

  async function readSource(source: FactSource) {
    const codes = (await readEssonne()).own.map(({ commune }) => commune);
    const known = new Set([...codes, ...Object.keys(mergedCommunes)]);
    const vintage = source.vintages[0];
    if (!vintage) throw new Error('a source without vintage');
    const files = await fetchFiles(folder, vintage.files);
    const tables = files.map(({ name, bytes }, i) => {
      const table = source.tables[i];
      if (!table) throw new Error(`${name} has no table`);
      return validateFacts(name, table, readCsv(name, bytes, table.format), (commune) => {
        if (known.has(commune)) return 'inside';
        return /^(91|[^0-9])/.test(commune) ? 'unknown' : 'outside';
      });
    });
    const read = tables.flatMap(({ rows }) => rows.flat());
    const facts = moveToPresentCommunes(source.complete?.(read) ?? read);
    expect(tables.flatMap(({ refused }) => refused)).toEqual([]);
    expect(checkFacts(source, vintage.vintage, facts, codes)).toEqual([]);
    return { facts, tables };
  }

  const sum = (facts: readonly Fact[], measure: MeasureId, period: string) =>
    facts
      .filter((fact) => fact.measure === measure && fact.period === period)
      .reduce((total, { value }) => total + Number(value), 0);

  it('hold 194 communes of 13 EPCI and 1 338 485 inhabitants', async () => {
    const { own } = await readEssonne();
    expect(own).toHaveLength(194);
    expect(new Set(own.map(({ epci }) => epci)).size).toBe(13);
    expect(own.reduce((total, { population }) => total + (population ?? 0), 0)).toBe(1_338_485);
  });

  it('count connectable premises in T2 2026, none above 100 %, and what is missing by zone', async () => {
    const { facts } = await readSource(arcepDeploiement);
    expect(sum(facts, 'locaux_ftth', '2026-T2')).toBe(696_403);
    expect(sum(facts, 'locaux_arcep', '2026-T2')).toBe(719_204);
    expect(warnOfExcess(arcepDeploiement, facts, [])).toEqual([]);
    const missing = new Map<string, number>();
    for (const { commune, measure, value } of facts) {
      const signed = measure === 'locaux_arcep' ? Number(value) : -Number(value);
      missing.set(commune, (missing.get(commune) ?? 0) + signed);
    }
    const zones = (await readSource(arcepZonage2018)).facts.filter(({ measure }) => measure === 'zone_reglementaire');
    const byZone: Record<string, number> = {};
    for (const { commune, value } of zones)
      byZone[String(value)] = (byZone[String(value)] ?? 0) + (missing.get(commune) ?? 0);
    expect(byZone).toEqual({ 'initiative-privee': 11_700, 'initiative-publique': 8_148, 'tres-dense': 2_953 });
    // Évry, very dense, absorbed Courcouronnes, private; the two of Le Mérévillois were both public.
    expect(zones.filter(({ reason }) => reason).map(({ commune }) => commune)).toEqual(['91228']);
  });

  it('count three quarters by one denominator in the workbook of 2018, eight communes above 100 %', async () => {
    const { facts } = await readSource(arcepDeploiement2018);
    const periods = ['2017-T3', '2017-T4', '2018-T1'];
    expect(periods.map((period) => sum(facts, 'locaux_ftth', period))).toEqual([200_534, 221_827, 233_955]);
    expect(periods.map((period) => sum(facts, 'locaux_insee', period))).toEqual([563_078, 563_078, 563_078]);
    expect(new Set(facts.map(({ commune }) => commune)).size).toBe(194);
    const above = warnOfExcess(arcepDeploiement2018, facts, []).filter(({ message }) => message.includes('2018-T1'));
    expect(above).toHaveLength(8);
  });

  it('leave the rest of the country out of the national file', async () => {
    const { tables } = await readSource(arcepMciDebit);
    expect(tables[0]?.read).toBe(34_957);
    expect(tables[0]?.rows).toHaveLength(194);
    expect(tables[0]?.outside).toBe(34_957 - 194);
  });

  it('part the premises by best technology, and count speeds on terrestrial networks', async () => {
    const best = (await readSource(arcepMciMeilleureTechno)).facts;
    const rate = sum(best, 'mt_ftth', '2026-T2') / sum(best, 'mt_locaux', '2026-T2');
    expect(rate).toBeCloseTo(0.9595, 4);
    const speeds = (await readSource(arcepMciDebitTerrestre)).facts;
    const total = sum(speeds, 'ter_locaux', '2026-T2');
    expect(sum(speeds, 'ter_elig_thd30', '2026-T2') / total).toBeCloseTo(0.9998, 4);
    expect(sum(speeds, 'ter_elig_thd1g', '2026-T2') / total).toBeCloseTo(0.9613, 4);
  });

  it('foresee the closure of copper at five dates, and leave 59 communes without one', async () => {
    const { facts } = await readSource(fermetureCuivre);
    const byDate: Record<string, number> = {};
    for (const { value, reason } of facts) {
      const answer = value === null ? String(reason) : String(value);
      byDate[answer] = (byDate[answer] ?? 0) + 1;
    }
    expect(byDate).toEqual({
      '2027-01-31': 42,
      '2028-01-31': 9,
      '2028-05-31': 34,
      '2028-10-31': 35,
      '2029-05-31': 15,
      'non-prevu': 59,
    });
  });
});
