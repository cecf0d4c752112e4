/** What harvesters, feed readers and search engines are told, on the data package that comes with the program. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screens } from '../dashboard/state/screens.ts';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { loadPackage } from '../etl/load-package.ts';
import { createApp } from './app.ts';
import { spanOf } from './discovery/datasets.ts';
import { listedScreens, sitemap } from './discovery/sitemap.ts';

let database: Database;
let app: ReturnType<typeof createApp>;
const origin = 'https://observatoire.example';

beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, 'data/essonne', () => {});
  app = createApp({
    database,
    tilesFolder: 'none',
    publicUrl: origin,
    publisher: 'Syndicat d’exemple',
    now: () => new Date('2026-11-26'),
    log: () => {},
  });
}, 30_000);
afterAll(() => database.close());

type Node = Record<string, unknown> & { '@id': string; '@type': string | string[] };
const graphOf = async (address: string) => {
  const answer = await app.request(address);
  expect(answer.headers.get('content-type')).toBe('application/ld+json');
  return ((await answer.json()) as { '@graph': Node[] })['@graph'];
};
const ofType = (graph: readonly Node[], type: string) => graph.filter((node) => [node['@type']].flat().includes(type));
const idOf = (value: unknown) => (value as { '@id': string } | undefined)?.['@id'];

describe('the catalogue for harvesters', () => {
  it('turns its pages without losing or repeating a dataset', async () => {
    const ids: string[] = [];
    let address: string | undefined = '/catalogue.jsonld?limite=5';
    let pages = 0;
    while (address !== undefined) {
      const graph = await graphOf(address);
      ids.push(...ofType(graph, 'dcat:Dataset').map((node) => String(node['dct:identifier'])));
      const [view] = ofType(graph, 'hydra:PartialCollectionView');
      address = idOf(view?.['hydra:next'])?.replace(origin, '');
      pages++;
      expect(ofType(graph, 'dcat:Catalog')[0]?.['hydra:totalItems']).toBe(13);
    }
    expect([pages, ids.length, new Set(ids).size]).toEqual([3, 13, 13]);
    expect(ids).toContain('indicateur-couverture-ftth');
    expect(ids.slice(-2)).toEqual(['lieux', 'projets']);
  }, 120_000);

  it('describes files that are there, byte for byte, each with its licence', async () => {
    const graph = await graphOf('/catalogue.jsonld?limite=1');
    const distributions = ofType(graph, 'dcat:Distribution');
    expect(distributions.length).toBeGreaterThanOrEqual(7);
    for (const distribution of distributions) {
      const address = String(idOf(distribution['dcat:downloadURL']));
      expect(address.startsWith(`${origin}/api/v1/`), address).toBe(true);
      const bytes = new Uint8Array(await (await app.request(address)).arrayBuffer());
      expect((distribution['dcat:byteSize'] as { '@value': string })['@value']).toBe(String(bytes.length));
      const { 'spdx:checksumValue': checksum } = distribution['spdx:checksum'] as Record<string, { '@value': string }>;
      expect(checksum?.['@value']).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(distribution['dct:license']).not.toEqual([]);
    }
    const [dataset] = ofType(graph, 'dcat:Dataset');
    expect(dataset?.['dct:temporal']).toMatchObject({ 'dcat:endDate': { '@value': '2026-06-30' } });
    expect(([dataset?.['dcat:distribution']].flat() as Node[]).map(idOf)).toEqual(distributions.map(idOf));
    expect(graph.find((node) => node['@id'] === `${origin}/#editeur`)).toMatchObject({
      'foaf:name': 'Syndicat d’exemple',
    });
  });

  it.each(['page=0', 'page=x', 'limite=21', 'limite=-1', 'autre=1'])('refuses ?%s', async (query) =>
    expect((await app.request(`/catalogue.jsonld?${query}`)).status).toBe(400),
  );

  it('reads the days that periods cover', () => {
    expect(spanOf(['2018-T1', '2026-T2'])).toEqual({ from: '2018-01-01', to: '2026-06-30' });
    expect(spanOf(['2025-10-20'])).toEqual({ from: '2025-10-20', to: '2025-10-20' });
    expect(spanOf(['2021'])).toEqual({ from: '2021-01-01', to: '2021-12-31' });
    expect(spanOf([])).toBeNull();
  });
});

describe('the feed of updates', () => {
  it('tells each load of a source, the newest first', async () => {
    const answer = await app.request('/mises-a-jour.atom');
    expect(answer.headers.get('content-type')).toContain('application/atom+xml');
    const text = await answer.text();
    const [row] = await database.query<{ count: number }>('select count(*) as count from load');
    expect(text.match(/<entry>/g)?.length).toBe(row?.count);
    expect(text).toContain(`${origin}/donnees`);
  });
});

describe('the map of the site', () => {
  it('lists the screens, each indicator, EPCI and project, with the day of the newest load', async () => {
    const text = await (await app.request('/sitemap.xml')).text();
    const addresses = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toContain(`${origin}/?indicateur=couverture-ftth`);
    expect(addresses.filter((address) => /\/projets\/P/.test(address ?? '')).length).toBe(95);
    expect(addresses.filter((address) => address?.startsWith(`${origin}/ecarts?epci=`)).length).toBe(13);
    expect(await (await app.request('/robots.txt')).text()).toContain(`Sitemap: ${origin}/sitemap.xml`);
  });

  it('knows every screen of the dashboard but the work of one person', () => {
    expect([...listedScreens].sort()).toEqual(
      Object.keys(screens)
        .filter((path) => path !== '/preselection')
        .sort(),
    );
  });

  it('escapes what an address may hold', () => {
    const text = sitemap(origin, ["/?a=1&b=<'>"], '2026-06-30');
    expect(text).toContain('<loc>https://observatoire.example/?a=1&amp;b=%3C%27%3E</loc>');
  });
});

describe('the limits', () => {
  it('are published', async () => {
    const limits = await (await app.request('/api/v1/limites')).json();
    expect(limits).toMatchObject({ demandesParMinute: null, parPage: 1000, adresseCaracteres: 2000 });
  });
});
