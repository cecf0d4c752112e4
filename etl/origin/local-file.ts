/** Files that are on this machine: of a folder, of an installed package, or of our own data package. */
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FetchedFile, hashOfFile } from '../fetched-file.ts';
import { ReadingError } from '../reading-error.ts';

const require = createRequire(import.meta.url);

const packageFolder = fileURLToPath(new URL('../../data/essonne/', import.meta.url));

/** A file that comes with the program, whatever the folder: of an npm package, or of our own data package. */
export const isInstalled = (name: string) => /^(npm|package):/.test(name);

/** The COG's package cannot be imported (it reads from the working directory): its files are resolved and read. */
export function placeOf(folder: string, name: string): string {
  if (name.startsWith('npm:')) return require.resolve(name.slice('npm:'.length));
  return name.startsWith('package:')
    ? path.join(packageFolder, name.slice('package:'.length))
    : path.join(folder, name);
}

/** @throws ReadingError when the file is not there */
export async function fetchLocalFile(folder: string, name: string): Promise<FetchedFile> {
  const place = placeOf(folder, name);
  const found = await stat(place).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'fichier absent' : cause.message;
    throw new ReadingError(`${name} : ${why} dans ${folder}. Vérifiez le dossier donné à --from.`, { cause });
  });
  return { name, path: place, sha256: await hashOfFile(place), bytes: found.size, url: null, retrievedAt: null };
}
