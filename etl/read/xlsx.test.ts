import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { XlsxFormat } from '../../data/catalogue/raw-record.ts';
import { writeTable, writeZip } from '../testing-files.ts';
import { readXlsx } from './xlsx.ts';

const format: XlsxFormat = { kind: 'xlsx', sheet: 'Communes', headerColumn: 'code', columns: ['code'] };
let folder: string;
let sound: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-classeurs-'));
  sound = await writeTable(format, [
    ['code', 'nom'],
    ['01001', 'Inventée'],
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Buffer) {
  const file = path.join(folder, `${Math.random()}.xlsx`);
  await writeFile(file, bytes);
  return readXlsx('classeur.xlsx', file, format);
}
const sheet = 'xl/worksheets/sheet1.xml';
const bomb = writeZip([{ name: sheet, bytes: Buffer.alloc(20e6, ' ') }]);

/** The workbook, with the entry of another archive that its listing says nothing of. */
function hide(archive: Buffer): Buffer {
  const end = sound.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const listingAt = sound.readUInt32LE(end + 16);
  const entry = archive.subarray(0, archive.indexOf('PK\x01\x02', 0, 'latin1'));
  const tail = Buffer.from(sound.subarray(listingAt));
  tail.writeUInt32LE(listingAt + entry.length, end - listingAt + 16);
  return Buffer.concat([sound.subarray(0, listingAt), entry, tail]);
}

/** The archive, that says its one entry unpacks to a hundred bytes. */
function understate(archive: Buffer): Buffer {
  const bytes = Buffer.from(archive);
  bytes.writeUInt32LE(100, 22);
  bytes.writeUInt32LE(100, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 24);
  return bytes;
}

describe('a workbook', () => {
  it('is read with the zeros of its codes', async () => {
    expect(await read(sound)).toEqual([{ line: 4, record: { code: '01001', nom: 'Inventée' } }]);
  });

  it.each([
    ['unpacks to hundreds of times its size', () => bomb, /^classeur\.xlsx : le contenu fait plus de 200 fois/],
    [
      'says that it unpacks to less',
      () => understate(bomb),
      /^classeur\.xlsx : archive tronquée ou abîmée \(un fichier n’y a pas la taille annoncée\)/,
    ],
    ['holds what it does not list', () => hide(bomb), /^classeur\.xlsx : archive .*des données n’y sont pas annoncées/],
    [
      'has a name that leads outside',
      () => writeZip([{ name: `../${sheet}`, bytes: Buffer.from('<x/>') }]),
      /^classeur\.xlsx : l’archive contient un nom de fichier qui mène hors d’elle \(\.\.\/xl/,
    ],
    ['is cut', () => sound.subarray(0, sound.length - 200), /^classeur\.xlsx : archive tronquée ou abîmée/],
    ['is a page', () => Buffer.from('<html></html>'), /^classeur\.xlsx : ce n’est pas un classeur XLSX lisible/],
  ])('is refused when it %s', async (_, bytes, reason) => {
    await expect(read(bytes())).rejects.toThrow(reason);
  });
});
