/** Features of a small invented territory: what is answered, in which system, and page after page. */
import proj4 from 'proj4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSeededApp } from '../testing.ts';
import { answerSchema } from '../testing-schema.ts';
import { type Feature, ids, type Page, pageReader, type Seeded } from './testing-pages.ts';

const lambert = 'http://www.opengis.net/def/crs/EPSG/0/2154';
const mercator = 'http://www.opengis.net/def/crs/EPSG/0/3857';
const epsg4326 = 'http://www.opengis.net/def/crs/EPSG/0/4326';
const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const definition2154 =
  '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs';

let seeded: Seeded;
beforeAll(async () => {
  seeded = await openSeededApp();
});
afterAll(() => seeded.database.close());

const get = (address: string) => pageReader(seeded).get(address);
const page = (collection: string, query?: Record<string, string>) => pageReader(seeded).page(collection, query);
const vertices = (feature: Feature | undefined) =>
  ((feature?.geometry?.coordinates ?? []) as number[][][][]).flat(2) as [number, number][];

describe('features', () => {
  it('tell a commune with its outline, its numbers and its links', async () => {
    const communes = await page('communes');
    expect(ids(communes)).toEqual(['91001', '91002', '91003', '91004']);
    expect(communes).toMatchObject({ numberMatched: 4, numberReturned: 4, timeStamp: '1970-01-01T00:00:00.000Z' });
    expect(communes.features[3]).toMatchObject({
      type: 'Feature',
      geometry: { type: 'MultiPolygon' },
      properties: { code: '91004', nom: 'Œdon', epci: '200000003', departement: '91', codes_postaux: ['91000'] },
    });
    const one = await get('/ogc/collections/communes/items/91004');
    expect(one.headers.get('content-type')).toBe('application/geo+json');
    const { links, ...feature } = await one.json();
    expect(feature).toEqual(communes.features[3]);
    expect(links.map(({ rel }: { rel: string }) => rel)).toEqual(['self', 'alternate', 'collection']);
  });

  it('give the figures of the API, by indicator', async () => {
    const { valeurs } = await (await get('/api/v1/indicateurs/couverture-ftth/valeurs')).json();
    const { features } = await page('couverture-ftth');
    expect(
      features.map(({ properties: { code, valeur, numerateur, denominateur, etat, alertes } }) => ({
        code,
        valeur,
        numerateur,
        denominateur,
        etat,
        alertes,
      })),
    ).toEqual(
      valeurs.map(({ code, valeur, numerateur, denominateur, etat, alertes }: Record<string, unknown>) => ({
        code,
        valeur,
        numerateur,
        denominateur,
        etat,
        alertes,
      })),
    );
    expect(features[0]).toMatchObject({
      id: '2026-T2.91001',
      properties: {
        periode: '2026-T2',
        periode_debut: '2026-04-01',
        periode_fin: '2026-06-30',
        source: expect.stringContaining('Arcep'),
      },
    });
    expect(features[3]!.properties).toMatchObject({ code: '91004', valeur: null, etat: 'non-disponible' });
  });

  it('keep the parts of a declared list as columns', async () => {
    const { features } = await page('meilleure-technologie', { code: '91002' });
    expect(features[0]!.properties).toMatchObject({ valeur: 'coax', part_ftth: 90, part_4g_fixe: 0 });
    const counts = await page('projets-communes', { code: '91003' });
    expect(counts.features[0]!.properties).toMatchObject({ valeur: 1, part_e_education: 1 });
  });

  it('leave without geometry what is nowhere', async () => {
    const [first, second] = (await page('lieux')).features;
    expect(first).toMatchObject({ id: 'lieux-recenses:l1', geometry: { type: 'Point', coordinates: [2.35, 48.55] } });
    expect(second).toMatchObject({ id: 'lieux-recenses:l2', geometry: null });
    expect((await page('projets')).features.map(({ geometry }) => geometry)).toEqual([null, null, null]);
  });

  it('answer what the service description says, in every collection', async () => {
    const api = await (await get('/ogc/api?f=json')).json();
    const { collections } = await (await get('/ogc/collections')).json();
    expect(collections.length).toBeGreaterThan(30);
    for (const { id } of collections as { id: string }[]) {
      const items = await page(id);
      answerSchema(api, `/collections/${id}/items`, 'application/geo+json').parse(items);
      expect(items.numberReturned, id).toBeGreaterThan(0);
      const schema = answerSchema(api, `/collections/${id}/items/{featureId}`, 'application/geo+json');
      schema.parse(
        await (await get(`/ogc/collections/${id}/items/${encodeURIComponent(items.features[0]!.id)}`)).json(),
      );
      expect(() => schema.parse({ ...items.features[0], properties: { inconnu: 1 } })).toThrow();
    }
  });
});

