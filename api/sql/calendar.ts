/** The dates of a calendar of closures, whatever the territory. */
import { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';
import type { DateAt } from '../plan.ts';
import { startParameters } from './parameters.ts';
import { stateSql } from './state.ts';
import type { SummedOver } from './sums.ts';

export async function readCalendar(
  database: Queryable,
  { date, period }: DateAt,
  { state, departement }: Pick<SummedOver, 'state' | 'departement'>,
): Promise<string[]> {
  const parameters = startParameters();
  const tables = stateSql(state, parameters);
  const within = departement === null ? 'true' : `m.departement = ${parameters.add(departement)}`;
  const rows = await database.query(
    `with ${tables}
     select distinct to_char(o.value_on, 'YYYY-MM-DD') as "on" from observed o
     join member m on m.commune = o.commune and m.is_loaded and ${within}
     where o.source = ${parameters.add(date.source)} and o.measure = ${parameters.add(date.measure)}
       and o.period = ${parameters.add(period)} and o.value_on is not null`,
    parameters.values,
  );
  return z
    .array(z.object({ on: z.iso.date() }))
    .parse(rows)
    .map(({ on }) => on)
    .sort();
}
