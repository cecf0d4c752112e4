/** Tables as JSON: what they hold, then one object a row. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Table } from '../contract.ts';
import { aboutTable } from './definitions.ts';
import { type TypedTable, toRecord, type WriteTable } from './typed-table.ts';

async function* toText(table: TypedTable): AsyncGenerator<string> {
  const head = JSON.stringify({ ...aboutTable(table), total: table.rowCount });
  yield `${head.slice(0, -1)},"lignes":[`;
  let separator = '\n';
  for await (const page of table.rows({ withGeometry: false })) {
    let text = '';
    for (const { cells } of page) {
      text += separator + JSON.stringify(toRecord(table.columns, cells));
      separator = ',\n';
    }
    yield text;
  }
  yield '\n]}\n';
}

/** The table with its first rows alone: pages after them are not read. */
export async function readFirstRows(table: TypedTable, most: number): Promise<Table> {
  const lignes: Table['lignes'] = [];
  for await (const page of table.rows({ withGeometry: false })) {
    lignes.push(...page.slice(0, most - lignes.length).map(({ cells }) => toRecord(table.columns, cells)));
    if (lignes.length >= most) break;
  }
  return { ...aboutTable(table), total: table.rowCount, lignes };
}

export const writeTableJson: WriteTable = (table, file) =>
  pipeline(Readable.from(toText(table)), createWriteStream(file));
