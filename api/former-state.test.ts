/** What the figures in force are compared with when nothing is said and no état des lieux is frozen. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertFacts, insertLoad, putInForce, startRun } from '../etl/load.ts';
import { changesSchema, indicatorChangesSchema } from './contract-states.ts';
import { openSeededApp } from './testing.ts';

let seeded: Awaited<ReturnType<typeof openSeededApp>>;
beforeAll(async () => {
  seeded = await openSeededApp();
}, 60_000);
afterAll(() => seeded.database.close());

type FactRow = readonly [commune: string, measure: 'locaux_ftth' | 'fermeture_technique', value: number | string];

/** A load of the run under way. */
async function load(source: string, period: string, facts: readonly FactRow[]): Promise<number> {
  const key = { source, departement: '91', vintage: period, sha256: 'e'.repeat(64), revision: 1 };
  return seeded.database.transaction(async (tx) => {
    const id = await insertLoad(tx, {
      ...key,
      ...{ dataOn: '2026-06-30', retrievedAt: '2026-11-18T08:00:00Z', loadedAt: '2026-11-18T08:00:00Z', files: [] },
      ...{ rowsRead: 1, rowsTaken: 1, rowsOutside: 0, rowsRefused: 0, refusals: [], warnings: [], durationMs: 1 },
      ...{ periods: [period], communesExpected: null, communesAbsent: [] },
    });
    await insertFacts(
      tx,
      id,
      () => '91',
      facts.map(([commune, measure, value]) => ({ commune, period, measure, value })),
    );
    await putInForce(tx, key, id, [period]);
    return id;
  });
}

const get = async (address: string) => (await seeded.app.request(`http://localhost/api/v1${address}`)).json();
const changes = async (query = '') => changesSchema.parse(await get(`/changements${query}`));

it('is nothing on a first load, which is said plainly', async () => {
  expect(await changes('?departement=91')).toMatchObject({
    premierChargement: true,
    constat: 'C’est le premier chargement : il n’y a rien à comparer.',
    indicateurs: [],
  });
});

it('is what was in force before the last run, whatever the number of its loads', async () => {
  await startRun(seeded.database, new Date('2026-11-18T05:00:00Z'));
  await load('arcep-deploiement', '2026-T1', [
    ['91001', 'locaux_ftth', 90],
    ['91002', 'locaux_ftth', 50],
  ]);
  const last = await load('fermeture-cuivre', '2025-10-20', [
    ['91001', 'fermeture_technique', '2027-11-15'],
    ['91002', 'fermeture_technique', '2028-01-31'],
  ]);
  // A run that brings nothing changes nothing of that.
  await startRun(seeded.database, new Date('2026-11-25T05:00:00Z'));
  const told = await changes('?departement=91');
  expect(told.premierChargement).toBe(false);
  expect(told.indicateurs.map(({ id }) => id)).toEqual(['evolution-ftth', 'fermeture-cuivre', 'locaux-exposes-cuivre']);
  expect(told.constat).toBe(
    '3 indicateurs changent entre les chiffres d’avant la mise à jour du 18/11/2026 et les chiffres en vigueur.',
  );
  expect((await changes(`?de=chargement-${last}`)).constat).toBe(
    'Aucun indicateur ne change entre les chiffres d’après le chargement de « Calendrier de fermeture du réseau cuivre » (20/10/2025), du 18/11/2026 et les chiffres en vigueur.',
  );
  expect((await changes('?departement=91')).de).toEqual(told.de);
  expect(await changes(`?de=${told.de.etat}`)).toMatchObject({ indicateurs: told.indicateurs });
});

it('tells the deadline up to which each state counts, when it moved', async () => {
  const copper = (await changes()).indicateurs.find(({ id }) => id === 'locaux-exposes-cuivre');
  expect(copper).toMatchObject({ echeanceAvant: '2027-01-31', echeanceApres: '2027-11-15' });
  const one = indicatorChangesSchema.parse(await get('/changements/locaux-exposes-cuivre'));
  expect(one).toMatchObject({ echeanceAvant: '2027-01-31', echeanceApres: '2027-11-15' });
  const table = await seeded.app.request('http://localhost/api/v1/changements/locaux-exposes-cuivre?format=csv');
  expect((await table.text()).split('\r\n')[0]).toMatch(/,periode_apres,echeance_avant,echeance_apres,de,a,raison$/);
  expect((await changes()).indicateurs.find(({ id }) => id === 'fermeture-cuivre')).toMatchObject({
    echeanceAvant: null,
  });
});
