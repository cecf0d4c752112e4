/** Official files fetched again at set times by the program itself; off unless `REFRESH_CRON` is set. */
import { Cron } from 'croner';
import type { Database } from '../data/database/port.ts';
import { runAlone } from './one-runner.ts';
import type { Origin } from './origin/declare.ts';
import { silentProgress } from './progress.ts';
import { reportLines } from './report.ts';
import { runEtl } from './run.ts';

export interface RefreshSettings {
  /** Five fields of cron, in the machine's time; null: never. */
  readonly cron: string | null;
}

/** @throws Error in French that names the variable */
export function parseRefreshSettings(environment: NodeJS.ProcessEnv): RefreshSettings {
  const cron = environment.REFRESH_CRON?.trim() || null;
  if (cron === null) return { cron };
  try {
    new Cron(cron, { paused: true }).stop();
  } catch (cause) {
    throw new Error(`REFRESH_CRON vaut « ${cron} » : cinq champs de cron sont attendus, comme « 0 5 * * 1 ».`, {
      cause,
    });
  }
  return { cron };
}

export interface Refresh {
  readonly database: Database;
  readonly origin: Origin;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** What follows a load: tiles. */
  readonly afterLoad: () => Promise<void>;
}

/** @returns stops the schedule; a load under way ends by itself */
export function scheduleRefresh(cron: string, refresh: Refresh): () => void {
  const job = new Cron(cron, { protect: true }, () => refreshOnce(refresh));
  refresh.log(`Rafraîchissement programmé (${cron}) ; prochain : ${job.nextRun()?.toISOString() ?? 'jamais'}.`);
  return () => job.stop();
}

/** Loads what has changed for the départements that are loaded. Never throws: what fails is logged. */
export async function refreshOnce({ database, origin, now, log, afterLoad }: Refresh): Promise<void> {
  try {
    const loaded = await database.query<{ departement: string }>(
      'select distinct departement from current_load order by 1',
    );
    const departements = loaded.map(({ departement }) => departement);
    const ran = await runAlone(database, async () => {
      const results = await runEtl({ database, origin, departements, now, progress: silentProgress });
      for (const line of reportLines(results)) log(line);
    });
    if (ran) await afterLoad();
    else log('Un autre chargement est en cours : celui-ci attend le prochain rendez-vous.');
  } catch (error) {
    log(`Le rafraîchissement a échoué : ${(error as Error).message}`);
  }
}
