/** The loads in force: which periods there are, from which publication, and the version of the data as a whole. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';
import { startParameters } from './parameters.ts';
import { currentState, pointersSql, type State } from './state.ts';

const currentLoadRows = z.array(
  z.object({
    load_id: z.number(),
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

/** The loads of a state: few rows, one per source, département and period. */
export async function readCurrentLoads(database: Queryable, state: State = currentState): Promise<CurrentLoad[]> {
  const parameters = startParameters();
  const rows = await database.query(
    `select c.load_id, c.source, c.departement, c.period, l.sha256, l.revision, l.vintage, l.data_on
     from (${pointersSql(state, parameters)}) c join load l on l.id = c.load_id
     order by c.source collate "C", c.departement collate "C", c.period collate "C"`,
    parameters.values,
  );
  return currentLoadRows.parse(rows);
}

/** What pointers lead to, in a few letters. @param pointers a query: source, departement, period, load_id */
const digestSql = (pointers: string) =>
  `(select md5(string_agg(concat_ws(' ', c.source, c.departement, c.period, c.load_id, l.sha256, l.revision), ','
      order by c.source collate "C", c.departement collate "C", c.period collate "C"))
    from (${pointers}) c join load l on l.id = c.load_id)`;

/** Memberships and outlines may be written anew without a new load: a run and its attempts then tell. */
const lastSql = `(select max(id) from run), (select max(id) from attempt), (select max(id) from load)`;

/** Changes whenever the figures of a state, or the communes and territories that they are of, may have changed. */
export async function readStateVersion(database: Queryable, state: State): Promise<string> {
  const parameters = startParameters();
  const digest = digestSql(pointersSql(state, parameters));
  const [row] = await database.query<{ version: string }>(
    `select concat_ws(' ', ${lastSql}, ${digest}) as version`,
    parameters.values,
  );
  return row?.version ?? '';
}

/** Changes whenever an answer may have changed. `program` tells two versions of the program apart. */
export async function readDataVersion(database: Queryable, program: string): Promise<string> {
  // What is told of loads and editions changes without a pointer that moves.
  const [row] = await database.query<{ told: string }>(
    `select concat_ws(' ', ${lastSql}, ${digestSql(pointersSql(currentState, startParameters()))},
       (select string_agg(id, ' ' order by id collate "C") from edition),
       (select max(declared_at) from interest), (select max(created_at) from basket), (select count(*) from basket_score), (select max(scored_at) from basket_score)) as told`,
  );
  return createHash('sha256').update(`${program}\n${row?.told}`).digest('hex').slice(0, 20);
}

/** When the newest load was made; the beginning of time when there is none. */
export async function readNewestLoadInstant(database: Queryable): Promise<string> {
  const [row] = await database.query<{ at: string | null }>('select max(loaded_at) as at from load');
  return row?.at ?? new Date(0).toISOString();
}

const reports = z.array(z.object({ reason: z.string(), count: z.number(), samples: z.array(z.string()) }));
const loadRows = z.array(
  z.object({
    id: z.number(),
    source: z.string(),
    departement: z.string(),
    sha256: z.string(),
    vintage: z.string(),
    periods: z.array(z.string()),
    is_in_force: z.boolean(),
    data_on: z.string(),
    retrieved_at: z.string(),
    loaded_at: z.string(),
    files: z.array(
      z.object({
        name: z.string(),
        url: z.string().nullish(),
        sha256: z.string(),
        bytes: z.number(),
        retrievedAt: z.string().nullish(),
      }),
    ),
    rows_read: z.number(),
    rows_taken: z.number(),
    rows_outside: z.number(),
    rows_refused: z.number(),
    refusals: reports,
    warnings: reports,
    communes_expected: z.number().nullable(),
    communes_absent: z.array(z.string()),
  }),
);
export type LoadReport = z.infer<typeof loadRows>[number];

const reportColumns = `l.id, l.source, l.departement, l.sha256, l.vintage, l.data_on, l.retrieved_at, l.loaded_at, l.files, l.rows_read,
  l.rows_taken, l.rows_outside, l.rows_refused, l.refusals, l.warnings, l.communes_expected, l.communes_absent`;

/** Reports of the loads of a state, the oldest vintage first; `periods` are those for which each is in force. */
export async function readLoadReports(
  database: Queryable,
  state: State,
  departement: string | null,
): Promise<LoadReport[]> {
  const parameters = startParameters();
  const pointers = pointersSql(state, parameters);
  const only = parameters.add(departement);
  const rows = await database.query(
    `select ${reportColumns}, array_agg(c.period order by c.period collate "C") as periods, true as is_in_force
     from load l join (${pointers}) c on c.load_id = l.id where ${only}::text is null or l.departement = ${only}
     group by l.id order by l.data_on, l.id`,
    parameters.values,
  );
  return loadRows.parse(rows);
}

export interface HistoryFilters {
  readonly source?: string | undefined;
  readonly departement?: string | undefined;
  readonly id?: number | undefined;
  readonly limite: number;
  readonly page: number;
}

/** Every load there was, the newest first; `periods` are those that it has figures of. */
export async function readLoadHistory(
  database: Queryable,
  { source, departement, id, limite, page }: HistoryFilters,
): Promise<{ total: number; loads: LoadReport[] }> {
  const filters = [source ?? null, departement ?? null, id ?? null];
  const kept = `from load l where ($1::text is null or l.source = $1) and ($2::text is null or l.departement = $2)
    and ($3::bigint is null or l.id = $3)`;
  const [count] = await database.query<{ total: number }>(`select count(*) as total ${kept}`, filters);
  const rows = await database.query(
    `select ${reportColumns}, l.periods, exists (select 1 from current_load c where c.load_id = l.id) as is_in_force
     ${kept} order by l.id desc limit $4 offset $5`,
    [...filters, limite, (page - 1) * limite],
  );
  return { total: count?.total ?? 0, loads: loadRows.parse(rows) };
}

const beforeRunRows = z.array(z.object({ load_id: z.number(), loaded_at: z.string(), began_at: z.string() }));

/** What a département (all of them without one) had before the last run that brought it something. */
export async function findBeforeLastRun(
  database: Queryable,
  departement: string | null,
): Promise<z.output<typeof beforeRunRows>[number] | undefined> {
  const rows = await database.query(
    `select l.id as load_id, l.loaded_at, r.began_at
     from load l join run r on r.id = (select max(run) from load where $1::text is null or departement = $1)
     where l.run < r.id and ($1::text is null or l.departement = $1) order by l.id desc limit 1`,
    [departement],
  );
  return beforeRunRows.parse(rows)[0];
}

const attemptRows = z.array(
  z.object({
    source: z.string(),
    departement: z.string(),
    vintage: z.string(),
    attempted_at: z.string(),
    status: z.enum(['loaded', 'unchanged', 'failed']),
    failure: z.string().nullable(),
  }),
);
export type Attempt = z.output<typeof attemptRows>[number];

/** What became of each source the last time it was asked for, by source: in that run, a failure comes first. */
export async function readLastAttempts(database: Queryable): Promise<Map<string, Attempt>> {
  const rows = await database.query(
    `select distinct on (source) source, departement, vintage, attempted_at, status, failure from attempt
     join (select source, departement, max(run) as run from attempt group by 1, 2) last using (source, departement, run)
     order by source, (status = 'failed') desc, id desc`,
  );
  return new Map(attemptRows.parse(rows).map((attempt) => [attempt.source, attempt]));
}
