/** Bad input: each a clear refusal or an empty answer, never a fault of the server and never more than was asked for. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { problemSchema } from '../contract.ts';
import { openSeededApp } from '../testing.ts';
import { pageReader, type Seeded } from './testing-pages.ts';

let seeded: Seeded;
beforeAll(async () => {
  seeded = await openSeededApp();
});
afterAll(() => seeded.database.close());

const get = (address: string, headers?: Record<string, string>) => pageReader(seeded).get(address, headers);
const items = '/ogc/collections/communes/items';
const fragments = [
  "' or '1'='1",
  "'; drop table territory; --",
  '1) or (1=1',
  'pg_sleep(10)',
  "code = '91001' or true",
  "nom LIKE '%'",
  'S_INTERSECTS(geometry, POINT(2 48))',
  '{"op":"like","args":[{"property":"nom"},"%"]}',
  '%',
  '*',
  '../../../etc/passwd',
  '{{7*7}}',
  '\u202e\ufeff',
  '😀'.repeat(20),
];

describe('a bad parameter', () => {
  it.each([
    ['bbox=1,2,3', 400, 'bbox'],
    ['bbox=a,b,c,d', 400, 'bbox'],
    ['bbox=', 400, 'bbox'],
    ['bbox=2,49,3,48', 400, 'bbox'],
    ['limit=0', 400, 'limit'],
    ['limit=-1', 400, 'limit'],
    ['limit=10abc', 400, 'limit'],
    ['limit=', 400, 'limit'],
    ['datetime=demain', 400, 'datetime'],
    ['datetime=2026-06-30/2026-01-01', 400, 'datetime'],
    ['crs=EPSG:9999', 400, 'crs'],
    ['crs=http://www.opengis.net/def/crs/EPSG/0/27572', 400, 'crs'],
    ['bbox=1,2,3,4&bbox-crs=nope', 400, 'bbox-crs'],
    ['couleur=bleu', 400, 'couleur'],
    ['filter=nom%20LIKE%20%27%25%27', 400, 'filter'],
    ['filter-lang=cql2-text', 400, 'filter-lang'],
    ['codes_postaux=91000', 400, 'codes_postaux'],
    ['LIMIT=1', 400, 'LIMIT'],
    ['limit=1&limit=2', 400, 'limit'],
    ['population=beaucoup', 400, 'population'],
    ['population=1e999', 400, 'population'],
    ['suite=abc', 400, 'suite'],
    ['offset=-1', 400, 'offset'],
    ['offset=1e3', 400, 'offset'],
    ['f=xml', 400, 'f'],
  ])('%s: %i, about %s', async (query, status, parametre) => {
    const response = await get(`${items}?${query}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    const problem = problemSchema.parse(await response.json());
    expect(problem.parametre).toBe(parametre);
    expect(problem.accepte?.length).toBeGreaterThan(0);
    expect(problem.detail.length).toBeGreaterThan(20);
  });

  it('is refused in the addresses that take none', async () => {
    for (const address of [
      '/ogc',
      '/ogc/conformance',
      '/ogc/api',
      '/ogc/qgis',
      '/ogc/collections',
      '/ogc/collections/communes',
      '/ogc/collections/communes/queryables',
      '/ogc/collections/communes/tiles',
      '/ogc/tileMatrixSets',
    ])
      expect((await get(`${address}?limit=1`)).status, address).toBe(400);
    expect((await get(`${items}/91001?bbox=1,2,3,4`)).status).toBe(400);
  });

  it.each([
    '/ogc/nope',
    '/ogc/collections/nope',
    '/ogc/collections/nope/items',
    '/ogc/collections/Communes',
    `${items}/99999`,
    `${items}/%27%20or%201=1`,
    '/ogc/collections/couverture-ftth/items/91001',
    '/ogc/collections/couverture-ftth/items/2026-T2.99999',
    '/ogc/collections/communes/tiles/Nope',
  ])('%s: 404', async (address) => {
    const response = await get(address);
    expect(response.status).toBe(404);
    problemSchema.parse(await response.json());
  });

  it.each([
    [`${items}?nom=%00`, 400],
    [`${items}/%00`, 400],
    [`${items}?nom=%E9`, 400],
    [`${items}?nom=%zz`, 400],
    [`${items}?nom=${'a'.repeat(8192)}`, 414],
    [`/ogc/collections/${'a'.repeat(8192)}`, 414],
  ])('a NUL, a bad code or 8 kB are stopped at the door (%#)', async (address, status) => {
    const response = await get(address);
    expect(response.status).toBe(status);
    problemSchema.parse(await response.json());
  });
});

describe('whatever is written in an address', () => {
  const names = [
    'limit',
    'bbox',
    'bbox-crs',
    'datetime',
    'crs',
    'suite',
    'f',
    'code',
    'nom',
    'epci',
    'population',
    'filter',
    'id',
    'periode',
    'valeur',
    'ouvert',
  ];

  it('never fails nor widens the answer, fragments of SQL and CQL in every parameter', async () => {
    for (const collection of ['communes', 'lieux', 'projets', 'couverture-ftth'])
      for (const name of names)
        for (const fragment of fragments) {
          const address = `/ogc/collections/${collection}/items?${new URLSearchParams({ [name]: fragment })}`;
          const response = await get(address);
          expect([200, 400], address).toContain(response.status);
          if (response.status === 200) expect((await response.json()).numberMatched, address).toBe(0);
        }
    for (const fragment of fragments) {
      const code = encodeURIComponent(fragment);
      for (const address of [
        `/ogc/collections/${code}`,
        `/ogc/collections/${code}/items`,
        `${items}/${code}`,
        `/ogc/tileMatrixSets/${code}`,
      ])
        expect([400, 404], address).toContain((await get(address)).status);
    }
    expect(seeded.logged).toEqual([]);
  });

  it('never fails on junk', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('communes', 'projets', 'fermeture-cuivre', 'lieux/x', ''),
        fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 3 }),
        fc.string({ unit: 'binary-ascii', maxLength: 20 }).filter((text) => !/[\0\r\n]/.test(text)),
        async (collection, query, accept) => {
          const address = `/ogc/collections/${collection}/items?${new URLSearchParams(query)}`;
          expect((await get(address, { accept })).status).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
    expect(seeded.logged).toEqual([]);
  });

  it('never fails on boxes of any numbers, in any system', async () => {
    const { collections } = await (await get('/ogc/collections')).json();
    const systems: string[] = collections[0].crs;
    const edge = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: -200, max: 200, noNaN: true }),
      fc.double({ min: -1e8, max: 1e8, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(fc.tuple(edge, edge, edge, edge), fc.constantFrom(...systems), async ([a, b, c, d], crs) => {
        const bbox = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)].join();
        const response = await get(`/ogc/collections/communes/items?${new URLSearchParams({ bbox, 'bbox-crs': crs })}`);
        expect(response.status, `${bbox} ${crs}`).toBe(200);
      }),
      { numRuns: 120 },
    );
    expect(seeded.logged).toEqual([]);
  });
});

describe('methods and headers', () => {
  const ask = (method: string, address: string, headers: Record<string, string> = {}) =>
    seeded.app.request(`http://localhost${address}`, { method, headers });

  it('answers HEAD as GET, without a body', async () => {
    for (const address of ['/ogc', items, '/ogc/api', '/tiles/communes.json', '/tiles/communes/5/16/11.mvt']) {
      const [head, whole] = [await ask('HEAD', address), await ask('GET', address)];
      expect(head.status, address).toBe(200);
      expect(await head.text()).toBe('');
      expect(head.headers.get('content-type')).toBe(whole.headers.get('content-type'));
    }
    expect((await ask('HEAD', `${items}?limit=0`)).status).toBe(400);
  });

  it('answers OPTIONS with what an address takes, and lets other pages read', async () => {
    for (const address of [
      items,
      '/api/v1/indicateurs',
      '/tiles/communes.json',
      '/tiles/communes/5/16/11.mvt',
      '/schemas',
    ]) {
      const options = await ask('OPTIONS', address, {
        origin: 'https://carte.example',
        'access-control-request-method': 'GET',
      });
      expect(options.status, address).toBe(204);
      expect(options.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      expect(options.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
      const read = await ask('GET', address, { origin: 'https://carte.example' });
      expect(read.headers.get('access-control-allow-origin'), address).toBe('*');
      expect(read.headers.get('access-control-allow-credentials')).toBeNull();
    }
    for (const address of [`${items}?limit=0`, '/api/v1/nope', '/tiles/nope.json'])
      expect((await ask('GET', address)).headers.get('access-control-allow-origin'), address).toBe('*');
  });

  it('lets no other page write', async () => {
    const address = '/api/v1/preselections';
    const options = await ask('OPTIONS', address, {
      origin: 'https://carte.example',
      'access-control-request-method': 'POST',
    });
    expect(options.headers.get('allow')).toContain('POST');
    expect(options.headers.get('access-control-allow-methods')).not.toContain('POST');
    const write = await ask('POST', address, { origin: 'https://carte.example', 'content-type': 'application/json' });
    expect(write.status).toBe(403);
    expect(write.headers.get('access-control-allow-origin')).toBeNull();
    expect((await ask('GET', '/')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('takes the pages of the public address for ours', async () => {
    const writes = { code: null, isOpen: true };
    const app = createApp({
      ...seeded,
      writes,
      publicUrl: 'https://observatoire.example',
      now: () => new Date(0),
      log: () => {},
    });
    const write = (origin: string) =>
      app.request('http://10.0.0.1:3000/api/v1/preselections', {
        method: 'POST',
        headers: { origin, host: '10.0.0.1:3000', 'content-type': 'application/json' },
        body: '{}',
      });
    expect((await write('https://observatoire.example')).status).toBe(400);
    expect((await write('https://carte.example')).status).toBe(403);
  });

  it('refuses other methods, and says which it takes', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await ask(method, items);
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    }
  });

  it('gives the whole to who asks for a part', async () => {
    for (const range of ['bytes=0-10', 'bytes=-1', 'bytes=99999999-', 'items=0-5', 'n’importe']) {
      const response = await ask('GET', items, { range: encodeURI(range) });
      expect(response.status).toBe(200);
      expect((await response.json()).numberReturned).toBe(4);
    }
  });

  it.each([
    '*/*',
    'image/png',
    'application/xml',
    ';;;',
    'a'.repeat(5000),
    'text/html;q=abc',
    'application/json;q=-1',
    '"',
    ',',
  ])('answers whatever Accept says: %s', async (accept) => {
    const response = await get(items, { accept });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/geo\+json|text\/html/);
  });
});
