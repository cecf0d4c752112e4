/** Delimited text → numbered raw records. The header is found by a column's name, below any title lines. */
import { parse } from 'csv-parse/sync';
import type { CsvFormat, RawRecord } from '../../data/catalogue/raw-record.ts';
import { ReadingError } from '../reading-error.ts';
import { readText } from './text.ts';

export interface NumberedRecord {
  /** Line of the file, the first being 1. */
  readonly line: number;
  readonly record: RawRecord;
}

/** @throws ReadingError when the file as a whole is not the table that was declared, or ends in the middle of a row. */
export function readCsv(name: string, bytes: Uint8Array, format: CsvFormat): NumberedRecord[] {
  const text = readText(name, bytes);
  let lines: { record: string[]; info: { lines: number } }[];
  try {
    lines = parse(text, {
      delimiter: format.delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as typeof lines;
  } catch (cause) {
    throw new ReadingError(
      `${name} : fichier illisible ou tronqué (${(cause as Error).message}). Téléchargez-le de nouveau.`,
      { cause },
    );
  }
  const headerIndex = lines.findIndex(({ record }) => record.some((cell) => cell.trim() === format.headerColumn));
  const header = lines[headerIndex]?.record.map((cell) => cell.trim());
  if (!header)
    throw new ReadingError(
      `${name} : aucune ligne d’en-tête avec la colonne « ${format.headerColumn} ». Est-ce le bon fichier ?`,
    );
  const missing = format.columns.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new ReadingError(
      `${name}, ligne ${lines[headerIndex]?.info.lines} : colonnes absentes : ${missing.join(', ')}. Colonnes lues : ${header.join(', ')}.`,
    );
  const rows = lines.slice(headerIndex + 1);
  const short = rows.find(({ record }) => record.length < header.length);
  if (short)
    throw new ReadingError(
      `${name}, ligne ${short.info.lines} : ${short.record.length} cellules au lieu de ${header.length}, fichier tronqué ? Téléchargez-le de nouveau.`,
    );
  // A cut inside the last cell leaves the right number of cells: only the missing end of line tells.
  if (!/[\r\n]$/.test(text))
    throw new ReadingError(
      `${name}, ligne ${lines.at(-1)?.info.lines} : la dernière ligne n’a pas de fin, fichier tronqué ? Téléchargez-le de nouveau ; s’il est complet, ajoutez un retour à la ligne.`,
    );
  if (rows.length === 0) throw new ReadingError(`${name} : un en-tête et aucune ligne. Téléchargez-le de nouveau.`);
  return rows.map(({ record, info }) => ({
    line: info.lines,
    record: Object.fromEntries(header.map((column, i) => [column, record[i] ?? ''])),
  }));
}
