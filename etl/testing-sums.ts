/** Sums of tables, without identifiers nor instants of loading: equal sums are equal rows, on one engine and the other. */
import type { Queryable } from '../data/database/port.ts';

/** @param tables name → statement whose rows are in an order of their own */
export async function sumTables(database: Queryable, tables: Readonly<Record<string, string>>): Promise<string> {
  const lines: string[] = [];
  for (const [table, sql] of Object.entries(tables)) {
    const [row] = await database.query<{ n: number; sum: string | null }>(
      `select count(*) as n, md5(string_agg(t::text, E'\\n' order by n)) as sum
       from (select row_number() over () as n, t.* from (${sql}) t) t`,
    );
    lines.push(`${table} ${row?.n} ${row?.sum ?? 'vide'}`);
  }
  return `${lines.join('\n')}\n`;
}

const current = (table: string) => `${table} t join current_load c on c.load_id = t.load_id`;

/** Tables of which the rows are those of a load. */
export const loadedTables: Readonly<Record<string, string>> = {
  membership:
    'select commune, name, departement, arrondissement, epci, ept, population from membership order by commune collate "C"',
  territory: `select level, code, name, official_name, population, postcodes, ept_code, ept_name, st_astext(center_4326, 5) as at,
    bbox, st_astext(geom_4326, 5) as part, st_astext(whole_geom_4326, 5) as whole from territory
    order by level collate "C", code collate "C"`,
  observation: `select source, commune, period, measure, value_number, value_text, value_on::text, state, reason
    from current_observation order by source collate "C", period collate "C", measure collate "C", commune collate "C"`,
  project: `select t.id, title, summary, theme, carrier, level, phase, starts_on, ends_on, budget_euros, funders, partners,
    source_url, confidence from ${current('project')} order by t.id collate "C"`,
  project_territory: `select project_id, level, code from ${current('project_territory')}
    order by project_id collate "C", code collate "C"`,
  project_funding: `select project_id, rank, funder, year, amount_euros from ${current('project_funding')}
    order by project_id collate "C", rank`,
  catalogue_sheet: `select t.id, status, title, theme, problem, objectives, prerequisites, least_cost_euros, most_cost_euros,
    cost_note, least_months, most_months, possible_carriers, sharing, examples, result_indicators, updated_on
    from ${current('catalogue_sheet')} order by t.id collate "C"`,
  catalogue_decision: `select sheet_id, decision, body, decided_on, reason, pilot, planned_start, planned_end, ended_on,
    milestone_dates, milestone_labels from ${current('catalogue_decision')} order by sheet_id collate "C"`,
  census_answer: `select epci, status, answered_on, note from ${current('census_answer')} order by epci collate "C"`,
  place: `select t.id, name, kind, programmes, services, address, postcode, commune, st_astext(location_4326, 6) as at,
    opening_hours, website, source_url, source_on, confidence from ${current('place')} order by c.source collate "C", t.id collate "C"`,
  digital_presence: `select level, code, name, website, mail_domain, criteria from ${current('digital_presence')}
    order by level collate "C", code collate "C"`,
  building: `select t.departement, commune, t.id, state, operator, kind, premises_class, completed_on::text,
    connection_point_on::text, st_astext(location_4326, 6) as at from ${current('building')} order by t.id collate "C"`,
};
