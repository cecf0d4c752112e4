/** A sheet of a workbook → numbered raw records. Workbooks are small: the whole sheet stands in memory. */
import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import type { XlsxFormat } from '../../data/catalogue/raw-record.ts';
import { checkZip } from '../fetch/unpack.ts';
import { ReadingError } from '../reading-error.ts';
import { makeRecords, type NumberedRecord } from './records.ts';

/** Well above a table of all communes by quarter; text much beyond it does not fit in a string. */
const mostBytes = 500e6;
const zipSignature = Buffer.from('PK\x03\x04', 'latin1');

/** @throws ReadingError when the file is no workbook, the sheet is not in it, or its table is not the declared one */
export async function readXlsx(name: string, path: string, format: XlsxFormat): Promise<NumberedRecord[]> {
  const bytes = await readFile(path);
  // Whatever is no zip at all is told below.
  if (bytes.subarray(0, 4).equals(zipSignature)) await checkZip(path, name, mostBytes);
  const rows = await readSheet(bytes, format.sheet).catch((cause: Error & { sheets?: string[] }) => {
    if (cause.sheets)
      throw new ReadingError(
        `${name} : pas de feuille « ${format.sheet} ». Feuilles du classeur : ${cause.sheets.join(', ')}.`,
        { cause },
      );
    throw new ReadingError(
      `${name} : ce n’est pas un classeur XLSX lisible (${cause.message}). Téléchargez-le de nouveau.`,
      {
        cause,
      },
    );
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  const maker = makeRecords(name, format);
  const records = rows.flatMap((row, i) => {
    if (row.every((cell) => cell === null)) return [];
    const cells = Array.from({ length: width }, (_, column) => toText(row[column] ?? null));
    return maker.take({ line: i + 1, cells }) ?? [];
  });
  maker.end();
  return records;
}

function toText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'number') return String(cell);
  return Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
}
