/** The loads in force, with their account: what the data package carries so that the list of sources is full at once. */
import type { Queryable } from '../data/database/port.ts';
import { sources } from '../data/sources/registry.ts';
import type { LoadReport } from './load.ts';

export interface PackagedLoad extends LoadReport {
  /** Periods for which this load is in force: fewer than those it has figures of, when another load replaced some. */
  readonly periodsInForce: readonly string[];
}

/** Sources whose rows the package carries; the others are fetched where they are published. */
export const packagedSources: readonly string[] = sources
  .filter(({ id, brings }) => !['presence', 'buildings', 'places', 'cells'].includes(brings) || id === 'lieux-recenses')
  .map(({ id }) => id);

/** Of one département, by source, then vintage. */
export async function readLoadsInForce(database: Queryable, departement: string): Promise<PackagedLoad[]> {
  return database.query<PackagedLoad>(
    `select l.source, l.departement, l.sha256, l.revision, l.vintage, l.data_on as "dataOn", l.files, l.retrieved_at as "retrievedAt",
       l.loaded_at as "loadedAt", l.rows_read as "rowsRead", l.rows_taken as "rowsTaken", l.rows_outside as "rowsOutside",
       l.rows_refused as "rowsRefused", l.refusals, l.warnings, l.duration_ms as "durationMs",
       l.periods, l.communes_expected as "communesExpected", l.communes_absent as "communesAbsent",
       array_agg(c.period order by c.period collate "C") as "periodsInForce"
     from load l join current_load c on c.load_id = l.id where c.departement = $1 and c.source = any($2) group by l.id order by l.source collate "C", l.vintage collate "C"`,
    [departement, packagedSources],
  );
}
