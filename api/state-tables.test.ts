/** What is read once and kept, against a real database whose loads move. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { insertFacts, insertLoad, putInForce } from '../etl/load.ts';
import { currentState } from './sql/state.ts';
import { openStateTables, type StateReader } from './state-tables.ts';
import { seedDatabase } from './testing.ts';

let database: Database;
/** Statements that read observations, and what they end with. */
let readings: number;
let isFailing: boolean;
let readState: StateReader;
beforeAll(async () => {
  database = await openTestDatabase();
  await seedDatabase(database);
});
beforeEach(() => {
  readings = 0;
  isFailing = false;
  readState = openStateTables({
    ...database,
    query: async (sql, parameters) => {
      if (/from unnest[\s\S]+join observation/.test(sql)) {
        readings++;
        if (isFailing) throw new Error('connection lost');
      }
      return database.query(sql, parameters);
    },
  });
});
afterAll(() => database.close());

const ftth = { source: 'arcep-deploiement', period: '2026-T2', measure: 'locaux_ftth' } as const;
const readFtth = async () => (await readState(currentState)).readColumn(ftth);

async function load(departement: string, facts: readonly [commune: string, value: number][]): Promise<void> {
  await database.transaction(async (tx) => {
    const key = { source: ftth.source, departement, vintage: ftth.period, sha256: 'd'.repeat(64), revision: 1 };
    const id = await insertLoad(tx, {
      ...key,
      ...{ dataOn: '2026-06-30', retrievedAt: '2026-11-18T08:00:00Z', loadedAt: '2026-11-18T08:00:00Z', files: [] },
      ...{ rowsRead: 1, rowsTaken: 1, rowsOutside: 0, rowsRefused: 0, refusals: [], warnings: [], durationMs: 1 },
      ...{ periods: [ftth.period], communesExpected: null, communesAbsent: [] },
    });
    await insertFacts(
      tx,
      id,
      (commune) => commune.slice(0, 2),
      facts.map(([commune, value]) => ({ commune, period: ftth.period, measure: ftth.measure, value })),
    );
    await putInForce(tx, key, id, [ftth.period]);
  });
}

it('is aligned with the communes, with nothing where the source names none', async () => {
  const tables = await readState(currentState);
  const { members } = await tables.readTerritories();
  expect(members.map(({ commune, isLoaded }) => [commune, isLoaded])).toEqual([
    ['91001', true],
    ['91002', true],
    ['91003', true],
    ['91004', true],
    ['94001', false],
  ]);
  expect((await tables.readColumn(ftth)).values).toEqual([130, 90, 45, undefined, undefined]);
});

it('is read once, even by two who ask at once', async () => {
  await Promise.all([readFtth(), readFtth()]);
  await readFtth();
  expect(readings).toBe(1);
});

it('is asked for again when its reading failed', async () => {
  isFailing = true;
  await expect(readFtth()).rejects.toThrow('connection lost');
  isFailing = false;
  expect((await readFtth()).values[0]).toBe(130);
});

it('is read anew once a load moves, and keeps the rows of a commune’s own département before a neighbour’s', async () => {
  await readFtth();
  // 77 comes before 91 and knows nothing better of its communes; what 91 says of 94001 gives way to what 94 says.
  await load('77', [
    ['91001', 1],
    ['94001', 2],
  ]);
  expect((await readFtth()).values).toEqual([130, 90, 45, undefined, 2]);
  await load('94', [
    ['91002', 3],
    ['94001', 4],
  ]);
  expect((await readFtth()).values).toEqual([130, 90, 45, undefined, 4]);
  expect(readings).toBe(3);
});

it('says why a value is not there', async () => {
  const { readColumn } = await readState(currentState);
  const speeds = await readColumn({ source: 'arcep-mci-debit-terrestre', period: '2026-T2', measure: 'ter_locaux' });
  expect([speeds.values[2], speeds.remarks.get(2)]).toEqual([null, { state: 'secret', reason: 'secret' }]);
  const dates = await readColumn({
    source: 'fermeture-cuivre',
    period: '2025-10-20',
    measure: 'fermeture_technique',
  });
  expect(dates.values.slice(0, 3)).toEqual(['2027-01-31', '2028-01-31', null]);
  expect(dates.remarks.get(2)).toEqual({ state: 'value', reason: 'non-prevu' });
});
