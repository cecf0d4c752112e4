/** Files that are on this machine: of a folder, or of an installed package. */
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type FetchedFile, hashOfFile } from '../fetched-file.ts';
import { ReadingError } from '../reading-error.ts';

const require = createRequire(import.meta.url);

export const isInstalled = (name: string) => name.startsWith('npm:');

/** The COG's package cannot be imported (it reads from the working directory): its files are resolved and read. */
export function placeOf(folder: string, name: string): string {
  return isInstalled(name) ? require.resolve(name.slice('npm:'.length)) : path.join(folder, name);
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
