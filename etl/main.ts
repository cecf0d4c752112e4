/** The ETL's door: command line in, exit code out. 0 only when every source that is there is loaded or unchanged. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type DatabaseSettings, openDatabase, parseDatabaseSettings } from '../data/database/open.ts';
import type { Database } from '../data/database/port.ts';
import type { Source } from '../data/sources/declare.ts';
import { sources as allSources } from '../data/sources/registry.ts';
import { freezeEdition } from './editions.ts';
import { openDownloader } from './fetch/download.ts';
import { type Hosts, rehosted } from './fetch/rehost.ts';
import { runAlone } from './one-runner.ts';
import type { Origin } from './origin/declare.ts';
import { openFolder } from './origin/folder.ts';
import { openOfficial } from './origin/official.ts';
import { makeProgress, silentProgress } from './progress.ts';
import { ReadingError } from './reading-error.ts';
import { exitCodeOf, reportLines, type SourceResult } from './report.ts';
import { readInstalledCog, runEtl } from './run.ts';
import { buildTileArchives } from './tiles.ts';
import { writePackage } from './write-package.ts';

const help = `npm run etl                              télécharge, contrôle et charge les fichiers officiels de l’Essonne
npm run etl -- --departement 77,91       … d’autres départements ; « toutes » pour tous
npm run etl -- --only arcep-deploiement  … ces sources seulement (séparées par des virgules)
npm run etl -- --offline                 … d’après les fichiers déjà en cache, sans réseau
npm run etl -- --from <dossier>          lit les fichiers d’un dossier au lieu des adresses officielles
npm run etl -- --json                    compte rendu pour une machine, sur la sortie standard
npm run etl -- figer "T2 2026"           fige les chiffres en vigueur en un état des lieux daté
npm run etl -- package [--departement 91]  écrit data/essonne d’après la base

La base est celle de DATABASE_URL ou, sans elle, la base embarquée de LOCAL_FOLDER (.local) : programme arrêté.
Code de retour : 0 si tout ce qui a été trouvé est chargé, 1 si une source a échoué, 2 si la commande est mal écrite.`;

export interface EtlSurroundings {
  readonly settings: DatabaseSettings;
  readonly now: () => Date;
  readonly output: NodeJS.WriteStream;
  /** The report, for a person or a machine. */
  readonly log: (line: string) => void;
  /** Where `package` writes, and where the sources compiled with the program stand. */
  readonly packageFolder: string;
  /** Other addresses for the official hosts: a mirror, or a played server in tests. */
  readonly hosts?: Hosts;
}

/** A command that cannot be followed as it is written. */
class UsageError extends Error {}

interface Command {
  readonly kind: 'load' | 'package' | 'freeze' | 'help';
  readonly from: string | null;
  /** Codes, or null for all. */
  readonly departements: readonly string[] | null;
  readonly only: readonly Source[] | undefined;
  readonly isOffline: boolean;
  readonly isJson: boolean;
  readonly title: string;
}

/** @throws UsageError in French */
export function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = readArguments(argv);
  const [verb, title = '', ...rest] = positionals;
  const kind = values.help
    ? 'help'
    : verb === undefined
      ? 'load'
      : ({ package: 'package', figer: 'freeze' } as const)[verb];
  if (!kind || rest.length > 0 || (title !== '' && kind !== 'freeze'))
    throw new UsageError(`« ${positionals.join(' ')} » n’est pas une commande.`);
  if (kind === 'freeze' && title.trim() === '')
    throw new UsageError('figer demande un titre : npm run etl -- figer "T2 2026".');
  if (kind !== 'load' && (values.from || values.only || values.offline))
    throw new UsageError('--from, --only et --offline ne servent qu’au chargement.');
  if (values.from && values.offline) throw new UsageError('--offline ne sert pas avec --from, qui ne télécharge rien.');
  return {
    kind,
    from: values.from ?? null,
    departements: values.departement === 'toutes' ? null : listOf(values.departement ?? '91'),
    only: values.only === undefined ? undefined : listOf(values.only).map(requireSource),
    isOffline: values.offline ?? false,
    isJson: values.json ?? false,
    title,
  };
}

