import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { loadPackage } from '../etl/load-package.ts';
import { createApp } from './app.ts';
import { type Value, type Values, valuesSchema } from './contract.ts';

/** The figures of the Essonne that were worked out by other means from the published files. */
let database: Database;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, fileURLToPath(new URL('../data/essonne', import.meta.url)), () => {});
  app = createApp({ database, tilesFolder: tmpdir(), now: () => new Date(0), log: console.error });
});
afterAll(() => database.close());

async function values(id: string, query = ''): Promise<Values> {
  const response = await app.request(`http://localhost/api/v1/indicateurs/${id}/valeurs?${query}`);
  return valuesSchema.parse(await response.json()) as Values;
}
const whole = async (id: string, query = '') => (await values(id, `niveau=departement&${query}`)).valeurs[0]!;
const epci = async (id: string, code: string) =>
  (await values(id, 'niveau=epci')).valeurs.find((value) => value.code === code)!;
const percent = (value: Value) => `${(Number(value.valeur) * 100).toFixed(2)} %`;
const parts = (value: Value) => Object.fromEntries((value.parts ?? []).map(({ cle, valeur }) => [cle, valeur]));

const parisSaclay = '200056232';

describe('the Essonne', () => {
  it('has 194 communes and 13 EPCI', async () => {
    expect((await values('couverture-ftth', 'niveau=commune')).valeurs).toHaveLength(194);
    expect((await values('couverture-ftth', 'niveau=epci')).valeurs).toHaveLength(13);
  });

  it('has its coverage, from sources that are not mixed', async () => {
    const ftth = await whole('couverture-ftth', 'periode=2026-T2');
    expect([ftth.numerateur, ftth.denominateur, percent(ftth)]).toEqual([696_403, 719_204, '96.83 %']);
    expect(percent(await whole('couverture-thd'))).toBe('99.98 %');
    expect(percent(await whole('couverture-1g'))).toBe('96.13 %');
    const technology = await whole('meilleure-technologie');
    const all = Object.values(parts(technology)).reduce((total, part) => total + part, 0);
    expect(((parts(technology).ftth! / all) * 100).toFixed(2)).toBe('95.95');
  });

  it('has its missing premises, by EPCI and by zone', async () => {
    expect((await whole('locaux-a-raccorder')).valeur).toBe(22_801);
    expect((await epci('locaux-a-raccorder', parisSaclay)).valeur).toBe(10_895);
    expect(parts(await whole('zone-reglementaire'))).toEqual({
      'tres-dense': 2_953,
      'initiative-privee': 11_700,
      'initiative-publique': 8_148,
    });
  });

  it('has its lowest communes', async () => {
    const { valeurs } = await values('couverture-ftth', 'niveau=commune');
    const lowest = [...valeurs].sort((a, b) => Number(a.valeur) - Number(b.valeur)).slice(0, 3);
    expect(lowest.map((value) => `${value.nom} ${(Number(value.valeur) * 100).toFixed(1)}`)).toEqual([
      'Le Plessis-Pâté 70.4',
      'Soisy-sur-École 74.4',
      'Champlan 76.8',
    ]);
  });

  it('flags the rates above 100 % and clips none', async () => {
    const above = async (period: string) =>
      (await values('couverture-ftth', `niveau=commune&periode=${period}`)).valeurs.filter((value) =>
        value.alertes.includes('superieur-a-100'),
      );
    expect(await above('2026-T2')).toEqual([]);
    const in2018 = await above('2018-T1');
    expect(in2018).toHaveLength(8);
    expect(percent(in2018.find(({ nom }) => nom === 'Palaiseau')!)).toMatch(/^123\.9/);
  });

  it('has its calendar of closures, cumulative', async () => {
    const first = await values('locaux-exposes-cuivre', 'niveau=departement');
    expect(first).toMatchObject({ periode: '2025-10-20', echeance: '2027-01-31' });
    const figures = await Promise.all(
      first.echeances!.map((date) => whole('locaux-exposes-cuivre', `echeance=${date}`)),
    );
    expect(figures.map(({ valeur }) => valeur)).toEqual([1_850, 3_146, 3_875, 4_165, 7_216]);
    const communes = first.valeurs[0]!.parts!.map((part) => part.communes!);
    expect(communes.slice(0, -1).map((_, i) => communes.slice(0, i + 1).reduce((a, b) => a + b))).toEqual([
      42, 51, 85, 120, 135,
    ]);
    expect(first.valeurs[0]!.parts!.at(-1)).toMatchObject({ cle: 'non-prevu', valeur: 15_585, communes: 59 });
    const gif = (await values('locaux-exposes-cuivre', 'niveau=commune')).valeurs.find(({ code }) => code === '91272');
    expect(gif?.valeur).toBe(1_415);
  });

  it('refuses a difference across the break of method, and gives the change in premises', async () => {
    const change = await whole('evolution-ftth', 'periode=2026-T2&depuis=2018-T1');
    expect(change).toMatchObject({ valeur: null, raison: 'rupture-de-methode' });
    expect(parts(change)['raccordables-depuis']).toBe(233_955);
    expect(parts(change)['raccordables-periode']).toBe(696_403);
  });

  it('has its projects', async () => {
    expect(await whole('projets')).toMatchObject({ valeur: 95, numerateur: 72, denominateur: 95 });
    expect((await epci('projets', parisSaclay)).valeur).toBe(23);
    const { valeurs } = await values('projets', 'niveau=epci');
    const named = (name: RegExp) => valeurs.find(({ nom }) => name.test(nom))?.valeur;
    expect([named(/Grand Paris Sud/), named(/C(œ|oe)ur d.Essonne/i)]).toEqual([13, 12]);
  });
});
