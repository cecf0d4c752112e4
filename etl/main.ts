/** The ETL's door: command line in, exit code out. 0 only when every source is loaded or unchanged. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type DatabaseSettings, openDatabase, parseDatabaseSettings } from '../data/database/open.ts';
import { makeProgress } from './progress.ts';
import { reportLines } from './report.ts';
import { runEtl } from './run.ts';
import { buildTileArchives } from './tiles.ts';
import { writePackage } from './write-package.ts';

const help = `npm run etl -- --from <dossier> [--departement 91]   lit, contrôle et charge les fichiers officiels d’un dossier
npm run etl -- package                               écrit data/essonne d’après la base

La base est celle de DATABASE_URL ou, sans elle, la base embarquée de LOCAL_FOLDER (.local) : programme arrêté.
Le téléchargement des fichiers officiels à leurs adresses n’est pas encore fait : donnez un dossier avec --from.`;

export interface EtlSurroundings {
  readonly settings: DatabaseSettings;
  readonly now: () => Date;
  readonly output: NodeJS.WriteStream;
  readonly log: (line: string) => void;
  /** Where `package` writes. */
  readonly packageFolder: string;
}

/** @returns the exit code */
export async function etl(
  argv: readonly string[],
  { settings, now, output, log, packageFolder }: EtlSurroundings,
): Promise<number> {
  let options: { values: { from?: string; departement?: string; help?: boolean }; positionals: string[] };
  try {
    options = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { from: { type: 'string' }, departement: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    log(`${(error as Error).message}\n\n${help}`);
    return 2;
  }
  const { values, positionals } = options;
  if (values.help) {
    log(help);
    return 0;
  }
  const isPackage = positionals.length === 1 && positionals[0] === 'package' && !values.from;
  if (!isPackage && (positionals.length > 0 || !values.from)) {
    log(help);
    return 2;
  }
  const database = await openDatabase(settings, log);
  try {
    if (isPackage) {
      const { bytes } = await writePackage(database, packageFolder);
      log(
        `Paquet de données écrit dans ${path.relative(process.cwd(), packageFolder)} : ${Math.round(bytes / 1000)} ko.`,
      );
      return 0;
    }
    const departement = values.departement ?? '91';
    const [other] = await database.query<{ departement: string }>(
      'select departement from current_load where departement <> $1 limit 1',
      [departement],
    );
    if (other) {
      log(
        `La base contient déjà le département ${other.departement} ; elle n’en porte qu’un. Donnez une autre base : DATABASE_URL ou LOCAL_FOLDER.`,
      );
      return 2;
    }
    const progress = makeProgress(output, log);
    const results = await runEtl({
      database,
      from: values.from ?? '',
      departement,
      now,
      progress,
    });
    progress.close();
    log('');
    for (const line of reportLines(results)) log(line);
    await buildTileArchives(database, path.join(settings.localFolder, 'tiles'), now);
    return results.some(({ status }) => status === 'failed') ? 1 : 0;
  } finally {
    await database.close();
  }
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
