import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase, rolledBack } from '../data/database/testing.ts';
import { freezeEdition, verifyEdition } from './editions.ts';
import { insertLoad, putInForce } from './load.ts';
import { loadPackage } from './load-package.ts';

let database: Database;

/** The data package, with a decision, an answer to the census and a commune of the DPNT, which it does not hold. */
beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, 'data/essonne', () => {});
  await load('decisions-fiches', (id) => [
    `insert into catalogue_decision (load_id, sheet_id, decision, body, decided_on, reason)
     select ${id}, min(id), 'retenu', 'Comité', '2026-10', 'Motif' from catalogue_sheet`,
  ]);
  await load('recensement-epci', (id) => [
    `insert into census_answer (load_id, epci, status) values (${id}, '200056232', 'en-cours')`,
  ]);
  await load('dpnt', (id) => [
    `insert into digital_presence (load_id, level, code, name, criteria) values (${id}, 'commune', '91228', 'Évry-Courcouronnes', array['1.1'])`,
  ]);
  await database.query(
    `insert into project_funding (load_id, project_id, rank, funder, year, amount_euros)
     select load_id, min(id), 9, 'Région', '2026', 1000 from project group by load_id`,
  );
  await freezeEdition(database, 'T2 2026', () => new Date('2026-11-24T08:00:00Z'));
}, 60_000);
afterAll(() => database.close());

async function load(source: string, statements: (id: number) => string[]): Promise<void> {
  const key = { source, departement: '91', vintage: '2026', sha256: 'd'.repeat(64), revision: 1 };
  await database.transaction(async (tx) => {
    const id = await insertLoad(tx, {
      ...key,
      ...{ dataOn: '2026-10-01', retrievedAt: '2026-11-02T08:00:00Z', loadedAt: '2026-11-02T08:00:00Z', files: [] },
      ...{ rowsRead: 1, rowsTaken: 1, rowsOutside: 0, rowsRefused: 0, refusals: [], warnings: [], durationMs: 1 },
      ...{ periods: ['2026'], communesExpected: null, communesAbsent: [] },
    });
    for (const statement of statements(id)) await tx.query(statement);
    await putInForce(tx, key, id, ['2026']);
  });
}

it.each([
  ['a decision', 'catalogue_decision', 'decision', `'ecarte'`],
  ['the pilot of a decision', 'catalogue_decision', 'pilot', `'Syndicat'`],
  ['the cost of a sheet', 'catalogue_sheet', 'least_cost_euros', '12345'],
  ['an answer to the census', 'census_answer', 'status', `'repondu'`],
  ['the objectives of a project', 'project', 'objectives', `'Autres'`],
  ['the place of a project', 'project', 'location_4326', 'st_setsrid(st_makepoint(2.4, 48.6), 4326)'],
  ['an amount of funding', 'project_funding', 'amount_euros', '2000'],
  ['the position of a place', 'place', 'location_4326', 'st_setsrid(st_makepoint(2.4, 48.6), 4326)'],
  ['the audiences of a place', 'place', 'audiences', `array['Seniors']`],
  ['the criteria of a commune', 'digital_presence', 'criteria', `array['1.2']`],
])('tells by its hash that %s was touched', async (_, table, column, value) => {
  await rolledBack(database, async (tx) => {
    expect(await verifyEdition(tx, 't2-2026')).toBe(true);
    await tx.query(`update ${table} set ${column} = ${value}`);
    expect(await verifyEdition(tx, 't2-2026')).toBe(false);
  });
});
