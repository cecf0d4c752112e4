/** Tables as CSV, in two forms: for machines, and for Excel in French. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { requireDownloadFormat } from '../../data/catalogue/download-formats.ts';
import { type Cell, fileNameOf, type TypedTable, type WriteTable } from './typed-table.ts';

/** A small table whose columns are told by their names alone. */
export interface PlainTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export type CsvFormat = 'csv' | 'csv-excel';

/**
 * `csv`: RFC 4180, UTF-8, comma, decimal point. `csv-excel`: UTF-8 with BOM, semicolon, decimal comma.
 * In both a text that a spreadsheet would run as a formula is preceded by an apostrophe; codes stay text as they are.
 */
export function toCsv({ columns, rows }: PlainTable, format: CsvFormat): string {
  return toLines([columns, ...rows], format, { isStart: true });
}

function toLines(rows: readonly (readonly Cell[])[], format: CsvFormat, { isStart }: { isStart: boolean }): string {
  const isExcel = format === 'csv-excel';
  return stringify(
    rows.map((row) => [...row]),
    {
      delimiter: isExcel ? ';' : ',',
      record_delimiter: 'windows',
      bom: isExcel && isStart,
      escape_formulas: true,
      cast: {
        number: (value) => (isExcel ? String(value).replace('.', ',') : String(value)),
        boolean: (value) => (isExcel ? (value ? 'oui' : 'non') : String(value)),
      },
    },
  );
}

async function* toText(table: TypedTable, format: CsvFormat): AsyncGenerator<string> {
  yield toLines([table.columns.map(({ name }) => name)], format, { isStart: true });
  for await (const page of table.rows({ withGeometry: false }))
    yield toLines(
      page.map(({ cells }) => cells),
      format,
      { isStart: false },
    );
}

/** @returns the writer of a form of CSV */
export function csvWriter(format: CsvFormat): WriteTable {
  return (table, file) => pipeline(Readable.from(toText(table, format)), createWriteStream(file));
}

export function csvResponse(table: PlainTable, format: CsvFormat, fileName: string): Response {
  return new Response(toCsv(table, format), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${fileNameOf({ fileName }, requireDownloadFormat(format))}"`,
    },
  });
}
