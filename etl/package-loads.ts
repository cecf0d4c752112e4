/** The loads in force, with their account: what the data package carries so that the list of sources is full at once. */
import type { Queryable } from '../data/database/port.ts';
import type { LoadReport } from './load.ts';

export interface PackagedLoad extends LoadReport {
  /** Periods for which this load is in force. */
  readonly periods: readonly string[];
}

/** By source, then vintage. */
export async function readLoadsInForce(database: Queryable): Promise<PackagedLoad[]> {
  return database.query<PackagedLoad>(
    `select l.source, l.departement, l.sha256, l.revision, l.vintage, l.data_on as "dataOn", l.files, l.retrieved_at as "retrievedAt",
       l.loaded_at as "loadedAt", l.rows_read as "rowsRead", l.rows_taken as "rowsTaken", l.rows_outside as "rowsOutside",
       l.rows_refused as "rowsRefused", l.refusals, l.warnings, l.duration_ms as "durationMs",
       array_agg(c.period order by c.period collate "C") as periods
     from load l join current_load c on c.load_id = l.id group by l.id order by l.source collate "C", l.vintage collate "C"`,
  );
}
