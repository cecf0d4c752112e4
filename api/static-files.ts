/** Files of a folder listed once at the start: an address can name nothing else on the disk. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { acceptsGzip } from './headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};
/** Already compressed: gzip would only cost time. */
const dense = new Set(['.png', '.ico', '.woff2']);

export interface FileRequest {
  /** Path below the folder. */
  readonly name: string;
  readonly cacheControl: string;
  /** The client's `accept-encoding`. */
  readonly encodings: string | undefined;
}

/** @returns the answer for a path below the folder, or null when there is no such file. */
export type StaticFiles = (request: FileRequest) => Promise<Response | null>;

/** Each file is read and compressed once: the map's script takes longer to compress than to send. */
export function openStaticFiles(folder: string): StaticFiles {
  const names = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
  );
  const compressed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const read = async (name: string) => new Uint8Array(await readFile(path.join(folder, name)));
  async function readCompressed(name: string): Promise<Uint8Array<ArrayBuffer>> {
    let bytes = compressed.get(name);
    if (!bytes) {
      bytes = read(name).then(async (plain) => new Uint8Array(await promisify(gzip)(plain)));
      compressed.set(name, bytes);
    }
    return bytes;
  }
  return async ({ name, cacheControl, encodings }) => {
    if (!names.has(name)) return null;
    const extension = path.extname(name);
    const headers = {
      'content-type': types[extension] ?? 'application/octet-stream',
      'cache-control': cacheControl,
      vary: 'accept-encoding',
    };
    if (dense.has(extension) || !acceptsGzip(encodings ?? null)) return new Response(await read(name), { headers });
    return new Response(await readCompressed(name), { headers: { ...headers, 'content-encoding': 'gzip' } });
  };
}
