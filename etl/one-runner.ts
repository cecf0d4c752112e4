/** One load at a time on a database: two that swap pointers at once would each undo a part of the other. */
import type { Database } from '../data/database/port.ts';

/** An arbitrary number, the same for every process of this program. */
const lockKey = 912_026_112;

/**
 * Runs `work` unless another process is loading. The embedded database belongs to one process already.
 * @returns whether it ran
 */
export async function runAlone(database: Database, work: () => Promise<void>): Promise<boolean> {
  if (database.engine === 'pglite') {
    await work();
    return true;
  }
  // The lock goes with the transaction, hence with the connection: a runner that dies leaves none behind.
  return database.transaction(async (tx) => {
    const [lock] = await tx.query<{ held: boolean }>('select pg_try_advisory_xact_lock($1) as held', [lockKey]);
    if (!lock?.held) return false;
    await work();
    return true;
  });
}
