/** Tables as JSON: what they hold, then one object a row. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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

export const writeTableJson: WriteTable = (table, file) =>
  pipeline(Readable.from(toText(table)), createWriteStream(file));
