/** Files over HTTP: in part, not at all, by their headers alone, and to a client that leaves. */
import { readdirSync, readlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { problemSchema } from './contract.ts';
import { serveApp } from './serve.ts';
import { seedDatabase } from './testing.ts';

let database: Database;
let folder: string;
let server: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  database = await openTestDatabase();
  await seedDatabase(database);
  folder = await mkdtemp(path.join(tmpdir(), 'served-exports-'));
  server = await serveApp({
    host: '127.0.0.1',
    port: 0,
    database,
    tilesFolder: folder,
    exportsFolder: path.join(folder, 'exports'),
    now: () => new Date(0),
    log: (line) => logged.push(line),
  });
});
afterAll(async () => {
  await server.close();
  await database.close();
  await rm(folder, { recursive: true });
});
const logged: string[] = [];

const values = '/api/v1/indicateurs/couverture-ftth/valeurs';
const ask = (format: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.url}${values}?format=${format}`, { method, headers: { 'accept-encoding': 'identity', ...headers } });

describe('a file', () => {
  it('is sent whole, with its length, its strong tag, its name and its type', async () => {
    const response = await ask('gpkg');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-length': String(bytes.length),
      'content-type': 'application/geopackage+sqlite3',
      'content-disposition': 'attachment; filename="couverture-ftth_communes_91_2026-T2.gpkg"',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
    expect(bytes.subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it.each([
    ['bytes=0-9', 0, 9],
    ['bytes=10-', 10, -1],
    ['bytes=-5', -5, -1],
    ['bytes=0-99999999', 0, -1],
  ])('is sent in part: %s', async (range, first, last) => {
    const whole = Buffer.from(await (await ask('parquet')).arrayBuffer());
    const [start, end] = [(first + whole.length) % whole.length, (last + whole.length) % whole.length];
    const response = await ask('parquet', { range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/${whole.length}`);
    expect(response.headers.get('content-length')).toBe(String(end - start + 1));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(whole.subarray(start, end + 1));
  });

  it.each(['bytes=9-3', 'lines=0-3', 'bytes=0-1,4-5', 'bytes=-', 'bytes=a-b'])(
    'is sent whole when what is asked for is not one range of bytes: %s',
    async (range) => {
      const response = await ask('csv', { range });
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBe(Number(response.headers.get('content-length')));
    },
  );

  it.each(['bytes=99999999-', 'bytes=-0'])('has no part beyond its end: %s', async (range) => {
    const length = (await ask('csv', {}, 'HEAD')).headers.get('content-length');
    const response = await ask('csv', { range });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${length}`);
    expect(problemSchema.parse(await response.json()).detail).toContain(`qui a ${length} octets`);
  });

  it('is told of without being sent (HEAD)', async () => {
    const response = await ask('xlsx', {}, 'HEAD');
    const whole = await ask('xlsx');
    for (const name of ['content-length', 'content-type', 'content-disposition', 'etag', 'accept-ranges'])
      expect(response.headers.get(name), name).toBe(whole.headers.get(name));
    expect(await response.text()).toBe('');
    await whole.arrayBuffer();
  });

  it('is not sent to a client that has it, and goes on only for one that has the same', async () => {
    const etag = (await ask('fgb', {}, 'HEAD')).headers.get('etag') ?? '';
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask('fgb', { 'if-none-match': held });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const statusFor = async (ifRange: string) => (await ask('fgb', { range: 'bytes=0-9', 'if-range': ifRange })).status;
    expect(await Promise.all([etag, `W/${etag}`, '"other"'].map(statusFor))).toEqual([206, 200, 200]);
  });

  it('is compressed on the way where that helps, never in part', async () => {
    const gzip = { 'accept-encoding': 'gzip' };
    const [csv, part, gpkg] = await Promise.all([
      ask('csv', gzip),
      ask('csv', { ...gzip, range: 'bytes=0-1999' }),
      ask('gpkg', gzip),
    ]);
    expect([csv, part, gpkg].map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', null, null]);
    expect(csv.headers.get('etag')).toMatch(/^W\//);
    expect(await csv.text()).toBe(await (await ask('csv')).text());
    await Promise.all([part.arrayBuffer(), gpkg.arrayBuffer()]);
  });

  it('changes with the data, and is otherwise the same to the byte when it is made again', async () => {
    const other = await serveApp({
      host: '127.0.0.1',
      port: 0,
      database,
      tilesFolder: folder,
      now: () => new Date(1e12),
      log: () => {},
    });
    try {
      for (const format of ['csv', 'csv-excel', 'xlsx', 'geojson', 'gpkg', 'fgb', 'parquet']) {
        const again = await fetch(`${other.url}${values}?format=${format}`, { method: 'HEAD' });
        expect(again.headers.get('etag'), format).toBe((await ask(format, {}, 'HEAD')).headers.get('etag'));
      }
    } finally {
      await other.close();
    }
    const before = (await ask('csv', {}, 'HEAD')).headers.get('etag');
    await database.query(`update load set revision = revision + 1 where source = 'arcep-deploiement'`);
    await database.query(`update observation set value_number = value_number + 1 where measure = 'locaux_ftth'`);
    expect((await ask('csv', {}, 'HEAD')).headers.get('etag')).not.toBe(before);
  });

  it.each(['identity', 'gzip'])('is let go when its reader leaves in the middle (%s)', async (encoding) => {
    // Long enough not to fit in the buffers of a socket.
    await database.query(`update territory set geom_4326 = st_segmentize(geom_4326, 0.000002) where level = 'commune'`);
    await database.query(`update load set revision = revision + 1 where source = 'arcep-deploiement'`);
    const open = () => openFiles(path.join(folder, 'exports'));
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { 'accept-encoding': encoding };
      httpGet(`${server.url}${values}?format=geojson`, { headers }, resolve).once('error', reject);
    });
    expect(response.headers['content-encoding'] ?? 'identity').toBe(encoding);
    await new Promise((resolve) => response.once('readable', resolve));
    expect(open()).toBe(1);
    response.destroy();
    for (let i = 0; i < 100 && open() > 0; i++) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(open()).toBe(0);
    expect(logged).toEqual([]);
  });
});

/** Files below a folder that this process has open. */
function openFiles(below: string): number {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(below);
    } catch {
      return false;
    }
  }).length;
}
