import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
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
const logged: string[] = [];

function options(port: number) {
  const now = () => new Date(0);
  const log = (line: string) => logged.push(line);
  return { host: '127.0.0.1', port, database, tilesFolder: folder, dashboardFolder: folder, now, log };
}

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'dashboard-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Carte</title>');
  await writeFile(path.join(folder, 'assets', 'main-abc.js'), 'export {};');
  server = await serveApp(options(0));
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const html = { accept: 'text/html' };

describe('the dashboard', () => {
  it('gives the page for the address of a screen, never for a file, the API or a tile', async () => {
    for (const address of ['/', '/methode', '/projets?theme=x']) {
      const response = await fetch(server.url + address, { headers: html });
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<title>Carte</title>');
    }
    for (const address of ['/nope.js', '/api/nope', '/tiles/nope', '/assets/other.js'])
      expect((await fetch(server.url + address, { headers: html })).status).toBe(404);
  });

  it('keeps hashed assets for ever, under the policy', async () => {
    const response = await fetch(`${server.url}/assets/main-abc.js`);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['/../package.json', '/assets/../../package.json', '/%2e%2e/package.json', '/..%2fpackage.json'])(
    'names nothing outside its folder: %s',
    async (target) => {
      const { port } = new URL(server.url);
      const status = await new Promise((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, path: target }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asked.once('error', reject);
        asked.end();
      });
      expect(status).toBe(404);
    },
  );
});

describe('an empty database', () => {
  it('is not ready, and says what is missing', async () => {
    const response = await fetch(`${server.url}/health`);
    expect(response.status).toBe(503);
    expect((await response.json()).detail).toBe(
      'Il manque : les chiffres ; les communes ; les tuiles « communes » ; les tuiles « epci ».',
    );
  });

  it('has no figure, without a failure', async () => {
    const response = await fetch(`${server.url}/api/v1/indicateurs/couverture-ftth/valeurs`);
    expect(response.status).toBe(404);
    expect(logged).toEqual([]);
  });
});

describe('the server', () => {
  it('has read what gaps are computed from before anyone asks, once it is warm', async () => {
    const own = await openTestDatabase();
    await seedDatabase(own);
    let readings = 0;
    const watched: Database = {
      ...own,
      query: (sql, parameters) => {
        if (sql.includes('join observation')) readings++;
        return own.query(sql, parameters);
      },
    };
    const warmed = await serveApp({ ...options(0), database: watched });
    await warmed.warm();
    expect(readings).toBeGreaterThan(5);
    const before = readings;
    const response = await fetch(`${warmed.url}/api/v1/ecarts/matrice?niveau=commune&ecart=0.3`);
    expect((await response.json()).territoires).toHaveLength(4);
    expect(readings).toBe(before);
    await warmed.close();
    await own.close();
  });

  it.each([
    ['a backslash in the path', String.raw`/..\package.json`, 'localhost'],
    ['a host that is none', '/health', 'a b'],
    ['a target that is no address', '*', 'localhost'],
  ])('answers in French %s', async (_, target, host) => {
    const { port } = new URL(server.url);
    const [status, type, text] = await new Promise<[number | undefined, string | undefined, string]>(
      (resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, path: target, headers: { host } }, (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
          response.once('end', () => resolve([response.statusCode, response.headers['content-type'], body]));
        });
        asked.once('error', reject);
        asked.end();
      },
    );
    expect([status, type]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(problemSchema.parse(JSON.parse(text)).detail).toContain('ne peut pas être lu');
  });

  it('says in French that a port is taken', async () => {
    await expect(serveApp(options(Number(new URL(server.url).port)))).rejects.toThrow('ce port est déjà pris');
  });
});
