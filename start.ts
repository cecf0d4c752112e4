/**
 * The one-command door: builds the dashboard when needed, fills an empty database from `data/essonne`, serves.
 * The only file that may import both `etl` and `api`: one process, one embedded database.
 */
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFramingSettings } from './api/framing.ts';
import { openIsochrones } from './api/isochrones.ts';
import { parseRateSettings } from './api/rate-limit.ts';
import { serveApp, stopOnSignal } from './api/serve.ts';
import { parseIsochroneSettings, parseServerSettings } from './api/settings.ts';
import { parseWriteSettings } from './api/writes.ts';
import { type DatabaseSettings, openDatabase, parseDatabaseSettings } from './data/database/open.ts';
import type { Database } from './data/database/port.ts';
import { openDownloader } from './etl/fetch/download.ts';
import { loadPackage } from './etl/load-package.ts';
import { openOfficial } from './etl/origin/official.ts';
import { parseRefreshSettings, scheduleRefresh } from './etl/refresh.ts';
import { buildTileArchives } from './etl/tiles.ts';

const root = path.dirname(fileURLToPath(import.meta.url));
const dashboardFolder = path.join(root, 'dist');
const packageFolder = path.join(root, 'data/essonne');
const log = (line: string) => console.log(line);

/** Instant of the newest file below a folder, 0 when there is none. */
async function newestChange(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const times = await Promise.all(
    files.map(async (file) => (await stat(path.join(file.parentPath, file.name))).mtimeMs),
  );
  return Math.max(0, ...times);
}

/** Builds the dashboard unless what is built is newer than everything it is built from. */
async function buildDashboard(): Promise<void> {
  const built = path.join(dashboardFolder, 'index.html');
  const sources = ['dashboard', 'data/catalogue', 'data/analysis'].map((folder) => path.join(root, folder));
  const newest = Math.max(
    ...(await Promise.all(sources.map(newestChange))),
    (await stat(path.join(root, 'package-lock.json'))).mtimeMs,
  );
  if (existsSync(built) && (await stat(built)).mtimeMs > newest) return;
  log('Construction de l’interface…');
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' });
}

/** @returns stops the schedule, where there is one */
function startRefresh(settings: DatabaseSettings, database: Database, afterLoad: () => Promise<void>): () => void {
  const { cron } = parseRefreshSettings(process.env);
  if (cron === null) return () => {};
  const now = () => new Date();
  return scheduleRefresh(cron, {
    database,
    origin: openOfficial({
      downloader: openDownloader({ cacheFolder: path.join(settings.localFolder, 'cache'), now }),
      packageFolder,
    }),
    now,
    log,
    afterLoad,
  });
}

async function start(): Promise<void> {
  const server = parseServerSettings(process.env);
  const framing = parseFramingSettings(process.env);
  const settings = parseDatabaseSettings(process.env);
  const isochroneService = parseIsochroneSettings(process.env);
  log(
    settings.databaseUrl
      ? 'Ouverture de la base PostgreSQL…'
      : 'Ouverture de la base embarquée (une quinzaine de secondes la première fois)…',
  );
  const [database] = await Promise.all([openDatabase(settings, log), buildDashboard()]);
  const tilesFolder = path.join(settings.localFolder, 'tiles');
  const [count] = await database.query<{ loads: number }>('select count(*) as loads from current_load');
  if (count?.loads === 0) {
    log('Base vide : chargement des chiffres fournis avec le programme (data/essonne)…');
    await loadPackage(database, packageFolder, log);
  }
  await buildTileArchives(database, tilesFolder);
  const dates = await database.query<{ on: string }>(
    `select max(data_on)::text as "on" from load where exists (select 1 from observation where load_id = load.id)`,
  );
  const { url, warm, close } = await serveApp({
    ...server,
    database,
    tilesFolder,
    exportsFolder: path.join(settings.localFolder, 'exports'),
    dashboardFolder,
    writes: parseWriteSettings(process.env, server.host),
    rate: parseRateSettings(process.env),
    isochrones:
      isochroneService &&
      openIsochrones({ ...isochroneService, cacheFolder: path.join(settings.localFolder, 'isochrones') }),
    framing,
    now: () => new Date(),
    log,
  });
  log(
    `Chiffres au ${dates[0]?.on.split('-').reverse().join('/')} pour les plus récents ; dates et licences de chaque source : ${url}/methode`,
  );
  log('Pour les rafraîchir : npm run etl, programme arrêté ; ou REFRESH_CRON, voir le README.');
  log(`Tableau de bord : ${url}`);
  const stopRefresh = startRefresh(settings, database, async () => {
    await buildTileArchives(database, tilesFolder);
    await warm();
  });
  void warm();
  stopOnSignal(async () => {
    stopRefresh();
    await close();
    await database.close();
  });
}

try {
  await start();
} catch (error) {
  console.error(`Le démarrage a échoué. ${(error as Error).message}`);
  if (process.env.DEBUG) console.error(error);
  process.exitCode = 1;
  process.exit();
}
