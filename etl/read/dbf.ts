/**
 * The attribute table of a shapefile → numbered raw records, as the bytes come: dBASE III, cells as they are written.
 * Our own reader: those on npm turn numbers to floats, believe the `.cpg`, or want the whole table in memory.
 */
import type { DbfFormat } from '../../data/catalogue/raw-record.ts';
import { ReadingError } from '../reading-error.ts';
import { makeRecords, type NumberedRecord } from './records.ts';

interface Layout {
  readonly records: number;
  readonly headerBytes: number;
  readonly recordBytes: number;
  readonly fields: readonly { readonly name: string; readonly bytes: number }[];
}

const endOfHeader = 0x0d;
const deleted = 0x2a;

/** @throws ReadingError when the table is not a dBASE one, lacks a column, or is cut */
export async function* streamDbf(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  format: DbfFormat,
): AsyncGenerator<NumberedRecord> {
  const decoder = new TextDecoder(format.encoding);
  const maker = makeRecords(name, format);
  let held: Uint8Array = new Uint8Array();
  let layout: Layout | null = null;
  let line = 0;
  for await (const chunk of chunks) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (!layout) {
      layout = findLayout(name, held, decoder);
      if (!layout) continue;
      held = held.subarray(layout.headerBytes);
      maker.take({ line: 1, cells: layout.fields.map((field) => field.name) });
    }
    let at = 0;
    for (; at + layout.recordBytes <= held.length && line < layout.records; at += layout.recordBytes) {
      line++;
      if (held[at] === deleted) continue;
      const made = maker.take({ line, cells: readCells(held, at + 1, layout, decoder) });
      if (made) yield made;
    }
    held = held.subarray(at);
  }
  if (!layout) throw notDbf(name);
  if (line < layout.records)
    throw new ReadingError(
      `${name} : ${line} lignes sur les ${layout.records} annoncées, fichier tronqué. Téléchargez-le de nouveau.`,
    );
  maker.end();
}

/** @returns null while the header is not whole */
function findLayout(name: string, bytes: Uint8Array, decoder: TextDecoder): Layout | null {
  if (bytes.length < 32) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if ((bytes[0] ?? 0) % 8 !== 3 || headerBytes < 65 || recordBytes < 2) throw notDbf(name);
  if (bytes.length < headerBytes) return null;
  const fields: { name: string; bytes: number }[] = [];
  for (let at = 32; at + 32 < headerBytes && bytes[at] !== endOfHeader; at += 32)
    fields.push({
      name: decoder
        .decode(bytes.subarray(at, at + 11))
        .replace(/\0.*$/s, '')
        .trim(),
      bytes: bytes[at + 16] ?? 0,
    });
  if (fields.reduce((sum, field) => sum + field.bytes, 1) !== recordBytes) throw notDbf(name);
  return { records: view.getUint32(4, true), headerBytes, recordBytes, fields };
}

function readCells(bytes: Uint8Array, from: number, { fields }: Layout, decoder: TextDecoder): string[] {
  let at = from;
  return fields.map((field) => {
    const cell = decoder
      .decode(bytes.subarray(at, at + field.bytes))
      .replaceAll('\0', '')
      .trim();
    at += field.bytes;
    return cell;
  });
}

function notDbf(name: string): ReadingError {
  return new ReadingError(
    `${name} : ce n’est pas la table d’un shapefile (.dbf). Est-ce le bon fichier ? Téléchargez-le de nouveau.`,
  );
}
