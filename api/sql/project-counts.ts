/** How many projects name each territory, theme by theme. */
import { z } from 'zod';
import type { Level } from '../../data/catalogue/declare.ts';
import type { Queryable } from '../../data/database/port.ts';
import { startParameters } from './parameters.ts';
import { projectsOnceSql } from './projects.ts';
import { pointersSql, type State } from './state.ts';

const rowsSchema = z.array(
  z.object({
    code: z.string(),
    theme: z.string(),
    projects: z.number(),
    namingEpci: z.number().nullable(),
    lastEvidence: z.string().nullable(),
  }),
);
/**
 * `namingEpci`, of a département alone: those of its projects that name an EPCI. `lastEvidence`: the last date, whole or
 * partial, at which something is known of one of them.
 */
export type ProjectCount = z.output<typeof rowsSchema>[number];

export interface CountedProjects {
  /** The territories that are named; for a département, all of its census. */
  readonly level: Level;
  readonly source: string;
  /** Keeps the projects of one département's list. */
  readonly departement: string | null;
}

/** In no order; nothing for a territory that no project names. */
export async function readProjectCounts(
  database: Queryable,
  state: State,
  { level, source, departement }: CountedProjects,
): Promise<ProjectCount[]> {
  const parameters = startParameters();
  const pointers = `(${pointersSql(state, parameters)})`;
  const within = `c.source = ${parameters.add(source)}${departement === null ? '' : ` and c.departement = ${parameters.add(departement)}`}`;
  const counts = 'p.theme, count(*) as projects';
  const lastEvidence = 'max(greatest(p.source_on collate "C", p.updated_on collate "C")) as "lastEvidence"';
  const namesEpci = `exists (select 1 from project_territory t where t.load_id = p.load_id and t.project_id = p.id and t.level = 'epci')`;
  const rows = await database.query(
    level === 'departement'
      ? `select c.departement as code, ${counts}, count(*) filter (where ${namesEpci}) as "namingEpci", ${lastEvidence}
         from ${pointers} c join project p on p.load_id = c.load_id where ${within} group by 1, 2`
      : `select t.code, ${counts}, null::bigint as "namingEpci", ${lastEvidence}
         from (${projectsOnceSql(pointers, within, 'p.id, p.load_id, p.theme, p.source_on, p.updated_on')}) p
         join project_territory t on t.load_id = p.load_id and t.project_id = p.id and t.level = ${parameters.add(level)}
         group by 1, 2`,
    parameters.values,
  );
  return rowsSchema.parse(rows);
}
