import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from './contract.ts';
import { openSeededApp } from './testing.ts';

let seeded: Awaited<ReturnType<typeof openSeededApp>>;
beforeAll(async () => {
  seeded = await openSeededApp();
});
afterAll(() => seeded.database.close());

const get = async (address: string, headers: Record<string, string> = {}) =>
  seeded.app.request(`http://localhost${address}`, { headers });

describe('refusals', () => {
  it.each([
    ['/api/v1/indicateurs/nope/valeurs', 404, 'id'],
    ['/api/v1/indicateurs/couverture-ftth/valeurs?periode=2019-T1', 404, 'periode'],
    ['/api/v1/indicateurs/couverture-ftth/valeurs?periode=2019T1', 400, 'periode'],
    ['/api/v1/indicateurs/couverture-ftth/valeurs?niveau=region', 400, 'niveau'],
    ['/api/v1/indicateurs/couverture-ftth/valeurs?niveau=epci&niveau=epci', 400, 'niveau'],
    ['/api/v1/indicateurs/couverture-ftth/valeurs?epci=200000099', 400, 'epci'],
    ['/api/v1/indicateurs/couverture-ftth/valeurs?echeance=2027-01-31', 400, 'echeance'],
    ['/api/v1/indicateurs/locaux-exposes-cuivre/valeurs?echeance=2027-02-30', 400, 'echeance'],
    ['/api/v1/indicateurs/evolution-ftth/valeurs?depuis=2026-T2', 400, 'depuis'],
    ['/api/v1/indicateurs/couverture-ftth/valeurs?couleur=bleu', 400, 'couleur'],
    ['/api/v1/indicateurs?a=1', 400, 'a'],
    ['/api/v1/territoires/commune/1001', 404, 'code'],
    ['/api/v1/territoires/region/11', 404, 'niveau'],
    ['/api/v1/projets?limite=01', 400, 'limite'],
    ['/api/v1/projets?limite=1e1', 400, 'limite'],
    ['/api/v1/projets?limite=-0', 400, 'limite'],
    ['/api/v1/projets?limite=1001', 400, 'limite'],
    ['/api/v1/projets?themes=nope', 400, 'themes'],
    ['/api/v1/lieux?type=nope', 400, 'type'],
    ['/api/v1/lieux?commune=1001', 400, 'commune'],
  ])('%s: %i, about %s', async (address, status, parametre) => {
    const response = await get(address);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    const problem = problemSchema.parse(await response.json());
    expect(problem.parametre).toBe(parametre);
    expect(problem.detail.length).toBeGreaterThan(20);
  });

  it.each([
    ['/api/v1/projets?q=%00', 400],
    ['/api/v1/projets?q=%E9', 400],
    ['/api/v1/territoires/commune/%zz', 400],
    [`/api/v1/projets?q=${'a'.repeat(3000)}`, 414],
    ['/api/v1/nope', 404],
    ['/nope', 404],
  ])('%s: %i', async (address, status) => {
    const response = await get(address);
    expect(response.status).toBe(status);
    problemSchema.parse(await response.json());
  });

  it('says which parameters an address takes, and what it received', async () => {
    const problem = async (address: string) => problemSchema.parse(await (await get(address)).json());
    expect(await problem('/api/v1/lieux?couleur=bleu')).toMatchObject({
      detail:
        'Paramètre « couleur » inconnu de cette adresse. Accepté : type, service, dispositif, source, ouvert, epci, commune, departement, q, edition, limite, page, format.',
      parametre: 'couleur',
      recu: 'bleu',
      accepte: [
        'type',
        'service',
        'dispositif',
        'source',
        'ouvert',
        'epci',
        'commune',
        'departement',
        'q',
        'edition',
        'limite',
        'page',
        'format',
      ],
    });
    expect(await problem('/api/v1/sources?a=1')).toMatchObject({ parametre: 'a', accepte: ['departement', 'edition'] });
    for (const address of ['/api/v1/projets?q=%00', '/api/v1/projets?q=%E9'])
      expect(await problem(address)).toMatchObject({ parametre: 'adresse', recu: address });
    expect(await problem('/tiles/communes.json?x=1')).toMatchObject({ parametre: 'x', recu: '?x=1' });
  });

  it('refuses to be written to', async () => {
    expect((await seeded.app.request('/api/v1/projets', { method: 'POST' })).status).toBe(405);
  });

  it('never fails on junk', async () => {
    const names = [
      'niveau',
      'periode',
      'epci',
      'perimetre',
      'echeance',
      'depuis',
      'format',
      'q',
      'limite',
      'page',
      'type',
    ];
    const paths = [
      '/api/v1/indicateurs/evolution-ftth/valeurs',
      '/api/v1/projets',
      '/api/v1/lieux',
      '/api/v1/territoires/epci/',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 3 }),
        async (place, query) => {
          const response = await get(`${place}?${new URLSearchParams(query)}`);
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
    expect(seeded.logged).toEqual([]);
  });
});

describe('tiles', () => {
  const json = async () => (await get('/tiles/communes.json')).json();

  it('describes them, with their version in the address', async () => {
    const answer = await json();
    expect(answer).toMatchObject({ tilejson: '3.0.0', minzoom: 5, maxzoom: 12, vector_layers: [{ id: 'communes' }] });
    expect(answer.tiles[0]).toMatch(/^http:\/\/localhost\/tiles\/communes\/\{z\}\/\{x\}\/\{y\}\.mvt\?v=[0-9a-f]{16}$/);
  });

  it('serves a tile as stored, or plain to a client without gzip', async () => {
    const dated = (await json()).tiles[0].replace('{z}/{x}/{y}', '5/16/11').replace('http://localhost', '');
    const packed = await get(dated, { 'accept-encoding': 'gzip' });
    expect(packed.status).toBe(200);
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('cache-control')).toContain('immutable');
    const plain = await get('/tiles/communes/5/16/11.mvt');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('cache-control')).toBe('no-cache');
    expect(Buffer.from(await plain.arrayBuffer()).toString('latin1')).toContain('91001');
    const again = await get('/tiles/communes/5/16/11.mvt', { 'if-none-match': plain.headers.get('etag')! });
    expect(again.status).toBe(304);
    const other = plain.headers.get('etag')!.replace(/"$/, '0"');
    expect((await get('/tiles/communes/5/16/11.mvt', { 'if-none-match': other })).status).toBe(200);
  });

  it.each([
    ['/tiles/communes/5/0/0.mvt', 204],
    ['/tiles/communes/4/0/0.mvt', 404],
    ['/tiles/communes/13/0/0.mvt', 404],
    ['/tiles/communes/5/32/0.mvt', 404],
    ['/tiles/nope/5/0/0.mvt', 404],
    ['/tiles/nope.json', 404],
    ['/tiles/communes/05/0/0.mvt', 400],
    ['/tiles/communes/1e1/0/0.mvt', 400],
    ['/tiles/communes/5/-0/0.mvt', 400],
    ['/tiles/communes/5/0/0%00.mvt', 400],
    ['/tiles/communes/5/0/0.mvt?w=1', 400],
    ['/tiles/communes/5/0/0.png', 400],
  ])('%s: %i', async (address, status) => {
    expect((await get(address)).status).toBe(status);
  });
});
