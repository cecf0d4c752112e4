/** Files already obtained, named by their content, and what is known of each address: validators, dates, hash, absence. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const recordSchema = z.object({
  url: z.string(),
  finalUrl: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
  etag: z.string().nullable(),
  /** As the server wrote it: what it is asked with again. */
  lastModified: z.string().nullable(),
  retrievedAt: z.string(),
  checkedAt: z.string(),
});
export type CachedAddress = z.output<typeof recordSchema>;

const absenceSchema = z.object({ url: z.string(), status: z.number().int(), checkedAt: z.string() });
/** A server said that there is no file at an address. */
export type CachedAbsence = z.output<typeof absenceSchema>;

export interface Cache {
  /** Undefined when the address was never downloaded, or its record or its file is damaged. */
  find(url: string): Promise<CachedAddress | undefined>;
  /** What is written of an address that answers forgets that it once did not. */
  write(record: CachedAddress): Promise<void>;
  findAbsence(url: string): Promise<CachedAbsence | undefined>;
  /** Kept beside the file that was there before, if any. */
  writeAbsence(absence: CachedAbsence): Promise<void>;
  objectPath(sha256: string): string;
  /** Where the bytes of an address are written until they are whole. */
  partPath(url: string): string;
  /** Gives the whole file its place. */
  keep(part: string, sha256: string): Promise<void>;
}

/** @param folder made when it is not there: `objects/<sha256>` and `addresses/<hash of the url>.json` */
export function openCache(folder: string): Cache {
  const nameOf = (url: string) => createHash('sha256').update(url).digest('hex');
  const recordPath = (url: string) => path.join(folder, 'addresses', `${nameOf(url)}.json`);
  const absencePath = (url: string) => path.join(folder, 'addresses', `${nameOf(url)}.absent.json`);
  const objectPath = (sha256: string) => path.join(folder, 'objects', sha256);
  return {
    objectPath,
    partPath: (url) => path.join(folder, 'objects', `${nameOf(url)}.part`),
    find: async (url) => {
      const text = await readFile(recordPath(url), 'utf8').catch(() => '');
      const record = recordSchema.safeParse(parseJson(text));
      if (!record.success || record.data.url !== url) return undefined;
      const object = await stat(objectPath(record.data.sha256)).catch(() => null);
      return object?.size === record.data.bytes ? record.data : undefined;
    },
    write: async (record) => {
      await writeJson(recordPath(record.url), record);
      await rm(absencePath(record.url), { force: true });
    },
    findAbsence: async (url) => {
      const absence = absenceSchema.safeParse(parseJson(await readFile(absencePath(url), 'utf8').catch(() => '')));
      return absence.success && absence.data.url === url ? absence.data : undefined;
    },
    writeAbsence: (absence) => writeJson(absencePath(absence.url), absence),
    keep: (part, sha256) => rename(part, objectPath(sha256)),
  };
}

async function writeJson(file: string, value: object): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.part`, JSON.stringify(value, null, 2));
  await rename(`${file}.part`, file);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
