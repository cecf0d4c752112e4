/** Finds the files of a source in a mirror folder or an installed package, and names them by their content. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ReadingError } from './reading-error.ts';

export interface FetchedFile {
  /** As declared: a path inside the mirror, or `npm:…`. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

const require = createRequire(import.meta.url);

/** @throws ReadingError when a file is not there. */
export async function fetchFiles(folder: string, names: readonly string[]): Promise<FetchedFile[]> {
  return Promise.all(
    names.map(async (name) => {
      // The package cannot be imported (it reads from the working directory): its files are resolved and read.
      const place = name.startsWith('npm:') ? require.resolve(name.slice('npm:'.length)) : path.join(folder, name);
      const bytes = await readFile(place).catch((cause: NodeJS.ErrnoException) => {
        const why = cause.code === 'ENOENT' ? 'fichier absent' : cause.message;
        throw new ReadingError(`${name} : ${why} dans ${folder}. Vérifiez le dossier donné à --from.`, { cause });
      });
      return { name, sha256: hashOf(bytes), bytes };
    }),
  );
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The hash of one file, or of the list of hashes of several. */
export function hashOfAll(files: readonly FetchedFile[]): string {
  const [first, ...rest] = files;
  return first && rest.length === 0 ? first.sha256 : hashOf(files.map(({ sha256 }) => sha256).join('\n'));
}
