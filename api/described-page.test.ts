import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { loadPackage } from '../etl/load-package.ts';
import { createApp } from './app.ts';

let database: Database;
let app: ReturnType<typeof createApp>;
const origin = 'https://observatoire.example';

beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, 'data/essonne', () => {});
  const dashboardFolder = await mkdtemp(path.join(tmpdir(), 'dashboard-'));
  await writeFile(
    path.join(dashboardFolder, 'index.html'),
    '<!doctype html><html><head><meta name="description" content="Où manque la fibre."><title>Présence numérique</title></head></html>',
  );
  app = createApp({
    database,
    tilesFolder: 'none',
    dashboardFolder,
    publicUrl: origin,
    publisher: 'Syndicat d’exemple',
    now: () => new Date(0),
    log: () => {},
  });
}, 30_000);
afterAll(() => database.close());

const open = async (address: string) => (await app.request(address, { headers: { accept: 'text/html' } })).text();
const blockOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

describe('the page of an indicator', () => {
  it('describes its dataset, whose files answer', async () => {
    const html = await open('/?indicateur=couverture-ftth&niveau=epci');
    expect(html).toContain('<title>Couverture FttH · Présence numérique</title>');
    const node = blockOf(html);
    expect(node).toMatchObject({
      '@type': 'Dataset',
      '@id': `${origin}/catalogue.jsonld#indicateur-couverture-ftth`,
      temporalCoverage: '2017-07-01/2026-06-30',
      spatialCoverage: [{ name: 'Essonne', identifier: '91' }],
      creator: { name: 'Syndicat d’exemple' },
      license: ['https://www.data.gouv.fr/pages/legal/licences/open-licence-1-0'],
    });
    const [csv] = node.distribution;
    const file = await app.request(csv.contentUrl);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
  });

  it.each(['/?indicateur=nope', '/?indicateur=presence-numerique', '/', '/ecarts'])(
    '%s has nothing to tell',
    async (address) => {
      const html = await open(address);
      expect(html).toContain('Où manque la fibre.');
      expect(blockOf(html)).toBeNull();
    },
  );
});

it('lists the datasets on the page of the data', async () => {
  const node = blockOf(await open('/donnees'));
  expect([node['@type'], node.dataset.length]).toEqual(['DataCatalog', 13]);
  expect(node.dataset[0].url).toBe(`${origin}/?indicateur=couverture-ftth`);
});
