/** What an origin gives, put in a folder at the paths that the sources declare: the same files, to be read from there. */
import { cp, mkdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Source } from '../data/sources/declare.ts';
import type { Origin, Wanted } from './origin/declare.ts';
import { isInstalled } from './origin/local-file.ts';

export async function mirrorInto(
  folder: string,
  origin: Origin,
  sources: readonly Source[],
  wanted: readonly Wanted[],
): Promise<void> {
  for (const source of sources)
    for (const located of await origin.locate(source, wanted)) {
      const edition = await located.obtain(() => {});
      for (const [i, { name, url, path: place }] of (edition?.files ?? []).entries()) {
        // A file of our own package goes by its name there.
        const declared = url === null ? (located.form.files[i]?.path ?? name) : name;
        if (isInstalled(declared)) continue;
        const file = path.join(folder, declared);
        await mkdir(path.dirname(file), { recursive: true });
        await cp(place, file);
        // A folder dates what stands in it by the day of the file.
        const day = new Date(`${edition?.dataOn}T12:00:00Z`);
        await utimes(file, day, day);
      }
    }
}
