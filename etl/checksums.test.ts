/** What the data package fills, table by table: both engines are held to the same sums, hence to each other. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { loadPackage } from './load-package.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, 'data/essonne', () => {});
}, 30_000);
afterAll(() => database.close());

/** Table → what identifies and orders its rows. Instants of loading and identifiers of loads are left out. */
const tables: Readonly<Record<string, string>> = {
  membership:
    'select commune, name, departement, arrondissement, epci, ept, population from membership order by commune collate "C"',
  territory: `select level, code, name, official_name, population, postcodes, ept_code, ept_name, st_astext(center_4326, 5) as at,
    bbox, st_astext(geom_4326, 5) as part, st_astext(whole_geom_4326, 5) as whole from territory
    order by level collate "C", code collate "C"`,
  load: `select source, departement, sha256, revision, vintage, data_on::text, files::text, rows_read, rows_taken, rows_outside,
    rows_refused, refusals::text, warnings::text, periods, communes_expected, communes_absent from load
    order by source collate "C", vintage collate "C"`,
  observation: `select source, commune, period, measure, value_number, value_text, value_on::text, state, reason
    from current_observation order by source collate "C", period collate "C", measure collate "C", commune collate "C"`,
  project: `select p.id, title, summary, theme, carrier, level, phase, starts_on, ends_on, budget_euros, funders, partners,
    source_url, confidence from project p order by p.id collate "C"`,
  project_territory:
    'select project_id, level, code from project_territory order by project_id collate "C", code collate "C"',
  place: `select id, name, kind, programmes, services, address, postcode, commune, st_astext(location_4326, 6) as at,
    opening_hours, website, source_url, source_on, confidence from place order by id collate "C"`,
};

it('fills every table alike on both engines', async () => {
  const lines: string[] = [];
  for (const [table, sql] of Object.entries(tables)) {
    const [row] = await database.query<{ n: number; sum: string }>(
      `select count(*) as n, md5(string_agg(t::text, E'\\n' order by n)) as sum
       from (select row_number() over () as n, t.* from (${sql}) t) t`,
    );
    lines.push(`${table} ${row?.n} ${row?.sum}`);
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('expected/checksums.txt');
});
