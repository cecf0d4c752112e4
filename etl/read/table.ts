/** A file, in the format that its source declares → numbered raw records, unpacked and streamed. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { TableFormat } from '../../data/catalogue/raw-record.ts';
import { gunzipFile, openZipEntry } from '../fetch/unpack.ts';
import type { FetchedFile } from '../fetched-file.ts';
import { ReadingError } from '../reading-error.ts';
import { streamCsv } from './csv.ts';
import { streamDbf } from './dbf.ts';
import type { NumberedRecord } from './records.ts';
import { readXlsx } from './xlsx.ts';

/** @throws ReadingError, where the records are read, when the file is not the table that is declared */
export async function* readTable(file: FetchedFile, format: TableFormat): AsyncGenerator<NumberedRecord> {
  if ((await stat(file.path)).size === 0)
    throw new ReadingError(`${file.name} : fichier vide. Téléchargez-le de nouveau.`);
  if (format.kind === 'xlsx') yield* await readXlsx(file.name, file.path, format);
  else if (format.kind === 'dbf') yield* streamDbf(file.name, await openTable(file, format), format);
  else yield* streamCsv(file.name, await openTable(file, format), format);
}

/** The bytes of the table itself, out of what it is wrapped in. */
export async function openTable(
  { path, name }: Pick<FetchedFile, 'path' | 'name'>,
  { wrapping }: Pick<TableFormat, 'wrapping'>,
): Promise<AsyncIterable<Uint8Array>> {
  if (wrapping === undefined) return createReadStream(path);
  if (wrapping === 'gzip') return gunzipFile(path, name);
  const ending = wrapping.zipEntry.toLowerCase();
  return (await openZipEntry(path, name, (entry) => entry.toLowerCase().endsWith(ending))).stream;
}
