import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Play, type PlayedServer, playServer } from '../testing-server.ts';
import { type Downloader, type DownloaderSettings, openDownloader } from './download.ts';

const body = Buffer.from(`code;valeur\n${'91228;42\n'.repeat(20_000)}`);
const etag = '"v1"';
let server: PlayedServer;
let cacheFolder: string;
let waits: number[];

beforeEach(async () => {
  cacheFolder = await mkdtemp(path.join(tmpdir(), 'observatoire-cache-'));
  waits = [];
});
afterEach(async () => {
  await server.close();
  await rm(cacheFolder, { recursive: true });
});

async function play(routes: Record<string, Play>, settings: Partial<DownloaderSettings> = {}): Promise<Downloader> {
  server = await playServer(new Map(Object.entries(routes)));
  return again(settings);
}
/** A later run on the same cache. */
const again = (settings: Partial<DownloaderSettings> = {}) =>
  openDownloader({
    cacheFolder,
    now: () => new Date('2026-11-24T08:00:00Z'),
    sleep: async (ms) => waits.push(ms),
    idleTimeoutMs: 300,
    ...settings,
  });
const at = (name: string) => `${server.origin}/${name}`;

describe('a download', () => {
  it('follows a redirect to an address that holds an upload time, and names the file by its content', async () => {
    const downloader = await play({
      '/last.csv': { status: 302, headers: { location: '/20260902-101500/file.csv' } },
      '/20260902-101500/file.csv': { headers: { etag, 'last-modified': 'Wed, 02 Sep 2026 10:15:00 GMT' }, body },
    });
    const received: [number, number | null][] = [];
    const file = await downloader.download(at('last.csv'), { onBytes: (...bytes) => received.push(bytes) });
    expect(file).toMatchObject({
      url: at('last.csv'),
      finalUrl: at('20260902-101500/file.csv'),
      sha256: createHash('sha256').update(body).digest('hex'),
      bytes: body.length,
      retrievedAt: '2026-11-24T08:00:00.000Z',
      lastModified: '2026-09-02T10:15:00.000Z',
      isFresh: true,
    });
    expect(await readFile(file.path)).toEqual(body);
    expect(received.at(-1)).toEqual([body.length, body.length]);
    expect(await readdir(path.join(cacheFolder, 'objects'))).toEqual([file.sha256]);
  });

  it('downloads nothing that has not changed, and asks once a run', async () => {
    const downloader = await play({
      '/file.csv': (response, request) => {
        if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
        else response.writeHead(200, { etag }).end(body);
      },
    });
    await downloader.download(at('file.csv'));
    await downloader.download(at('file.csv'));
    expect(server.asked).toHaveLength(1);
    expect(await again().download(at('file.csv'))).toMatchObject({ isFresh: false, bytes: body.length });
    expect(server.asked).toHaveLength(2);
  });

  it('asks by date where there is no etag', async () => {
    const lastModified = 'Wed, 02 Sep 2026 10:15:00 GMT';
    const downloader = await play({
      '/file.csv': (response, request) => {
        const isHeld = request.headers['if-modified-since'] === lastModified;
        response.writeHead(isHeld ? 304 : 200, { 'last-modified': lastModified }).end(isHeld ? undefined : body);
      },
    });
    await downloader.download(at('file.csv'));
    expect((await again().download(at('file.csv'))).isFresh).toBe(false);
  });

  it('takes up a connection that was cut where it stopped', async () => {
    const half = Math.floor(body.length / 2);
    const downloader = await play({
      '/file.csv': (response, request, count) => {
        if (count === 1) {
          response.writeHead(200, { etag, 'content-length': String(body.length) });
          response.write(body.subarray(0, half), () => setTimeout(() => response.destroy(), 30));
        } else {
          const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1]);
          response
            .writeHead(206, { etag, 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` })
            .end(body.subarray(from));
        }
      },
    });
    const file = await downloader.download(at('file.csv'));
    expect(await readFile(file.path)).toEqual(body);
    expect(server.asked[1]?.headers).toMatchObject({ range: expect.stringMatching(/^bytes=[1-9]/), 'if-range': etag });
    expect(waits).toEqual([1000]);
  });

  it('starts again when the server does not take up, or the file changed meanwhile', async () => {
    const downloader = await play({
      '/file.csv': (response, _, count) => {
        response.writeHead(200, { etag: `"v${count}"`, 'content-length': String(body.length) });
        if (count === 1) response.write(body.subarray(0, 1000), () => setTimeout(() => response.destroy(), 30));
        else response.end(body);
      },
    });
    expect(await readFile((await downloader.download(at('file.csv'))).path)).toEqual(body);
  });

  it('asks again after an error of the server, and waits as long as it says', async () => {
    const downloader = await play({
      '/file.csv': (response, _, count) => {
        if (count === 1) response.writeHead(500).end('oups');
        else if (count === 2) response.writeHead(503, { 'retry-after': '7' }).end();
        else response.end(body);
      },
    });
    expect((await downloader.download(at('file.csv'))).bytes).toBe(body.length);
    expect(waits).toEqual([1000, 7000]);
  });

  it('waits for a slow server, and gives up one that is silent', async () => {
    const downloader = await play({
      '/slow.csv': (response) => {
        response.writeHead(200, { etag });
        let sent = 0;
        const timer = setInterval(() => {
          sent++;
          if (sent > 5) {
            clearInterval(timer);
            response.end();
          } else response.write('91228;42\n');
        }, 100);
      },
      '/silent.csv': (response) => void response.writeHead(200, { etag }).write('code\n'),
    });
    expect((await downloader.download(at('slow.csv'))).bytes).toBe(45);
    await expect(again({ attempts: 2 }).download(at('silent.csv'))).rejects.toThrow(
      /le serveur n’a rien envoyé pendant 0.3 secondes, après 2 essais\. Réessayez plus tard, ou donnez le fichier avec --from\.$/,
    );
    expect((await readdir(path.join(cacheFolder, 'objects'))).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('reads what a server compresses on the way', async () => {
    const downloader = await play({
      '/file.csv': { headers: { 'content-encoding': 'gzip', etag }, body: gzipSync(body) },
    });
    expect(await readFile((await downloader.download(at('file.csv'))).path)).toEqual(body);
  });

  it('says that there is no file at the address, at once', async () => {
    const downloader = await play({});
    await expect(downloader.download(at('nope.csv'))).rejects.toMatchObject({ isAbsent: true });
    await expect(downloader.download(at('nope.csv'))).rejects.toThrow(
      /nope\.csv : le serveur répond 404 \(il n’y a pas de fichier à cette adresse\)\. L’adresse a changé \?/,
    );
    expect(waits).toEqual([]);
  });

  it('remembers without the network that there was no file, and asks again with it', async () => {
    const downloader = await play({
      '/later.csv': (response, _, count) => void (count < 3 ? response.writeHead(410).end() : response.end(body)),
    });
    await expect(downloader.download(at('later.csv'))).rejects.toMatchObject({ isAbsent: true });
    const offline = again({ isOffline: true }).download(at('later.csv'));
    await expect(offline).rejects.toMatchObject({ isAbsent: true });
    await expect(offline).rejects.toThrow(/le serveur a répondu 410 le 24\/11\/2026 \(il n’y a pas de fichier/);
    expect(server.asked).toHaveLength(1);
    await expect(again().download(at('later.csv'))).rejects.toMatchObject({ isAbsent: true });
    expect((await again().download(at('later.csv'))).bytes).toBe(body.length);
    expect((await again({ isOffline: true }).download(at('later.csv'))).bytes).toBe(body.length);
  });

  it.each([
    ['by its type', { 'content-type': 'text/html; charset=utf-8' }, 'maintenance'],
    ['by its first words', {}, '\ufeff  <!DOCTYPE html><p>maintenance'],
  ])('refuses a web page in place of the file, known %s, and keeps nothing of it', async (_, headers, page) => {
    const downloader = await play({ '/file.csv': { headers: headers as Record<string, string>, body: page } });
    await expect(downloader.download(at('file.csv'))).rejects.toThrow(/c’est une page web, pas un fichier de données/);
    expect(await readdir(path.join(cacheFolder, 'objects'))).toEqual([]);
    await expect(again({ isOffline: true }).download(at('file.csv'))).rejects.toThrow(/n’est pas en cache/);
  });

  it('refuses an empty file', async () => {
    const downloader = await play({ '/file.csv': { body: '' } });
    await expect(downloader.download(at('file.csv'))).rejects.toThrow(/un fichier vide/);
  });

  it('does without the network when it is told to', async () => {
    const downloader = await play({ '/file.csv': { headers: { etag }, body } });
    const { sha256 } = await downloader.download(at('file.csv'));
    expect((await again({ isOffline: true }).download(at('file.csv'))).sha256).toBe(sha256);
    expect(server.asked).toHaveLength(1);
  });

  it('downloads again what is damaged in the cache', async () => {
    const downloader = await play({ '/file.csv': { headers: { etag }, body } });
    const { path: place } = await downloader.download(at('file.csv'));
    await writeFile(place, 'court');
    expect(await readFile((await again().download(at('file.csv'))).path)).toEqual(body);
  });
});
