/** The loads in force: which periods there are, from which publication, and the version of the data as a whole. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';

const currentLoadRows = z.array(
  z.object({
    source: z.string(),
    departement: z.string(),
    period: z.string(),
    sha256: z.string(),
    revision: z.number(),
    vintage: z.string(),
    data_on: z.string(),
  }),
);
export type CurrentLoad = z.infer<typeof currentLoadRows>[number];

/** Few rows: one per source, département and period. */
export async function readCurrentLoads(database: Queryable): Promise<CurrentLoad[]> {
  const rows = await database.query(
    `select c.source, c.departement, c.period, l.sha256, l.revision, l.vintage, l.data_on
     from current_load c join load l on l.id = c.load_id
     order by c.source collate "C", c.departement collate "C", c.period collate "C"`,
  );
  return currentLoadRows.parse(rows);
}

/** Changes whenever a figure may have changed. `program` tells two versions of the program apart. */
export function dataVersion(loads: readonly CurrentLoad[], program: string): string {
  const hash = createHash('sha256').update(program);
  for (const { source, departement, period, sha256, revision } of loads)
    hash.update(`\n${source} ${departement} ${period} ${sha256} ${revision}`);
  return hash.digest('hex').slice(0, 20);
}

const reports = z.array(z.object({ reason: z.string(), count: z.number(), samples: z.array(z.string()) }));
const loadRows = z.array(
  z.object({
    source: z.string(),
    vintage: z.string(),
    periods: z.array(z.string()),
    data_on: z.string(),
    retrieved_at: z.string(),
    loaded_at: z.string(),
    files: z.array(z.object({ name: z.string(), url: z.string().nullish(), sha256: z.string(), bytes: z.number() })),
    rows_read: z.number(),
    rows_taken: z.number(),
    rows_outside: z.number(),
    rows_refused: z.number(),
    refusals: reports,
    warnings: reports,
  }),
);
export type LoadReport = z.infer<typeof loadRows>[number];

/** Reports of the loads in force, the oldest vintage first. */
export async function readLoadReports(database: Queryable): Promise<LoadReport[]> {
  const rows = await database.query(
    `select l.source, l.vintage, array_agg(c.period order by c.period collate "C") as periods, l.data_on, l.retrieved_at,
       l.loaded_at, l.files, l.rows_read, l.rows_taken, l.rows_outside, l.rows_refused, l.refusals, l.warnings
     from load l join current_load c on c.load_id = l.id
     group by l.id order by l.data_on, l.id`,
  );
  return loadRows.parse(rows);
}
