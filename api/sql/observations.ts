/** Reads one measure of one period: what each load that is pointed to says of each commune. */
import { z } from 'zod';
import type { MeasureId } from '../../data/catalogue/measures.ts';
import { measures } from '../../data/catalogue/measures.ts';
import type { Queryable } from '../../data/database/port.ts';

const loadColumns = z.array(
  z.object({
    departement: z.string(),
    communes: z.array(z.string()),
    values: z.array(z.union([z.number(), z.string(), z.null()])),
    missing: z.array(z.string()).nullable(),
    secret: z.array(z.string()).nullable(),
    reasons: z.record(z.string(), z.string()).nullable(),
  }),
);
/** A load's part of a measure. Communes and values go by two; the rest is told of few. */
export type LoadColumns = z.output<typeof loadColumns>[number];

const valueSql = { category: 'o.value_text', date: `to_char(o.value_on, 'YYYY-MM-DD')` } as const;

/**
 * @param loads the loads in force of one source for the period, each of a département
 * @returns in the order of départements; columns, for a row per commune costs more to hand over than to find
 */
export async function readObservations(
  database: Queryable,
  loads: readonly { readonly load_id: number; readonly departement: string }[],
  { measure, period }: { readonly measure: MeasureId; readonly period: string },
): Promise<LoadColumns[]> {
  const { unit } = measures[measure];
  const value = unit === 'category' || unit === 'date' ? valueSql[unit] : 'o.value_number';
  const rows = await database.query(
    `select l.departement, json_agg(o.commune) as communes, json_agg(${value}) as "values",
       json_agg(o.commune) filter (where o.state = 'missing') as missing,
       json_agg(o.commune) filter (where o.state = 'secret') as secret,
       json_object_agg(o.commune, o.reason) filter (where o.reason is not null) as reasons
     from unnest($1::text[], $2::text[]) as l (id, departement)
     join observation o on o.load_id = l.id::bigint and o.measure = $3 and o.period = $4
     group by l.departement order by l.departement collate "C"`,
    [loads.map((load) => String(load.load_id)), loads.map((load) => load.departement), measure, period],
  );
  return loadColumns.parse(rows);
}
