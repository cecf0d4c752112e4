/** What the service says of itself: every link leads where it says, and each page is safe and readable. */
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { openSeededApp } from '../testing.ts';
import { queryNames } from '../testing-schema.ts';
import { pageReader, type Seeded } from './testing-pages.ts';

/** The specification that the maplibre we draw with was made from, wherever npm put it. */
const ofMaplibre = createRequire(createRequire(import.meta.url).resolve('maplibre-gl/package.json'));
const { validateStyleMin } = ofMaplibre('@maplibre/maplibre-gl-style-spec') as {
  validateStyleMin(style: unknown): { message: string }[];
};

let seeded: Seeded;
beforeAll(async () => {
  seeded = await openSeededApp();
});
afterAll(() => seeded.database.close());

const get = (address: string, headers?: Record<string, string>) => pageReader(seeded).get(address, headers);
const json = async (address: string) => (await get(address, { accept: 'application/json' })).json();

interface Link {
  href: string;
  rel: string;
  type?: string;
  templated?: boolean;
}

/** Every link of an answer, at whatever depth. */
function linksOf(value: unknown): Link[] {
  if (Array.isArray(value)) return value.flatMap(linksOf);
  if (value === null || typeof value !== 'object') return [];
  const own = 'href' in value && 'rel' in value ? [value as Link] : [];
  return [...own, ...Object.values(value).flatMap(linksOf)];
}

describe('links', () => {
  it('all lead to an answer of the type that they say, from the landing page on', async () => {
    const seen = new Map<string, Link>();
    const relations = new Set<string>();
    const queue: Link[] = [{ href: 'http://localhost/ogc?f=json', rel: 'start', type: 'application/json' }];
    for (let link = queue.shift(); link !== undefined; link = queue.shift()) {
      relations.add(link.rel);
      if (seen.has(link.href) || link.templated || !link.href.startsWith('http://localhost/')) continue;
      seen.set(link.href, link);
      const response = await get(link.href);
      expect(response.status, link.href).toBe(200);
      const [type = ''] = (link.type ?? '').split(';');
      expect(response.headers.get('content-type'), link.href).toContain(type);
      if (type !== 'text/html' && type !== 'application/vnd.oai.openapi+json')
        queue.push(...linksOf(await response.json()));
    }
    expect(seen.size).toBeGreaterThan(200);
    for (const rel of [
      'self',
      'alternate',
      'conformance',
      'service-desc',
      'service-doc',
      'data',
      'items',
      'collection',
      'describedby',
    ])
      expect(relations, rel).toContain(rel);
    expect(relations).toContain('http://www.opengis.net/def/rel/ogc/1.0/queryables');
    expect(relations).toContain('http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector');
  }, 60_000);

  it('begin with the public address, where one is set', async () => {
    const app = createApp({
      ...seeded,
      publicUrl: 'https://observatoire.example',
      now: () => new Date(0),
      log: () => {},
    });
    const own = async (address: string) =>
      JSON.stringify(await (await app.request(`http://10.0.0.1:3000${address}`)).json());
    for (const address of [
      '/ogc',
      '/ogc/collections',
      '/ogc/collections/communes/items?limit=1',
      '/ogc/api?f=json',
      '/tiles/communes.json',
      '/tiles/style.json',
      '/schemas',
      '/ogc/collections/communes/tiles/WebMercatorQuad',
    ]) {
      const text = await own(address);
      expect(text, address).toContain('https://observatoire.example/');
      expect(text, address).not.toContain('10.0.0.1');
    }
  });

  it('follow the host of each request, even for answers that are kept', async () => {
    for (const origin of ['http://a.example', 'https://b.example:8443'])
      expect((await json(`${origin}/ogc`)).links[0].href).toBe(`${origin}/ogc?f=json`);
  });
});

describe('documents', () => {
  it('declare conformance and the coordinate systems', async () => {
    const { conformsTo } = await json('/ogc/conformance');
    expect(conformsTo).toContain('http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core');
    expect(conformsTo).toContain('http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs');
    const collection = await json('/ogc/collections/communes');
    expect(collection).toMatchObject({
      id: 'communes',
      itemType: 'feature',
      storageCrs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
      extent: {
        spatial: { bbox: [[2, 48.5, 2.4, 48.6]] },
        temporal: { interval: [['2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z']] },
      },
    });
    expect(collection.crs).toHaveLength(4);
    expect((await json('/ogc/collections/lieux')).extent.spatial.bbox).toEqual([[2.35, 48.55, 2.35, 48.55]]);
    expect((await json('/ogc/collections/projets')).extent).toEqual({});
  });

  it('offer as parameters what the queryables list, and no list', async () => {
    const api = await json('/ogc/api?f=json');
    expect(api.openapi).toBe('3.0.3');
    const { collections } = await json('/ogc/collections');
    for (const { id } of collections) {
      const { properties } = await json(`/ogc/collections/${id}/queryables?f=json`);
      const { geometry, ...scalar } = properties;
      expect(geometry.format).toMatch(/^geometry-/);
      const names = queryNames(api, `/collections/${id}/items`);
      expect(names.sort()).toEqual(
        [...Object.keys(scalar), 'bbox', 'bbox-crs', 'crs', 'datetime', 'f', 'limit', 'offset', 'suite'].sort(),
      );
    }
    expect(Object.keys((await json('/ogc/collections/lieux/queryables?f=json')).properties)).not.toContain('services');
    expect(api.components.parameters.limit.schema).toEqual({
      type: 'integer',
      minimum: 1,
      maximum: 1000,
      default: 100,
    });
  });

  it('derive a layer from each indicator, a name that is taken aside', async () => {
    const ids = (await json('/ogc/collections')).collections.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        'communes',
        'epci',
        'lieux',
        'projets',
        'couverture-ftth',
        'couverture-ftth-epci',
        'projets-communes',
        'projets-epci',
      ]),
    );
    expect(ids).not.toContain('presence-numerique-habitants');
  });

  it('answer 304 to who has this version, and never another format', async () => {
    const first = await get('/ogc/collections', { accept: 'application/json' });
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('vary')).toContain('accept');
    expect((await get('/ogc/collections', { accept: 'application/json', 'if-none-match': etag })).status).toBe(304);
    expect((await get('/ogc/collections', { accept: 'text/html', 'if-none-match': etag })).status).toBe(200);
  });
});

