import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../testing-files.ts';
import { gunzipFile, openZipEntry } from './unpack.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-archives-'));
});
afterAll(() => rm(folder, { recursive: true }));

const text = 'code;valeur\n91228;42\n'.repeat(1000);
async function read(stream: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const chunk of stream) bytes += chunk.length;
  return bytes;
}
async function zip(entries: Parameters<typeof writeZip>[0], cut = 0): Promise<string> {
  const file = path.join(folder, `${Math.random()}.zip`);
  const bytes = writeZip(entries);
  await writeFile(file, bytes.subarray(0, bytes.length - cut));
  return file;
}
const open = async (file: string) =>
  read((await openZipEntry(file, 'archive.zip', (name) => name.endsWith('.csv'))).stream);

describe('a zip archive', () => {
  it('gives the entry that is wanted, the table rather than what describes it', async () => {
    const entries = [
      { name: 'meta_table.csv', bytes: Buffer.from('x') },
      { name: 'table.csv', bytes: Buffer.from(text) },
      { name: 'lisez-moi.txt', bytes: Buffer.from('y') },
    ];
    expect(await open(await zip(entries))).toBe(text.length);
  });

  it('names what it holds when the entry is not there', async () => {
    await expect(open(await zip([{ name: 'a.txt', bytes: Buffer.from('x') }]))).rejects.toThrow(
      'archive.zip : l’archive ne contient pas le fichier attendu. Elle contient : a.txt.',
    );
  });

  it.each(['../table.csv', '/etc/table.csv', 'a/../../table.csv'])(
    'is refused whole when a name leads outside: %s',
    async (name) => {
      const entries = [
        { name: 'table.csv', bytes: Buffer.from(text) },
        { name, bytes: Buffer.from('x') },
      ];
      await expect(open(await zip(entries))).rejects.toThrow(/un nom de fichier qui mène hors d’elle/);
    },
  );

  it('is refused when it unpacks to hundreds of times its size', async () => {
    await expect(open(await zip([{ name: 'table.csv', bytes: Buffer.alloc(20e6) }]))).rejects.toThrow(
      /table\.csv fait plus de 200 fois la taille de l’archive/,
    );
  });

  it('is refused when it is cut', async () => {
    await expect(open(await zip([{ name: 'table.csv', bytes: Buffer.from(text) }], 30))).rejects.toThrow(
      /archive tronquée ou abîmée/,
    );
  });
});

describe('a gzip', () => {
  it.each([
    ['gives its text', gzipSync(text), text.length],
    ['fails when it is cut', gzipSync(text).subarray(0, 60), /archive tronquée ou abîmée/],
    ['fails when it unpacks to hundreds of times its size', gzipSync(Buffer.alloc(20e6)), /plus de 200 fois/],
  ])('%s', async (_, bytes, expected) => {
    const file = path.join(folder, `${Math.random()}.gz`);
    await writeFile(file, bytes);
    const result = gunzipFile(file, 'table.csv.gz').then(read);
    if (typeof expected === 'number') expect(await result).toBe(expected);
    else await expect(result).rejects.toThrow(expected);
  });
});
