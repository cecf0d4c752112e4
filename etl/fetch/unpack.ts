/**
 * Archives: one entry of a zip, a gzip, as a stream, or a whole zip that another library unpacks. Sizes are capped: a
 * small archive can unpack to a full disk.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import yauzl from 'yauzl';
import { ReadingError } from '../reading-error.ts';

/** A table of text is seldom compressed above 30 times. */
const mostRatio = 200;
const mostBytesByDefault = 8e9;
/** Below this, the ratio says nothing: a hundred kilobytes of spaces are no danger. */
const harmlessBytes = 10e6;

/** Sizes of the fixed part of an entry of a zip, where it stands and in the listing. */
const localHeaderBytes = 30;
const listingBytes = 46;
/** Extra fields and comments, an entry: beyond it, a reader that goes without the listing may find more entries. */
const mostUntoldBytes = 1024;

export interface ZipEntry {
  readonly entryName: string;
  readonly bytes: number;
  readonly stream: Readable;
}

/** @throws ReadingError for an archive that is damaged, leads outside itself, unpacks too large, or lacks the entry */
export async function openZipEntry(
  path: string,
  name: string,
  matches: (entryName: string) => boolean,
  mostBytes = mostBytesByDefault,
): Promise<ZipEntry> {
  const archive = await openArchive(path, name);
  try {
    const entry = findEntry(await listEntries(archive, name), name, matches);
    const { fileName, compressedSize, uncompressedSize } = entry;
    refuseBomb(name, fileName, compressedSize, uncompressedSize, mostBytes);
    const raw = await openEntry(archive, name, entry);
    const checked = check(raw, name, fileName, compressedSize, mostBytes, () => archive.close());
    return { entryName: fileName, bytes: uncompressedSize, stream: Readable.from(checked) };
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** The stream fails with a ReadingError when the archive is damaged, cut or unpacks too large. */
export async function gunzipFile(path: string, name: string, mostBytes = mostBytesByDefault): Promise<Readable> {
  const { size } = await stat(path);
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  return Readable.from(check(source.pipe(gunzip), name, name, size, mostBytes, () => source.destroy()));
}

/**
 * Reads an archive through, before a library that has no limits unpacks it into memory.
 * @throws ReadingError when it is damaged, leads outside itself, unpacks too large, or holds more than it lists
 */
export async function checkZip(path: string, name: string, mostBytes: number): Promise<void> {
  const archive = await openArchive(path, name);
  try {
    const entries = await listEntries(archive, name);
    const sum = (of: (entry: yauzl.Entry) => number) => entries.reduce((total, entry) => total + of(entry), 0);
    const packed = sum(({ compressedSize }) => compressedSize);
    refuseBomb(
      name,
      'le contenu',
      packed,
      sum(({ uncompressedSize }) => uncompressedSize),
      mostBytes,
    );
    const told = packed + sum((entry) => localHeaderBytes + listingBytes + 2 * entry.fileNameLength);
    if (archive.fileSize - told > mostUntoldBytes * (entries.length + 1))
      throw damaged(name, new Error('des données n’y sont pas annoncées'));
    for (const entry of entries) {
      const raw = await openEntry(archive, name, entry);
      // What comes out is counted, not kept.
      for await (const _ of check(raw, name, entry.fileName, entry.compressedSize, mostBytes, () => {}));
    }
  } finally {
    archive.close();
  }
}

function openArchive(path: string, name: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) =>
    yauzl.open(path, { lazyEntries: true, strictFileNames: true, autoClose: false }, (error, file) =>
      error ? reject(damaged(name, error)) : resolve(file),
    ),
  );
}

function openEntry(archive: yauzl.ZipFile, name: string, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) =>
    archive.openReadStream(entry, (error, stream) => (error ? reject(damaged(name, error)) : resolve(stream))),
  );
}

/** The whole listing is read: an archive with one name that leads outside is refused as a whole. */
function listEntries(archive: yauzl.ZipFile, name: string): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    archive.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      archive.readEntry();
    });
    archive.on('error', (error: Error) => reject(damaged(name, error)));
    archive.on('end', () => resolve(entries));
    archive.readEntry();
  });
}

function findEntry(
  entries: readonly yauzl.Entry[],
  name: string,
  matches: (entryName: string) => boolean,
): yauzl.Entry {
  let found: yauzl.Entry | undefined;
  // Of two that end alike, `meta_x.csv` and `x.csv`, the shorter is the table itself.
  for (const entry of entries)
    if (matches(entry.fileName) && !(found && found.fileName.length <= entry.fileName.length)) found = entry;
  if (found) return found;
  const list = entries.slice(0, 10).map(({ fileName }) => fileName);
  throw new ReadingError(
    `${name} : l’archive ne contient pas le fichier attendu. Elle contient : ${list.join(', ') || 'rien'}.`,
  );
}

/** The size that an archive declares is not to be trusted: what comes out is counted. */
async function* check(
  stream: Readable,
  name: string,
  entry: string,
  packed: number,
  mostBytes: number,
  close: () => void,
): AsyncGenerator<Buffer> {
  let unpacked = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      refuseBomb(name, entry, packed, unpacked, mostBytes);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ReadingError ? error : damaged(name, error as Error);
  } finally {
    close();
  }
}

function refuseBomb(name: string, entry: string, packed: number, unpacked: number, mostBytes: number): void {
  const isBomb = unpacked > mostBytes || (unpacked > harmlessBytes && unpacked > mostRatio * Math.max(packed, 1));
  if (!isBomb) return;
  throw new ReadingError(
    `${name} : ${entry} fait plus de ${mostRatio} fois la taille de l’archive une fois décompressé, ou plus de ${Math.round(mostBytes / 1e6)} Mo. Le fichier est refusé : reprenez-le à la page de la source.`,
  );
}

/** What the libraries say most often; anything else is told as it is. */
const frenchCauses: readonly (readonly [RegExp, string])[] = [
  [/End of central directory|not a zip file/i, 'ce n’est pas un zip, ou la fin manque'],
  [/unexpected end of file/i, 'la fin manque'],
  [/too many bytes|not enough bytes/i, 'un fichier n’y a pas la taille annoncée'],
  [/incorrect header check/i, 'ce n’est pas un gzip'],
  [/incorrect data check|invalid (?:block|distance|code|stored|literal|bit)|crc/i, 'le contenu est altéré'],
];

function damaged(name: string, cause: Error): ReadingError {
  if (/relative path|absolute path|invalid characters/.test(cause.message))
    return new ReadingError(
      `${name} : l’archive contient un nom de fichier qui mène hors d’elle (${cause.message.replace(/^[^:]*: /, '')}). Elle est refusée : reprenez-la à la page de la source.`,
      { cause },
    );
  const [, why = cause.message] = frenchCauses.find(([pattern]) => pattern.test(cause.message)) ?? [];
  return new ReadingError(`${name} : archive tronquée ou abîmée (${why}). Téléchargez-la de nouveau.`, { cause });
}
