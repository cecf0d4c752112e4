/** Writers of the formats that are read, for tests: a table in each of them, and archives, sound or not. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import writeXlsx from 'write-excel-file/node';
import type { TableFormat } from '../data/catalogue/raw-record.ts';

/** Lines of cells, the header first. */
export type Cells = readonly (readonly string[])[];

/** The bytes of a file that holds these cells in a declared format, sound. */
export async function writeTable(format: TableFormat, cells: Cells): Promise<Buffer> {
  if (format.kind === 'xlsx') {
    const title = [['Classeur inventé pour les tests'], []];
    const data = [...title, ...cells].map((line) => line.map((value) => ({ value, type: String })));
    return writeXlsx([{ data, sheet: format.sheet }]).toBuffer();
  }
  const bytes = format.kind === 'dbf' ? writeDbf(cells) : Buffer.from(toText(cells, format.delimiter));
  return wrap(format, bytes);
}

export function wrap({ wrapping }: Pick<TableFormat, 'wrapping'>, bytes: Buffer): Buffer {
  if (wrapping === undefined) return bytes;
  return wrapping === 'gzip' ? gzipSync(bytes) : writeZip([{ name: `invente${wrapping.zipEntry}`, bytes }]);
}

export function toText(cells: Cells, delimiter: string): string {
  return cells.map((line) => `${line.join(delimiter)}\n`).join('');
}

/** A dBASE III table, latin-1, every column as text. */
function writeDbf([header = [], ...rows]: Cells): Buffer {
  const widths = header.map((_, i) => Math.max(1, ...rows.map((row) => row[i]?.length ?? 0)));
  const head = Buffer.alloc(32 + 32 * header.length + 1);
  head.writeUInt8(3, 0);
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(1 + widths.reduce((sum, width) => sum + width, 0), 10);
  for (const [i, name] of header.entries()) {
    head.write(`${name}\0`.slice(0, 11), 32 + 32 * i, 'latin1');
    head.write('C', 32 + 32 * i + 11, 'latin1');
    head.writeUInt8(widths[i] ?? 1, 32 + 32 * i + 16);
  }
  head.writeUInt8(0x0d, head.length - 1);
  const lines = rows.map((row) => ` ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join('')}`);
  return Buffer.concat([head, Buffer.from(`${lines.join('')}\x1a`, 'latin1')]);
}

/** A zip archive of deflated entries. */
export function writeZip(entries: readonly { readonly name: string; readonly bytes: Buffer }[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const position = Buffer.alloc(14);
    position.writeUInt32LE(offset, 10);
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, position, Buffer.from(name));
    files.push(file);
    offset += file.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listing, end]);
}
