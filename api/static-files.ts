/** Files of a folder listed once at the start: an address can name nothing else on the disk. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

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

/** @returns the answer for a path below the folder, or null when there is no such file. */
export type StaticFiles = (name: string, cacheControl: string) => Promise<Response | null>;

export function openStaticFiles(folder: string): StaticFiles {
  const names = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
  );
  return async (name, cacheControl) => {
    if (!names.has(name)) return null;
    return new Response(new Uint8Array(await readFile(path.join(folder, name))), {
      headers: {
        'content-type': types[path.extname(name)] ?? 'application/octet-stream',
        'cache-control': cacheControl,
      },
    });
  };
}
