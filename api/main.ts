/** The door of the API alone: environment → database → serve. `npm start` also fills the database and builds the pages. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase, parseDatabaseSettings } from '../data/database/open.ts';
import { parseFramingSettings } from './framing.ts';
import { openIsochrones } from './isochrones.ts';
import { parseRateSettings } from './rate-limit.ts';
import { serveApp, stopOnSignal } from './serve.ts';
import { parseIsochroneSettings, parseServerSettings } from './settings.ts';
import { parseWriteSettings } from './writes.ts';

async function main(): Promise<void> {
  const log = (line: string) => console.log(line);
  const server = parseServerSettings(process.env);
  const framing = parseFramingSettings(process.env);
  const settings = parseDatabaseSettings(process.env);
  const isochroneService = parseIsochroneSettings(process.env);
  const database = await openDatabase(settings, log);
  const tilesFolder = path.join(settings.localFolder, 'tiles');
  const { url, warm, close } = await serveApp({
    ...server,
    database,
    tilesFolder,
    exportsFolder: path.join(settings.localFolder, 'exports'),
    writes: parseWriteSettings(process.env, server.host),
    rate: parseRateSettings(process.env),
    isochrones:
      isochroneService &&
      openIsochrones({ ...isochroneService, cacheFolder: path.join(settings.localFolder, 'isochrones') }),
    framing,
    now: () => new Date(),
    log,
  });
  log(`API : ${url}/api/docs`);
  void warm();
  stopOnSignal(async () => {
    await close();
    await database.close();
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await main();
  } catch (error) {
    console.error(`Le démarrage a échoué. ${(error as Error).message}`);
    process.exit(1);
  }
}
