/** The digital presence of one commune or EPCI: its checklist, in a state of the data. */
import { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';
import { startParameters } from './parameters.ts';
import { pointersSql, type State } from './state.ts';

const rowsSchema = z.array(
  z.object({
    name: z.string(),
    website: z.string().nullable(),
    mail_domain: z.string().nullable(),
    criteria: z.array(z.string()),
    period: z.string(),
  }),
);
export type PresenceRow = z.output<typeof rowsSchema>[number];

/** The newest; undefined when nothing is known of the territory. */
export async function findPresence(
  database: Queryable,
  level: 'commune' | 'epci',
  code: string,
  state: State,
): Promise<PresenceRow | undefined> {
  const parameters = startParameters();
  const rows = await database.query(
    `select d.name, d.website, d.mail_domain, d.criteria, c.period
     from (${pointersSql(state, parameters)}) c join digital_presence d on d.load_id = c.load_id
     where d.level = ${parameters.add(level)} and d.code = ${parameters.add(code)}
     order by c.period collate "C" desc limit 1`,
    parameters.values,
  );
  return rowsSchema.parse(rows)[0];
}
