/** Tables as GeoJSON (RFC 7946): one feature a row, a null geometry where the place is not known. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { aboutTable } from './definitions.ts';
import { type TypedTable, toRecord, type WriteTable } from './typed-table.ts';

async function* toText(table: TypedTable): AsyncGenerator<string> {
  // Members that RFC 7946 does not know are allowed, and ignored by those who do not.
  const head = JSON.stringify({ type: 'FeatureCollection', name: table.name, ...aboutTable(table) });
  yield `${head.slice(0, -1)},"features":[`;
  let separator = '\n';
  for await (const page of table.rows({ withGeometry: true })) {
    let text = '';
    for (const { cells, geometry } of page) {
      text += `${separator}{"type":"Feature","geometry":${geometry},"properties":${JSON.stringify(toRecord(table.columns, cells))}}`;
      separator = ',\n';
    }
    yield text;
  }
  yield '\n]}\n';
}

export const writeGeojson: WriteTable = (table, file) =>
  pipeline(Readable.from(toText(table)), createWriteStream(file));
