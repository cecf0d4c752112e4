/** Gaps and balance, on the data package that comes with the program. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classifyRow } from '../data/analysis/gap-rows.ts';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { loadPackage } from '../etl/load-package.ts';
import { createApp } from './app.ts';
import type { Balance, GapMatrix } from './contract-gaps.ts';

let database: Database;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, 'data/essonne', () => {});
  app = createApp({ database, tilesFolder: 'none', now: () => new Date('2026-11-26'), log: () => {} });
}, 30_000);
afterAll(() => database.close());

const read = async <T>(address: string) => (await (await app.request(address)).json()) as T;

describe('the balance', () => {
  it('finds the published figures, and adds up', async () => {
    const { theil, gini, quantite, communes, lisible, hasard } = await read<Balance>('/api/v1/ecarts/equilibre');
    expect([quantite, communes, lisible]).toEqual([22_801, 194, true]);
    expect([theil?.total, theil?.entreEpci, theil?.dansLesEpci].map((part) => part?.toFixed(4))).toEqual([
      '0.5707',
      '0.1603',
      '0.4104',
    ]);
    expect(gini?.toFixed(4)).toBe('0.5604');
    expect(Math.abs((theil?.total ?? 0) - (theil?.entreEpci ?? 0) - (theil?.dansLesEpci ?? 0))).toBeLessThan(1e-12);
    expect(hasard?.observe).toBeLessThan(hasard?.bas ?? 0);
  });

  it('measures what is missing of a rate: the same as the count', async () => {
    const rate = await read<Balance>('/api/v1/ecarts/equilibre?indicateur=couverture-ftth');
    expect([rate.quantite, rate.theil?.total.toFixed(4)]).toEqual([22_801, '0.5707']);
  });

  it('reads one EPCI, and refuses what cannot be measured', async () => {
    const own = await read<Balance>('/api/v1/ecarts/equilibre?epci=200056232');
    expect([own.communes, own.quantite, own.theil?.entreEpci]).toEqual([27, 10_895, 0]);
    const refused = await app.request('/api/v1/ecarts/equilibre?indicateur=fermeture-cuivre');
    expect(refused.status).toBe(400);
  });
});

describe('the matrix', () => {
  it('is classified at any threshold from what was read at another, as the browser does', async () => {
    const read10 = await read<GapMatrix>('/api/v1/ecarts/matrice');
    for (const ratio of [0, 0.25, 0.5, 1]) {
      const asked = await read<GapMatrix>(`/api/v1/ecarts/matrice?ecart=${ratio}`);
      expect(read10.territoires.map((row) => classifyRow(row, ratio))).toEqual(asked.territoires);
    }
  });

  it('never says absence where the census was not answered', async () => {
    const { territoires } = await read<GapMatrix>('/api/v1/ecarts/matrice');
    expect(territoires.length).toBe(13);
    const classes = territoires.flatMap(({ cellules }) => cellules.map(({ classe }) => classe));
    expect(classes).not.toContain('besoin-sans-projet');
    expect(classes).not.toContain('offre-seule');
    const saclay = territoires.find(({ code }) => code === '200056232');
    expect(saclay?.cellules.reduce((sum, { projets }) => sum + projets, 0)).toBe(23);
    const connectivity = saclay?.cellules.find(({ theme }) => theme === 'infrastructures-connectivite');
    // 94.3 % against 96.8 %: more than half as much again is missing.
    expect(connectivity).toMatchObject({ besoin: 'high', classe: 'besoin-avec-projet' });
  });

  it('says so once the EPCI has answered, and follows the ratio asked', async () => {
    const [load] = await database.query<{ id: number }>(
      `insert into load (source, departement, sha256, revision, vintage, data_on, files, retrieved_at, loaded_at, rows_read, rows_taken,
         rows_outside, rows_refused, refusals, warnings, duration_ms, periods)
       select 'recensement-epci', departement, repeat('e', 64), 1, '2026', data_on, files, retrieved_at, loaded_at, 1, 1, 0, 0, '[]', '[]', 1,
         array['2026'] from load limit 1 returning id`,
    );
    await database.query(
      `insert into census_answer (load_id, epci, status, answered_on) values ($1, '200057859', 'repondu', '2026-11')`,
      [load?.id ?? 0],
    );
    await database.query(
      `insert into current_load (source, departement, period, load_id) values ('recensement-epci', '91', '2026', $1)`,
      [load?.id ?? 0],
    );
    const classesAt = async (ratio: string) => {
      const { territoires } = await read<GapMatrix>(`/api/v1/ecarts/matrice?ecart=${ratio}`);
      return territoires.find(({ code }) => code === '200057859')?.cellules.map(({ classe }) => classe) ?? [];
    };
    expect(await classesAt('0.1')).toContain('offre-seule');
    expect(await classesAt('1')).not.toContain('besoin-sans-projet');
  });

  it('reads the communes of an EPCI', async () => {
    const { territoires } = await read<GapMatrix>('/api/v1/ecarts/matrice?niveau=commune&epci=200056232');
    expect(territoires.length).toBe(27);
    const gif = territoires.find(({ code }) => code === '91272');
    expect(gif?.cellules.find(({ theme }) => theme === 'infrastructures-connectivite')?.besoin).toBe('high');
  });
});
