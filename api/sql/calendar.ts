/** The dates of a calendar of closures, whatever the territory. */
import { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';
import type { DateAt } from '../plan.ts';

export async function readCalendar(database: Queryable, { date, period }: DateAt): Promise<string[]> {
  const rows = await database.query(
    `select distinct to_char(value_on, 'YYYY-MM-DD') as "on" from current_observation
     where source = $1 and measure = $2 and period = $3 and value_on is not null`,
    [date.source, date.measure, period],
  );
  return z
    .array(z.object({ on: z.iso.date() }))
    .parse(rows)
    .map(({ on }) => on)
    .sort();
}
