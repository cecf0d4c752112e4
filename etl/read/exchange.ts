/** A file of an exchange table, CSV or our XLSX template once filled → numbered raw records. */
import { readFile } from 'node:fs/promises';
import { templateSheet } from '../../data/catalogue/template-sheet.ts';
import type { ExchangeTable } from '../../data/tables/declare.ts';
import type { FetchedFile } from '../fetched-file.ts';
import { readCsv } from './csv.ts';
import type { NumberedRecord } from './records.ts';
import { readXlsx } from './xlsx.ts';

/** @throws ReadingError when the file is not the table */
export async function readExchangeFile(
  { name, path }: FetchedFile,
  { format }: Pick<ExchangeTable<never>, 'format'>,
): Promise<NumberedRecord[]> {
  if (!name.endsWith('.xlsx')) return readCsv(name, await readFile(path), format);
  return readXlsx(name, path, { ...format, kind: 'xlsx', sheet: templateSheet });
}
