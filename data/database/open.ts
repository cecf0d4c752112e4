/** Chooses the engine from the environment and brings the schema up to date. */
import path from 'node:path';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import type { Database } from './port.ts';
import { openPostgres } from './postgres.ts';

export interface DatabaseSettings {
  /** `postgres://…`, or undefined for the embedded engine. */
  readonly databaseUrl: string | undefined;
  /** Folder for what the program makes for itself: the embedded database, tile archives, cached files. */
  readonly localFolder: string;
}

/** Parses the part of the environment that says where data is kept. */
export function parseDatabaseSettings(environment: NodeJS.ProcessEnv): DatabaseSettings {
  return {
    databaseUrl: environment.DATABASE_URL || undefined,
    localFolder: path.resolve(environment.LOCAL_FOLDER || '.local'),
  };
}

/** @throws FolderInUseError, or an Error in French that names DATABASE_URL. */
export async function openDatabase(settings: DatabaseSettings, log: (message: string) => void): Promise<Database> {
  const database = settings.databaseUrl
    ? await openPostgres(settings.databaseUrl, (error) => log(`base de données : connexion perdue (${error.message})`))
    : await openPglite(path.join(settings.localFolder, 'database'));
  await migrate(database);
  return database;
}
