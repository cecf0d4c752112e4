/**
 * Files of downloads, each written once and kept on disk: two people who ask for the same one wait for the same writing,
 * few are written at a time, and the least recently read leave when room is short.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from './problem.ts';

export interface ExportLimits {
  /** Of all the files together. */
  readonly mostBytes: number;
  readonly mostWriting: number;
  /** Beyond those that are written; others are told to come back. */
  readonly mostWaiting: number;
}

const defaultLimits: ExportLimits = { mostBytes: 1024 ** 3, mostWriting: 2, mostWaiting: 16 };

/** A file as it is about to be written. */
export interface NewExport {
  /** Under which a browser saves it. */
  readonly fileName: string;
  write(file: string): Promise<void>;
}

/** A file that is there until it is released. */
export interface HeldExport {
  readonly fileName: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** The bytes from `start` to `end`, both included; releases the file when they are read, or when the reader leaves. */
  stream(range?: { start: number; end: number }): ReadableStream;
  release(): void;
}

export interface ExportStore {
  /**
   * @param key all that the bytes depend on
   * @param prepare says what the file is to be; run once for all who wait for the key
   * @throws ProblemError 503 when too many wait already; what `prepare` or `write` throws
   */
  hold(key: string, prepare: () => Promise<NewExport>): Promise<HeldExport>;
}

interface Entry {
  readonly file: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readers: number;
}

/** @param folder where the files are kept; a temporary one when null. Nothing of a former run is used again. */
export function openExports(folder: string | null, limits: ExportLimits = defaultLimits): ExportStore {
  /** In the order in which they were last asked for. */
  const entries = new Map<string, Entry>();
  const writing = new Map<string, Promise<Entry>>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let ownFolder: Promise<string> | undefined;

  async function takeTurn(): Promise<void> {
    if (busy < limits.mostWriting) {
      busy++;
      return;
    }
    if (waiting.length >= limits.mostWaiting)
      throw new ProblemError(503, 'Trop de téléchargements sont en préparation. Réessayez dans quelques secondes.');
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  /** The turn passes to the next who waits, or is free. */
  function endTurn(): void {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }

  async function write(key: string, prepare: () => Promise<NewExport>): Promise<Entry> {
    await takeTurn();
    try {
      const { fileName, write: writeFile } = await prepare();
      ownFolder ??= makeOwnFolder(folder);
      const inFolder = await ownFolder;
      // Another process that starts may have taken it for one that nobody uses any more.
      await mkdir(inFolder, { recursive: true });
      const file = path.join(inFolder, randomUUID());
      const unfinished = `${file}.part`;
      try {
        await writeFile(unfinished);
        const described = { file, fileName, ...(await describe(unfinished)), readers: 0 };
        await rename(unfinished, file);
        entries.set(key, described);
        return described;
      } finally {
        await rm(unfinished, { force: true });
      }
    } finally {
      endTurn();
    }
  }

  function makeRoom(): void {
    let bytes = [...entries.values()].reduce((total, entry) => total + entry.bytes, 0);
    for (const [key, entry] of entries) {
      if (bytes <= limits.mostBytes) return;
      if (entry.readers > 0) continue;
      entries.delete(key);
      bytes -= entry.bytes;
      void rm(entry.file, { force: true });
    }
  }

  async function find(key: string, prepare: () => Promise<NewExport>): Promise<Entry> {
    const kept = entries.get(key);
    if (kept) {
      kept.readers++;
      if (await isThere(kept.file)) return kept;
      entries.delete(key);
    }
    let written = writing.get(key);
    if (!written) {
      written = write(key, prepare).finally(() => writing.delete(key));
      writing.set(key, written);
    }
    const entry = await written;
    entry.readers++;
    return entry;
  }

  return {
    async hold(key, prepare) {
      const entry = await find(key, prepare);
      if (entries.delete(key)) entries.set(key, entry);
      makeRoom();
      let isHeld = true;
      const release = () => {
        if (!isHeld) return;
        isHeld = false;
        entry.readers--;
        makeRoom();
      };
      const { fileName, bytes, sha256 } = entry;
      return {
        fileName,
        bytes,
        sha256,
        stream: (range) => {
          const stream = createReadStream(entry.file, range);
          stream.once('close', release);
          return Readable.toWeb(stream) as ReadableStream;
        },
        release,
      };
    },
  };
}

async function describe(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') };
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** A folder of this process alone, named after it; those of processes that have ended are removed. */
async function makeOwnFolder(folder: string | null): Promise<string> {
  if (folder === null) return mkdtemp(path.join(tmpdir(), 'observatoire-exports-'));
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const owner = /^(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner)))
      await rm(path.join(folder, name), { recursive: true, force: true });
  }
  return mkdtemp(path.join(folder, `${process.pid}-`));
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
