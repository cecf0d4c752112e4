/** A new load beside the one in force, and the pointer that moves to it: append-only, in the caller's transaction. */
import type { Queryable, SqlValue } from '../data/database/port.ts';
import type { Fact } from '../data/sources/declare.ts';

/** What a load says of itself: the columns of table `load`, its identifier aside. */
export interface LoadReport {
  readonly source: string;
  readonly departement: string;
  readonly sha256: string;
  readonly revision: number;
  readonly vintage: string;
  readonly dataOn: string;
  readonly files: readonly {
    readonly name: string;
    readonly url: string | null;
    readonly sha256: string;
    readonly bytes: number;
    /** When it was downloaded; null for a file of a folder. */
    readonly retrievedAt: string | null;
  }[];
  readonly retrievedAt: string;
  readonly loadedAt: string;
  readonly rowsRead: number;
  readonly rowsTaken: number;
  readonly rowsOutside: number;
  readonly rowsRefused: number;
  readonly refusals: readonly {
    readonly reason: string;
    readonly count: number;
    readonly samples: readonly string[];
  }[];
  readonly warnings: readonly {
    readonly reason: string;
    readonly count: number;
    readonly samples: readonly string[];
  }[];
  readonly durationMs: number;
  /** Those for which it is put in force. */
  readonly periods: readonly string[];
  /** Communes that a file of figures should hold; null for a source of another kind. */
  readonly communesExpected: number | null;
  readonly communesAbsent: readonly string[];
}

/** Which load of a source, made from which bytes by which reader. */
export type LoadKey = Pick<LoadReport, 'source' | 'departement' | 'vintage' | 'sha256' | 'revision'>;

/** From here on, loads and attempts are those of a new run: one at a time on a database. */
export async function startRun(database: Queryable, at: Date): Promise<void> {
  await database.query('insert into run (began_at) values ($1)', [at.toISOString()]);
}

/** The load made of these very bytes by this reader, if there is one, and the periods for which it is in force. */
export async function findLoad(
  database: Queryable,
  key: LoadKey,
): Promise<{ id: number; periodsInForce: string[] } | undefined> {
  const [row] = await database.query<{ id: number; periods: string[] }>(
    `select id, array(select period from current_load where load_id = load.id) as periods from load
     where source = $1 and departement = $2 and vintage = $3 and sha256 = $4 and revision = $5`,
    [key.source, key.departement, key.vintage, key.sha256, key.revision],
  );
  return row && { id: row.id, periodsInForce: row.periods };
}

/** Whether a load is in force for each of its periods: then loading the same bytes again changes nothing. */
export function isInForce(
  load: { periodsInForce: readonly string[] } | undefined,
  periods: readonly string[],
): boolean {
  return load !== undefined && periods.every((period) => load.periodsInForce.includes(period));
}

/** @returns the identifier of the new load. */
export async function insertLoad(tx: Queryable, report: LoadReport): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into load (source, departement, sha256, revision, vintage, data_on, files, retrieved_at, loaded_at,
       rows_read, rows_taken, rows_outside, rows_refused, refusals, warnings, duration_ms,
       periods, communes_expected, communes_absent, run)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       (select coalesce(max(run.id), 0) from run)) returning id`,
    [
      report.source,
      report.departement,
      report.sha256,
      report.revision,
      report.vintage,
      report.dataOn,
      JSON.stringify(report.files),
      report.retrievedAt,
      report.loadedAt,
      report.rowsRead,
      report.rowsTaken,
      report.rowsOutside,
      report.rowsRefused,
      JSON.stringify(report.refusals),
      JSON.stringify(report.warnings),
      report.durationMs,
      report.periods,
      report.communesExpected,
      report.communesAbsent,
    ],
  );
  if (!row) throw new Error('the new load has no identifier');
  return row.id;
}

/**
 * Puts a load in force for its periods. The loads it replaces stay, no longer pointed at.
 * @param isAlone whether it takes the place of every other period of its source: a list of places has no history
 */
export async function putInForce(
  tx: Queryable,
  key: LoadKey,
  loadId: number,
  periods: readonly string[],
  isAlone = false,
): Promise<void> {
  if (isAlone)
    await tx.query('delete from current_load where source = $1 and departement = $2 and not (period = any($3))', [
      key.source,
      key.departement,
      periods,
    ]);
  await tx.query(
    `insert into current_load (source, departement, period, load_id) select $1, $2, unnest($3::text[]), $4::bigint
     on conflict (source, departement, period) do update set load_id = excluded.load_id`,
    [key.source, key.departement, periods, loadId],
  );
}

/** Writes the facts of a load as observations, each under the département of its commune. */
export async function insertFacts(
  tx: Queryable,
  loadId: number,
  departementOf: (commune: string) => string,
  facts: readonly Fact[],
): Promise<void> {
  const columns = [
    'load_id',
    'departement',
    'commune',
    'period',
    'measure',
    'value_number',
    'value_text',
    'value_on',
    'state',
    'reason',
  ];
  await tx.copyRows(
    'observation',
    columns,
    facts.map(({ commune, period, measure, value, state, reason }): SqlValue[] => {
      const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
      return [
        loadId,
        departementOf(commune),
        commune,
        period,
        measure,
        typeof value === 'number' ? value : null,
        typeof value === 'string' && !isDay ? value : null,
        isDay ? value : null,
        state ?? 'value',
        reason ?? null,
      ];
    }),
  );
}