describe('coordinates', () => {
  it('are given in each system, in the order of its axes, and the answer says which', async () => {
    const [west, south] = [2.3, 48.5];
    for (const [crs, corner, digits] of [
      [crs84, [west, south], 7],
      [epsg4326, [south, west], 7],
      [lambert, proj4(definition2154, [west, south]), 2],
      [mercator, proj4('EPSG:3857', [west, south]), 2],
    ] as const) {
      const response = await get(`/ogc/collections/communes/items?code=91004&crs=${encodeURIComponent(crs)}`);
      expect(response.headers.get('content-crs')).toBe(`<${crs}>`);
      const [feature] = ((await response.json()) as Page).features;
      const near = vertices(feature).filter(
        ([x, y]) => Math.hypot(x - corner[0]!, y - corner[1]!) < 0.6 * 10 ** -digits,
      );
      expect(near.length, crs).toBeGreaterThan(0);
      const one = await get(`/ogc/collections/communes/items/91004?crs=${encodeURIComponent(crs)}`);
      expect(one.headers.get('content-crs')).toBe(`<${crs}>`);
      expect((await one.json()).geometry).toEqual(feature!.geometry);
    }
    const [place] = (await page('lieux', { crs: lambert })).features;
    const [x, y] = proj4(definition2154, [2.35, 48.55]) as [number, number];
    const [px, py] = place!.geometry!.coordinates as [number, number];
    expect(Math.hypot(px - x, py - y)).toBeLessThan(0.01);
  });

  it('turn outer rings counter-clockwise', async () => {
    const ring = vertices((await page('communes')).features[0]);
    expect(
      ring.reduce(
        (sum, [x1, y1], i) => sum + x1 * ring[(i + 1) % ring.length]![1] - ring[(i + 1) % ring.length]![0] * y1,
        0,
      ),
    ).toBeGreaterThan(0);
  });
});

describe('bbox', () => {
  const within = async (collection: string, bbox: string, crs?: string) =>
    ids(await page(collection, { bbox, ...(crs && { 'bbox-crs': crs }) }));

  it('keeps what it touches, and never what is nowhere', async () => {
    expect(await within('communes', '2.05,48.52,2.15,48.58')).toEqual(['91001', '91002']);
    expect(await within('communes', '2.05,48.52,0,2.15,48.58,100')).toEqual(['91001', '91002']);
    expect(await within('lieux', '-180,-90,180,90')).toEqual(['lieux-recenses:l1']);
    expect(await within('projets', '-180,-90,180,90')).toEqual([]);
    expect(await within('couverture-ftth', '2.32,48.52,2.33,48.53')).toEqual(['2026-T2.91004']);
    expect(await within('communes', '2.05,48.55,2.05,48.55'), 'a point').toEqual(['91001']);
  });

  it('is empty, and no fault, where there is nothing', async () => {
    expect(await within('communes', '-60,-30,-50,-20')).toEqual([]);
    expect(await within('communes', '1000,1000,1001,1001')).toEqual([]);
    expect(await within('lieux', '0,0,1,1', lambert)).toEqual([]);
    expect(await within('communes', '-1e200,-1e200,-1e199,-1e199', lambert)).toEqual([]);
  });

  it('goes round by the antimeridian', async () => {
    expect(await within('communes', '170,40,2.05,50')).toEqual(['91001']);
    expect(await within('communes', '170,40,-170,50')).toEqual([]);
  });

  it('is the same box in every system', async () => {
    const corners = { west: 2.22, south: 48.52, east: 2.28, north: 48.58 };
    for (const [crs, definition] of [
      [lambert, definition2154],
      [mercator, 'EPSG:3857'],
    ] as const) {
      const [x1, y1] = proj4(definition, [corners.west, corners.south]) as [number, number];
      const [x2, y2] = proj4(definition, [corners.east, corners.north]) as [number, number];
      expect(await within('communes', [x1, y1, x2, y2].join(), crs), crs).toEqual(['91003']);
      expect(await within('lieux', [x1, y1, x2, y2].join(), crs), crs).toEqual([]);
    }
    expect(await within('communes', '48.52,2.22,48.58,2.28', epsg4326)).toEqual(['91003']);
    expect(await within('communes', '-1e12,-1e12,1e12,1e12', lambert), 'all there is').toHaveLength(4);
  });
});

describe('filters', () => {
  it('keep what equals, of each type', async () => {
    expect(ids(await page('communes', { epci: '200000001' }))).toEqual(['91001', '91002']);
    expect(ids(await page('communes', { population: '1000', nom: 'Œdon' }))).toEqual(['91004']);
    expect(ids(await page('epci', { partiel: 'true' }))).toEqual(['200000002']);
    expect(ids(await page('communes', { nom: '' }))).toEqual([]);
    expect((await page('communes', { epci: '200000001', limit: '1' })).numberMatched).toBe(2);
  });

  it('choose the period of an indicator by datetime', async () => {
    const periods = async (datetime: string) => [
      ...new Set((await page('couverture-ftth', { datetime })).features.map(({ properties }) => properties.periode)),
    ];
    expect(await periods('2026-02-15')).toEqual(['2026-T1']);
    expect(await periods('2026-01-01/..')).toEqual(['2026-T1', '2026-T2']);
    expect(await periods('../..')).toEqual(['2018-T1', '2026-T1', '2026-T2']);
    expect(await periods('2020-01-01')).toEqual([]);
    expect((await page('lieux', { datetime: '2020-01-01' })).features).toEqual([]);
    expect((await page('communes', { datetime: '2026-11-26' })).numberMatched).toBe(4);
  });

  it('do not widen the result, whatever is written in them', async () => {
    const fragments = [
      "' or 1=1 --",
      "'; drop table territory; --",
      'x OR nom IS NOT NULL',
      "nom LIKE '%'",
      'INTERSECTS(geom, POINT(0 0))',
      '%',
      '*',
      '91001,91002',
      '$1',
      '{"$ne":1}',
      '\\',
      '"',
    ];
    const { queryables } = { queryables: ['code', 'nom', 'epci', 'population'] };
    for (const name of queryables)
      for (const fragment of fragments) {
        const response = await get(`/ogc/collections/communes/items?${new URLSearchParams({ [name]: fragment })}`);
        expect([200, 400]).toContain(response.status);
        if (response.status === 200) expect(((await response.json()) as Page).features).toEqual([]);
      }
    expect((await page('communes')).numberMatched).toBe(4);
  });
});
