/** What the data package fills, table by table: both engines are held to the same sums, hence to each other. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { freezeEdition } from './editions.ts';
import { loadPackage } from './load-package.ts';
import { loadedTables, sumTables } from './testing-sums.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, 'data/essonne', () => {});
  await freezeEdition(database, 'Premier état', () => new Date('2026-11-24T08:00:00Z'));
});
afterAll(() => database.close());

it('fills every table alike on both engines', async () => {
  const sums = await sumTables(database, {
    load: `select source, departement, sha256, revision, vintage, data_on::text, files::text, rows_read, rows_taken, rows_outside,
      rows_refused, refusals::text, warnings::text, periods, communes_expected, communes_absent from load
      order by source collate "C", vintage collate "C"`,
    ...loadedTables,
    edition: 'select id, title, sha256, frozen_at from edition order by id collate "C"',
    edition_load: `select e.edition, e.source, e.departement, e.period, l.sha256 from edition_load e join load l on l.id = e.load_id
      order by e.source collate "C", e.period collate "C"`,
    edition_membership: 'select * from edition_membership order by commune collate "C"',
    edition_territory:
      'select edition, level, code, name, ept_code from edition_territory order by level collate "C", code collate "C"',
  });
  await expect(sums).toMatchFileSnapshot('expected/checksums.txt');
});
