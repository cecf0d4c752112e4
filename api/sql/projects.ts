/** Referenced projects, filtered and by page. */
import { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';
import { type Project, projectSchema } from '../contract.ts';
import { foldedSql } from './folded.ts';
import { startParameters } from './parameters.ts';
import { currentState, pointersSql, type State } from './state.ts';

export interface ProjectFilters {
  readonly theme?: string | undefined;
  readonly phase?: string | undefined;
  readonly epci?: string | undefined;
  readonly commune?: string | undefined;
  readonly q?: string | undefined;
  readonly departement?: string | undefined;
  readonly state?: State | undefined;
  readonly limite: number;
  readonly page: number;
}

/** In the order of identifiers. `total` counts what the filters keep, whatever the page. */
export async function readProjects(
  database: Queryable,
  filters: ProjectFilters,
): Promise<{ total: number; projects: Project[] }> {
  const parameters = startParameters();
  const pointers = pointersSql(filters.state ?? currentState, parameters);
  const conditions = ['true'];
  if (filters.theme !== undefined) conditions.push(`p.theme = ${parameters.add(filters.theme)}`);
  if (filters.phase !== undefined) conditions.push(`p.phase = ${parameters.add(filters.phase)}`);
  for (const level of ['epci', 'commune'] as const) {
    const code = filters[level];
    if (code !== undefined)
      conditions.push(`exists (select 1 from project_territory t where t.load_id = p.load_id and t.project_id = p.id
        and t.level = '${level}' and t.code = ${parameters.add(code)})`);
  }
  if (filters.q !== undefined)
    conditions.push(
      `strpos(${foldedSql(`concat_ws(' ', p.title, p.summary, p.carrier)`)}, ${foldedSql(`${parameters.add(filters.q)}::text`)}) > 0`,
    );
  if (filters.departement !== undefined) conditions.push(`c.departement = ${parameters.add(filters.departement)}`);
  const kept = `from project p join (${pointers}) c on c.load_id = p.load_id and c.source = 'projets-recenses'
    where ${conditions.join(' and ')}`;
  const [count] = await database.query<{ total: number }>(`select count(*) as total ${kept}`, parameters.values);
  const territories = (level: string) =>
    `array(select t.code from project_territory t where t.load_id = p.load_id and t.project_id = p.id and t.level = '${level}'
       order by t.code collate "C")`;
  const rows = await database.query(
    `select p.id, p.parent, p.title as titre, p.summary as resume, p.theme, p.carrier as porteur, p.carrier_siren as "porteurSiren",
       p.level as niveau, ${territories('commune')} as communes, ${territories('epci')} as epci, p.phase,
       p.starts_on as "dateDebut", p.ends_on as "dateFin", p.budget_euros as "budgetEuros", p.funders as financeurs,
       p.partners as partenaires, p.source_url as "sourceUrl", p.source_on as "sourceDate", p.confidence as confiance
     ${kept} order by p.id collate "C"
     limit ${parameters.add(filters.limite)} offset ${parameters.add((filters.page - 1) * filters.limite)}`,
    parameters.values,
  );
  return { total: count?.total ?? 0, projects: z.array(projectSchema).parse(rows) };
}