describe('pages', () => {
  it.each([
    '/ogc',
    '/ogc/',
    '/ogc/collections',
    '/ogc/collections/communes',
    '/ogc/collections/lieux/queryables',
    '/ogc/collections/lieux/items',
    '/ogc/collections/lieux/items/lieux-recenses:l2',
    '/ogc/conformance',
    '/ogc/api',
    '/ogc/qgis',
  ])('%s is a page for a browser', async (address) => {
    const response = await get(address, { accept: 'text/html,*/*;q=0.8' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    const text = await response.text();
    expect(text).toMatch(/<h1>[^<]+<\/h1>/);
    expect(text).not.toMatch(/<script|<style|\sstyle=|undefined|\[object/);
  });

  it('escape what people wrote', async () => {
    await seeded.database.query(`update place set name = '<img src=x onerror=alert(1)> & "co"' where id = 'l1'`);
    const text = await (await get('/ogc/collections/lieux/items?f=html&limit=1')).text();
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;');
    expect(text).not.toContain('<img');
  });

  it('are dressed from our own origin', async () => {
    for (const name of [
      'theme.css',
      'page.css',
      'polices/wght.css',
      'polices/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ])
      expect((await get(`/ogc/${name}`)).status, name).toBe(200);
    expect(await (await get('/ogc/theme.css')).text()).not.toContain('@import');
    for (const name of ['polices/package.json', 'polices/../routes.ts', 'polices/%2e%2e/package.json', 'routes.ts'])
      expect((await get(`/ogc/${name}`)).status, name).toBe(404);
  });
});

describe('tiles', () => {
  it('are described as OGC API – Tiles does', async () => {
    const tileset = await json('/ogc/collections/communes/tiles/WebMercatorQuad');
    expect(tileset).toMatchObject({
      dataType: 'vector',
      crs: 'http://www.opengis.net/def/crs/EPSG/0/3857',
      tileMatrixSetURI: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad',
      layers: [{ id: 'communes', dataType: 'vector' }],
    });
    const { href } = tileset.links.find(({ rel }: Link) => rel === 'item');
    for (const { tileMatrix, minTileRow, maxTileRow, minTileCol, maxTileCol } of tileset.tileMatrixSetLimits) {
      const statuses = new Set<number>();
      for (let row = minTileRow; row <= maxTileRow; row++)
        for (let col = minTileCol; col <= maxTileCol; col++) {
          const address = href.replace('{tileMatrix}', tileMatrix).replace('{tileRow}', row).replace('{tileCol}', col);
          statuses.add((await get(address)).status);
        }
      expect([...statuses], `zoom ${tileMatrix}`).toContain(200);
      expect([...statuses].filter((status) => ![200, 204].includes(status))).toEqual([]);
    }
    const grid = await json('/ogc/tileMatrixSets/WebMercatorQuad');
    expect(grid.tileMatrices[0]).toMatchObject({ id: '0', matrixWidth: 1, tileWidth: 256 });
    expect(grid.tileMatrices[0].scaleDenominator).toBeCloseTo(559_082_264.028_717, 2);
    expect(grid.tileMatrices[12].cellSize).toBeCloseTo(156_543.033_928_041 / 4096, 9);
    expect((await get('/ogc/collections/lieux/tiles')).status).toBe(404);
    expect((await get('/ogc/tileMatrixSets/LINZAntarticaMapTileGrid')).status).toBe(404);
  });

  it('have a TileJSON 3.0.0 with what the specification wants, and what helps', async () => {
    const tileJson = await json('/tiles/communes.json');
    for (const required of ['tilejson', 'tiles', 'vector_layers']) expect(tileJson).toHaveProperty(required);
    expect(tileJson).toMatchObject({
      tilejson: '3.0.0',
      scheme: 'xyz',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect(tileJson.attribution).toContain('IGN');
    expect(tileJson.description.length).toBeGreaterThan(10);
    const [west, south, east, north] = tileJson.bounds;
    const [longitude, latitude, zoom] = tileJson.center;
    expect(west < longitude && longitude < east && south < latitude && latitude < north).toBe(true);
    expect(zoom >= tileJson.minzoom && zoom <= tileJson.maxzoom && Number.isInteger(zoom)).toBe(true);
    for (const layer of tileJson.vector_layers) {
      expect(Object.keys(layer.fields).sort()).toEqual(['code', 'epci', 'nom']);
      expect(layer.minzoom <= layer.maxzoom).toBe(true);
    }
  });

  it('have a style that names no address but theirs, of layers and fields that exist', async () => {
    const style = await json('/tiles/style.json');
    expect(validateStyleMin(style)).toEqual([]);
    expect(validateStyleMin({ ...style, layers: [{ id: 'x', type: 'fille' }] })).not.toEqual([]);
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    for (const [id, source] of Object.entries(style.sources as Record<string, { url: string }>)) {
      expect(source.url).toBe(`http://localhost/tiles/${id}.json`);
      const layers = (await json(source.url)).vector_layers.map((layer: { id: string }) => layer.id);
      for (const layer of style.layers.filter((one: { source?: string }) => one.source === id))
        expect(layers).toContain(layer['source-layer']);
    }
  });
});
