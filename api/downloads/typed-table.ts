/** A table of typed cells, and its two CSV forms: for machines, and for Excel in French. */
import { stringify } from 'csv-stringify/sync';

export interface TypedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export type CsvFormat = 'csv' | 'csv-excel';

/**
 * `csv`: RFC 4180, UTF-8, comma, decimal point. `csv-excel`: UTF-8 with BOM, semicolon, decimal comma.
 * In both a text that a spreadsheet would run as a formula is preceded by an apostrophe; codes stay text as they are.
 */
export function toCsv({ columns, rows }: TypedTable, format: CsvFormat): string {
  const isExcel = format === 'csv-excel';
  return stringify([columns as string[], ...rows.map((row) => [...row])], {
    delimiter: isExcel ? ';' : ',',
    record_delimiter: 'windows',
    bom: isExcel,
    escape_formulas: true,
    cast: { number: (value) => (isExcel ? String(value).replace('.', ',') : String(value)) },
  });
}

export function csvResponse(table: TypedTable, format: CsvFormat, fileName: string): Response {
  return new Response(toCsv(table, format), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${fileName}.csv"`,
    },
  });
}