const options = {
  from: { type: 'string' },
  departement: { type: 'string' },
  only: { type: 'string' },
  offline: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(toUsage(error as Error & { code?: string }));
  }
}

/** What Node says of arguments in English; the option is in its sentence alone. */
function toUsage({ code, message }: Error & { code?: string }): string {
  const option = /'(?:-\w, )?(-[^' ]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `« ${option} » n’est pas une option. Options : ${Object.keys(options)
      .map((name) => `--${name}`)
      .join(', ')}.`;
  if (/does not take an argument/.test(message)) return `${option} ne prend pas de valeur.`;
  return `${option} demande une valeur : ${option}=….`;
}

function listOf(text: string): string[] {
  const codes = text.split(',').map((part) => part.trim().toUpperCase());
  if (codes.some((code) => code === ''))
    throw new UsageError(`« ${text} » : une liste séparée par des virgules est attendue.`);
  return [...new Set(codes)];
}

function requireSource(id: string): Source {
  const source = allSources.find((one) => one.id === id.toLowerCase());
  if (source) return source;
  throw new UsageError(
    `« ${id.toLowerCase()} » n’est pas une source. Sources : ${allSources.map((one) => one.id).join(', ')}.`,
  );
}

/** @returns the exit code */
export async function etl(argv: readonly string[], surroundings: EtlSurroundings): Promise<number> {
  const { settings, log } = surroundings;
  let command: Command;
  try {
    command = parseCommand(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    log(`${error.message}\n\n${help}`);
    return 2;
  }
  if (command.kind === 'help') {
    log(help);
    return 0;
  }
  const database = await openDatabase(settings, log);
  try {
    return await follow(command, database, surroundings);
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    log(error.message);
    return 2;
  } finally {
    await database.close();
  }
}

async function follow(command: Command, database: Database, surroundings: EtlSurroundings): Promise<number> {
  const { now, log, packageFolder } = surroundings;
  switch (command.kind) {
    case 'freeze': {
      const { id, sha256 } = await freezeEdition(database, command.title, now);
      log(`État des lieux « ${command.title.trim()} » figé : ?edition=${id}, empreinte ${sha256}.`);
      return 0;
    }
    case 'package': {
      const [departement = '91', ...others] = command.departements ?? [];
      if (others.length > 0 || command.departements === null)
        throw new ReadingError('Le paquet de données porte un seul département : package --departement 91.');
      const { bytes } = await writePackage(database, packageFolder, departement);
      const folder = path.relative(process.cwd(), packageFolder);
      log(`Paquet de données écrit dans ${folder} : ${Math.round(bytes / 1000)} ko.`);
      return 0;
    }
    default:
      return load(command, database, surroundings);
  }
}

async function load(command: Command, database: Database, surroundings: EtlSurroundings): Promise<number> {
  const { settings, now, output, log } = surroundings;
  const progress = command.isJson ? silentProgress : makeProgress(output, log);
  const departements = command.departements ?? [...(await readInstalledCog()).departements.keys()];
  const origin = openOrigin(command, surroundings);
  let results: SourceResult[] = [];
  const ran = await runAlone(database, async () => {
    results = await runEtl({ database, origin, departements, now, progress, only: command.only });
  });
  progress.close();
  if (!ran) throw new ReadingError('Un autre chargement est en cours sur cette base. Attendez qu’il finisse.');
  await buildTileArchives(database, path.join(settings.localFolder, 'tiles'), now);
  if (command.isJson) log(JSON.stringify({ departements, resultats: results }, null, 2));
  else for (const line of ['', ...reportLines(results)]) log(line);
  return exitCodeOf(results);
}

function openOrigin(
  { from, isOffline }: Command,
  { settings, now, packageFolder, hosts = {} }: EtlSurroundings,
): Origin {
  if (from !== null) return openFolder(from);
  const cacheFolder = path.join(settings.localFolder, 'cache');
  return openOfficial({
    downloader: rehosted(openDownloader({ cacheFolder, isOffline, now }), hosts),
    packageFolder,
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = await etl(process.argv.slice(2), {
      settings: parseDatabaseSettings(process.env),
      now: () => new Date(),
      output: process.stdout,
      log: (line) => console.log(line),
      packageFolder: fileURLToPath(new URL('../data/essonne', import.meta.url)),
    });
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
