/** Lines of cells → numbered raw records. The header is found by a column's name, below any title lines. */
import type { CsvFormat, RawRecord, TableFormat } from '../../data/catalogue/raw-record.ts';
import { ReadingError } from '../reading-error.ts';

export interface NumberedRecord {
  /** Line of the file, or row of the sheet, the first being 1. */
  readonly line: number;
  readonly record: RawRecord;
}

export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RecordMaker {
  /** null for a line that is above the header, or the header itself. @throws ReadingError for a row that is cut */
  take(line: Line): NumberedRecord | null;
  /** @throws ReadingError when there was no header, or no row below it */
  end(): void;
}

const separators = [';', ',', '\t', '|'] as const;
/** No-break spaces are spaces to whoever names a column. */
const tidy = (cell: string) => cell.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

export function makeRecords(name: string, format: TableFormat): RecordMaker {
  const named = format.kind === 'dbf' ? null : format.headerColumn;
  let header: readonly string[] | null = null;
  let firstText = '';
  let rows = 0;
  return {
    take: ({ line, cells }) => {
      if (header) {
        rows++;
        if (cells.length < header.length)
          throw new ReadingError(
            `${name}, ligne ${line} : ${cells.length} cellules au lieu de ${header.length}, fichier tronqué ? Téléchargez-le de nouveau.`,
          );
        const record: Record<string, string> = {};
        for (const [i, column] of header.entries()) record[column] = cells[i] ?? '';
        return { line, record };
      }
      if (firstText === '') firstText = cells.join('');
      const found = cells.map(tidy);
      if (named !== null && !found.includes(named)) return null;
      const missing = format.columns.filter((column) => !found.includes(column));
      if (missing.length > 0) throw absentColumns(name, line, missing, found);
      header = found;
      return null;
    },
    end: () => {
      if (!header) throw noHeader(name, format, named ?? '', firstText);
      if (rows === 0) throw new ReadingError(`${name} : un en-tête et aucune ligne. Téléchargez-le de nouveau.`);
    },
  };
}

function absentColumns(name: string, line: number, missing: readonly string[], found: readonly string[]): ReadingError {
  const alike = missing.flatMap((column) => found.find((one) => fold(one) === fold(column)) ?? []);
  const hint = alike.length > 0 ? ` Serait-ce ${alike.map((one) => `« ${one} »`).join(', ')} ?` : '';
  return new ReadingError(
    `${name}, ligne ${line} : colonnes absentes : ${missing.join(', ')}. Colonnes lues : ${found.join(', ')}.${hint}`,
  );
}

const fold = (column: string) =>
  column
    .normalize('NFD')
    .replace(/[^a-zA-Z0-9]/g, '')
    .toLowerCase();

function noHeader(name: string, format: TableFormat, column: string, firstText: string): ReadingError {
  if (format.kind === undefined || format.kind === 'csv') {
    const used = findSeparator(firstText, column);
    if (used && used !== format.delimiter) return otherSeparator(name, used, format.delimiter);
  }
  return new ReadingError(`${name} : aucune ligne d’en-tête avec la colonne « ${column} ». Est-ce le bon fichier ?`);
}

/** The separator that makes a cell of the line be the column's name, quoted or not. */
function findSeparator(line: string, column: string): string | undefined {
  const bare = (cell: string) => tidy(cell).replace(/^"(.*)"$/, '$1');
  return separators.find((separator) => line.includes(separator) && line.split(separator).map(bare).includes(column));
}

function otherSeparator(name: string, used: string, expected: string): ReadingError {
  return new ReadingError(
    `${name} : les colonnes semblent séparées par « ${used === '\t' ? 'tabulation' : used} », or c’est « ${expected} » qui est attendu. Enregistrez le fichier avec ce séparateur, ou reprenez le fichier officiel.`,
  );
}

/**
 * Told before anything is cut into cells: quoted cells under another separator look like quotes out of place.
 * @param head the start of the file, header included
 * @throws ReadingError when the header is there, under another separator only
 */
export function refuseOtherSeparator(name: string, head: string, { headerColumn, delimiter }: CsvFormat): void {
  const used = head.split(/\r?\n|\r/).flatMap((line) => findSeparator(line, headerColumn) ?? []);
  const [first] = used;
  if (first && !used.includes(delimiter)) throw otherSeparator(name, first, delimiter);
}
