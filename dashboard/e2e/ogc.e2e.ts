/** GDAL on the OGC API: what it lists, reads, asks of the server, and the coordinates that it gets. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Feature, items } from './ogc-items.ts';

const origin = inject('origin');
const run = promisify(execFile);
const lambert = 'http://www.opengis.net/def/crs/EPSG/0/2154';
const options = { maxBuffer: 64 * 1024 * 1024 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-ogc-'));
});
afterAll(() => rm(folder, { recursive: true }));

const ogr = async (program: string, ...given: string[]) => (await run(program, given, options)).stdout;
/** Rows of a statement on a file of features, as objects. */
async function rows(file: string, sql: string): Promise<Record<string, unknown>[]> {
  const text = await ogr('ogr2ogr', '-f', 'GeoJSON', '/vsistdout/', file, '-dialect', 'SQLite', '-sql', sql);
  return (JSON.parse(text) as { features: { properties: Record<string, unknown> }[] }).features.map(
    (one) => one.properties,
  );
}

/** Passes requests on, and keeps their addresses: what a client really asked of the server. */
async function openRecorder() {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    asked.push(decodeURIComponent(incoming.url ?? ''));
    // The host stays that of the recorder, so that links lead back to it.
    const onward = ask(`${origin}${incoming.url}`, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() };
}

describe('GDAL', () => {
  it('lists every collection, with its features', async () => {
    const text = await ogr('ogrinfo', '-ro', '-so', '-al', `OAPIF:${origin}/ogc`);
    const { collections } = (await (await fetch(`${origin}/ogc/collections`)).json()) as {
      collections: { id: string }[];
    };
    const counts = new Map(
      [...text.matchAll(/Layer name: (\S+)[\s\S]*?Feature Count: (\d+)/g)].map(([, name, count]) => [
        name,
        Number(count),
      ]),
    );
    expect([...counts.keys()]).toEqual(collections.map(({ id }) => id));
    expect(counts.get('communes')).toBe(194);
    expect(counts.get('epci')).toBe(13);
    expect(counts.get('couverture-ftth')).toBe(194);
    expect(counts.get('projets')).toBe((await items('projets')).numberMatched);
  });

  it.each([[['-oo', 'PAGE_SIZE=17']], [[]]])('reads each commune once, page after page %j', async (paging) => {
    const file = path.join(folder, `communes-${paging.length}.gpkg`);
    await ogr('ogr2ogr', '-f', 'GPKG', file, `OAPIF:${origin}/ogc/collections/communes`, ...paging);
    const [counted] = await rows(
      file,
      'select count(*) as n, count(distinct code) as codes, sum(population) as people, sum(st_isvalid(geom)) as valid from communes',
    );
    const { features } = await items('communes');
    expect(counted).toEqual({
      n: 194,
      codes: 194,
      people: features.reduce((sum, { properties }) => sum + Number(properties.population), 0),
      valid: 194,
    });
  });

  it('reads the figures of an indicator as the API tells them', async () => {
    const file = path.join(folder, 'ftth.gpkg');
    await ogr('ogr2ogr', '-f', 'GPKG', file, `OAPIF:${origin}/ogc/collections/couverture-ftth`);
    const [sums] = await rows(
      file,
      `select sum(numerateur) as ftth, sum(denominateur) as locaux, count(distinct periode) as periods from "couverture-ftth"`,
    );
    const answer = (await (
      await fetch(`${origin}/api/v1/indicateurs/couverture-ftth/valeurs?niveau=departement`)
    ).json()) as { valeurs: { numerateur: number; denominateur: number }[] };
    expect(sums).toEqual({ ftth: answer.valeurs[0]?.numerateur, locaux: answer.valeurs[0]?.denominateur, periods: 1 });
  });

  it('sends its filters to the server', async () => {
    const recorder = await openRecorder();
    try {
      const where = await ogr(
        'ogrinfo',
        '-ro',
        '-so',
        '-where',
        `epci = '200056232'`,
        `OAPIF:${recorder.url}/ogc`,
        'communes',
      );
      const { communes } = (await (await fetch(`${origin}/api/v1/territoires/epci/200056232`)).json()) as {
        communes: string[];
      };
      expect(where).toContain(`Feature Count: ${communes.length}`);
      expect(recorder.asked.filter((address) => address.includes('epci=200056232')).length).toBeGreaterThan(0);
      const box = await ogr(
        'ogrinfo',
        '-ro',
        '-so',
        '-spat',
        '2.3',
        '48.6',
        '2.4',
        '48.7',
        `OAPIF:${recorder.url}/ogc`,
        'communes',
      );
      const { numberMatched } = await items('communes', { bbox: '2.3,48.6,2.4,48.7' });
      expect(numberMatched).toBeGreaterThan(5);
      expect(numberMatched).toBeLessThan(60);
      expect(box).toContain(`Feature Count: ${numberMatched}`);
      expect(recorder.asked.filter((address) => /[?&]bbox=2\.\d/.test(address)).length).toBeGreaterThan(0);
    } finally {
      recorder.close();
    }
  });

  it.each([
    [2154, lambert, 0.01],
    [3857, 'http://www.opengis.net/def/crs/EPSG/0/3857', 0.01],
  ])('agrees with our coordinates in EPSG:%i to a centimetre', async (code, crs, tolerance) => {
    const plain = path.join(folder, 'communes.geojson');
    await writeFile(plain, JSON.stringify({ type: 'FeatureCollection', features: (await items('communes')).features }));
    const text = await ogr(
      'ogr2ogr',
      '-f',
      'GeoJSON',
      '/vsistdout/',
      plain,
      '-t_srs',
      `EPSG:${code}`,
      '-lco',
      'COORDINATE_PRECISION=4',
    );
    const theirs = (JSON.parse(text) as { features: Feature[] }).features;
    const ours = (await items('communes', { crs })).features;
    let compared = 0;
    for (const [i, feature] of ours.entries()) {
      const [a, b] = [feature.geometry.coordinates.flat(2), theirs[i]!.geometry.coordinates.flat(2)];
      expect(a.length).toBe(b.length);
      for (const [j, [x = 0, y = 0]] of a.entries()) {
        const [tx = 0, ty = 0] = b[j] ?? [];
        compared++;
        if (Math.hypot(x - tx, y - ty) > tolerance) expect.fail(`${feature.id}: ${x} ${y} against ${tx} ${ty}`);
      }
    }
    expect(compared).toBeGreaterThan(5_000);
  });
});

it('is found from the command line of the recipe', async () => {
  const page = await (await fetch(`${origin}/ogc/qgis`)).text();
  const [, command] = /<code>(ogr2ogr [^<]*)<\/code>/.exec(page) ?? [];
  const file = path.join(folder, 'recette.gpkg');
  const child = spawn('sh', ['-c', (command ?? '').replaceAll('&quot;', '"').replace('ftth.gpkg', file)]);
  const [status] = await once(child, 'exit');
  expect(status, command).toBe(0);
  expect(await rows(file, 'select count(*) as n from "couverture-ftth"')).toEqual([{ n: 194 }]);
});
