/** Typed tables as sheets of an XLSX workbook: codes stay text, numbers are numbers, no cell is a formula. */
import writeXlsx from 'write-excel-file/node';
import type { TypedTable } from './typed-table.ts';

export interface WorkbookSheet extends TypedTable {
  /** Name of the sheet, 31 characters at the most. */
  readonly name: string;
  /** Widths of the columns, characters; the last holds for the rest. */
  readonly widths?: readonly number[];
}

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const defaultWidth = 24;
/** What Excel holds in one cell. */
const longestCellChars = 32_767;

export async function workbookResponse(sheets: readonly WorkbookSheet[], fileName: string): Promise<Response> {
  const buffer = await writeXlsx(
    sheets.map(({ name, columns, rows, widths = [] }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map((_, i) => ({ width: widths[i] ?? widths.at(-1) ?? defaultWidth })),
      data: [
        columns.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row) =>
          row.map((cell) => {
            if (cell === null) return null;
            return typeof cell === 'number'
              ? { value: cell, type: Number }
              : { value: cell.slice(0, longestCellChars), type: String, wrap: true, format: '@' };
          }),
        ),
      ],
    })),
  ).toBuffer();
  return new Response(new Uint8Array(buffer), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${fileName}.xlsx"` },
  });
}
