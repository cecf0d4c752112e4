/** Delimited text → numbered raw records, whole for small files, or as the bytes come. */
import { type Options, parse as parseStream } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { CsvFormat } from '../../data/catalogue/raw-record.ts';
import { ReadingError } from '../reading-error.ts';
import { makeRecords, type NumberedRecord, refuseOtherSeparator } from './records.ts';
import { decodeText, readText } from './text.ts';

/** A header stands well within. */
const headChars = 65_536;

interface ParsedLine {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const optionsOf = ({ delimiter }: CsvFormat): Options => ({
  delimiter,
  bom: true,
  relax_column_count: true,
  skip_empty_lines: true,
  info: true,
});

/** @throws ReadingError when the file as a whole is not the table that was declared, or ends in the middle of a row. */
export function readCsv(name: string, bytes: Uint8Array, format: CsvFormat): NumberedRecord[] {
  const text = readText(name, bytes, format.encoding);
  refuseOtherSeparator(name, text.slice(0, headChars), format);
  let lines: ParsedLine[];
  try {
    lines = parse(text, optionsOf(format)) as unknown as ParsedLine[];
  } catch (cause) {
    throw unreadable(name, cause as Error);
  }
  const maker = makeRecords(name, format);
  const records = lines.flatMap(({ record, info }) => maker.take({ line: info.lines, cells: record }) ?? []);
  checkLastEnd(name, text, lines.at(-1)?.info.lines);
  maker.end();
  return records;
}

/** The same in constant memory. What is wrong with the end of the file is thrown at its end. */
export async function* streamCsv(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  format: CsvFormat,
): AsyncGenerator<NumberedRecord> {
  const parser = parseStream(optionsOf(format));
  const checkHead = (head: string) => refuseOtherSeparator(name, head.slice(0, headChars), format);
  const feeding = feed(decodeText(name, chunks, format.encoding), parser, checkHead);
  // The error of either side is thrown where the records are read.
  feeding.catch((error: Error) => parser.destroy(error));
  const maker = makeRecords(name, format);
  let lastLine: number | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedLine>) {
      lastLine = info.lines;
      const made = maker.take({ line: info.lines, cells: record });
      if (made) yield made;
    }
  } catch (error) {
    throw error instanceof ReadingError ? error : unreadable(name, error as Error);
  }
  checkLastEnd(name, await feeding, lastLine);
  maker.end();
}

/** @returns the last piece of text that is not empty */
async function feed(
  texts: AsyncIterable<string>,
  parser: NodeJS.WritableStream,
  checkHead: (head: string) => void,
): Promise<string> {
  let last = '';
  for await (const text of texts) {
    if (text === '') continue;
    if (last === '') checkHead(text);
    last = text;
    if (!parser.write(text)) await new Promise((resolve) => parser.once('drain', resolve));
  }
  parser.end();
  return last;
}

function unreadable(name: string, cause: Error): ReadingError {
  return new ReadingError(`${name} : fichier illisible ou tronqué (${cause.message}). Téléchargez-le de nouveau.`, {
    cause,
  });
}

/** A cut inside the last cell leaves the right number of cells: only the missing end of line tells. */
function checkLastEnd(name: string, text: string, line: number | undefined): void {
  if (/[\r\n]$/.test(text) || line === undefined) return;
  throw new ReadingError(
    `${name}, ligne ${line} : la dernière ligne n’a pas de fin, fichier tronqué ? Téléchargez-le de nouveau ; s’il est complet, ajoutez un retour à la ligne.`,
  );
}
