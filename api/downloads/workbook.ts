/** Tables as sheets of an XLSX workbook: codes stay text, numbers are numbers, dates are dates, no cell is a formula. */
import { writeFile } from 'node:fs/promises';
import writeXlsx, { type Cell as SheetCell } from 'write-excel-file/node';
import { requireDownloadFormat } from '../../data/catalogue/download-formats.ts';
import type { PlainTable } from './csv.ts';
import { definitionColumns, definitionRows, definitionTitle } from './definitions.ts';
import type { Cell, Column, WriteTable } from './typed-table.ts';
import { dateZipEntries } from './zip-dates.ts';

export interface WorkbookSheet extends PlainTable {
  /** Name of the sheet, 31 characters at the most. */
  readonly name: string;
  /** Widths of the columns, characters; the last holds for the rest. */
  readonly widths?: readonly number[];
}

const defaultWidth = 24;
/** What Excel holds in one cell. */
const longestCellChars = 32_767;

const toText = (text: string, wrap: boolean) => ({
  value: text.slice(0, longestCellChars),
  type: String,
  wrap,
  format: '@',
});

function toSheetCell(cell: Cell): SheetCell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  return typeof cell === 'boolean' ? { value: cell, type: Boolean } : toText(cell, true);
}

/** A format only changes what is shown: the cell holds the number as it is. */
function toTypedCell({ type, unit }: Column, cell: Cell): SheetCell {
  if (cell === null) return null;
  switch (type) {
    case 'boolean':
      return { value: cell as boolean, type: Boolean };
    case 'date':
      return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
    case 'integer':
    case 'number':
      return { value: cell as number, type: Number, ...(unit?.startsWith('ratio') && { format: '0.00%' }) };
    case 'string':
      return toText(String(cell), false);
  }
}

const toHeader = (names: readonly string[]) =>
  names.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const, wrap: true }));

function toSheet({ name, columns, rows, widths = [] }: WorkbookSheet) {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map((_, i) => ({ width: widths[i] ?? widths.at(-1) ?? defaultWidth })),
    data: [toHeader(columns), ...rows.map((row) => row.map(toSheetCell))],
  };
}

export async function workbookResponse(sheets: readonly WorkbookSheet[], fileName: string): Promise<Response> {
  const buffer = await writeXlsx(sheets.map(toSheet)).toBuffer();
  return new Response(new Uint8Array(buffer), {
    headers: {
      'content-type': requireDownloadFormat('xlsx').mediaType,
      'content-disposition': `attachment; filename="${fileName}.xlsx"`,
    },
  });
}

/** The library wants the whole sheet at once: memory grows with the rows, which the format therefore bounds. */
export const writeWorkbook: WriteTable = async (table, file) => {
  const { columns } = table;
  const data: SheetCell[][] = [toHeader(columns.map(({ name }) => name))];
  for await (const page of table.rows({ withGeometry: false }))
    for (const { cells } of page) data.push(columns.map((column, i) => toTypedCell(column, cells[i] ?? null)));
  const buffer = await writeXlsx([
    {
      sheet: 'Données',
      stickyRowsCount: 1,
      columns: columns.map(({ name, type }) => ({ width: widthOf(name, type) })),
      data,
    },
    toSheet({
      name: definitionTitle,
      columns: [...definitionColumns],
      rows: definitionRows(table),
      widths: [14, 26, 40, 90],
    }),
  ]).toBuffer();
  dateZipEntries(buffer, table.dataOn);
  await writeFile(file, buffer);
};

const widthOf = (name: string, type: Column['type']) => (type === 'string' && name !== 'code' ? defaultWidth : 14);
