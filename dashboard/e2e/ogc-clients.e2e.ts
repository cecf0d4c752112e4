/** Clients of geographic data that no one here wrote, GDAL aside: OWSLib, QGIS, ogc-client; redocly on the description. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { OgcApiEndpoint } from '@camptocamp/ogc-client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { faultsOf } from '../../etl/testing-strict-tile.ts';
import { items } from './ogc-items.ts';

const origin = inject('origin');
const run = promisify(execFile);
const options = { maxBuffer: 64 * 1024 * 1024 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-ogc-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a script of Debian's Python, which has the bindings; its last line is JSON. */
async function python<Answer>(script: string, ...given: string[]): Promise<Answer> {
  const environment = { ...process.env, QT_QPA_PLATFORM: 'offscreen', HOME: folder, XDG_RUNTIME_DIR: folder };
  const { stdout } = await run('/usr/bin/python3', ['-c', script, origin, ...given], { ...options, env: environment });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Answer;
}

describe('OWSLib', () => {
  it('lists the collections, reads features, one of them and the queryables', async () => {
    const answer = await python<Record<string, unknown>>(`
import json, sys
from owslib.ogcapi.features import Features
service = Features(sys.argv[1] + '/ogc')
page = service.collection_items('communes', limit=7, bbox=[2.3, 48.6, 2.4, 48.7])
print(json.dumps({
  'collections': service.feature_collections(),
  'conforms': len(service.conformance()['conformsTo']),
  'returned': page['numberReturned'],
  'matched': page['numberMatched'],
  'one': service.collection_item('communes', '91228')['properties']['nom'],
  'queryables': sorted(service.collection_queryables('communes')['properties']),
  'paths': len(service.api()['paths']),
}))
`);
    const { numberMatched } = await items('communes', { bbox: '2.3,48.6,2.4,48.7' });
    expect(answer).toMatchObject({ returned: 7, matched: numberMatched, one: 'Évry-Courcouronnes' });
    expect(answer.collections).toEqual(
      expect.arrayContaining(['communes', 'epci', 'lieux', 'projets', 'couverture-ftth']),
    );
    expect(answer.queryables).toEqual(expect.arrayContaining(['code', 'epci', 'geometry', 'nom', 'population']));
    expect(answer.conforms).toBeGreaterThan(8);
    expect(answer.paths).toBeGreaterThan(50);
  });
});

describe('QGIS', () => {
  it('opens a layer of features and the vector tiles', async () => {
    const answer = await python<Record<string, unknown>>(`
import json, sys, urllib.request
from qgis.core import (QgsApplication, QgsVectorLayer, QgsVectorTileLayer, QgsFeatureRequest, QgsRectangle,
  QgsMapBoxGlStyleConverter, QgsMapSettings, QgsMapRendererSequentialJob, QgsCoordinateReferenceSystem)
from qgis.PyQt.QtCore import QSize, Qt
app = QgsApplication([], False)
app.initQgis()
uri = "url='%s/ogc' typename='%s'"
def read(name):
    layer = QgsVectorLayer(uri % (sys.argv[1], name), name, 'OAPIF')
    features = list(layer.getFeatures()) if layer.isValid() else []
    return layer, features
communes, outlines = read('communes')
ftth, figures = read('couverture-ftth')
inside = list(ftth.getFeatures(QgsFeatureRequest().setFilterRect(QgsRectangle(2.3, 48.6, 2.4, 48.7))))
tiles = QgsVectorTileLayer('type=xyz&url=%s/tiles/communes/{z}/{x}/{y}.mvt&zmin=5&zmax=12' % sys.argv[1], 'tuiles')
# What a person would see: the tiles drawn over a part of the Essonne, on white.
settings = QgsMapSettings()
settings.setLayers([tiles])
settings.setDestinationCrs(QgsCoordinateReferenceSystem('EPSG:3857'))
settings.setExtent(QgsRectangle(240000, 6180000, 270000, 6210000))
settings.setOutputSize(QSize(200, 200))
settings.setBackgroundColor(Qt.white)
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()
drawn = sum(1 for x in range(200) for y in range(200) if image.pixel(x, y) != 0xffffffff)
converter = QgsMapBoxGlStyleConverter()
converted = converter.convert(urllib.request.urlopen(sys.argv[1] + '/tiles/style.json').read().decode())
print(json.dumps({
  'valid': [communes.isValid(), ftth.isValid(), tiles.isValid()],
  'features': len(outlines),
  'codes': len({one['code'] for one in outlines}),
  'empty': sum(1 for one in outlines if one.geometry().isEmpty()),
  'numerator': sum(one['numerateur'] or 0 for one in figures),
  'inside': len(inside),
  'drawn': drawn,
  'style': int(converted),
  'styled': len(converter.renderer().styles()),
  'labelled': len(converter.labeling().styles()),
}))
sys.stdout.flush()
import os
os._exit(0)
`);
    const { features } = await items('couverture-ftth');
    expect(answer).toEqual({
      valid: [true, true, true],
      features: 194,
      codes: 194,
      empty: 0,
      numerator: features.reduce((sum, { properties }) => sum + Number(properties.numerateur), 0),
      inside: (await items('couverture-ftth', { bbox: '2.3,48.6,2.4,48.7' })).numberMatched,
      drawn: expect.any(Number),
      style: 0,
      styled: 6,
      labelled: 2,
    });
    expect(Number(answer.drawn)).toBeGreaterThan(10_000);
  });
});

describe('ogc-client', () => {
  it('lists the collections, reads items and finds the tiles', async () => {
    const endpoint = new OgcApiEndpoint(`${origin}/ogc`);
    expect(await endpoint.hasFeatures).toBe(true);
    const collections = await endpoint.featureCollections;
    expect(collections).toEqual(expect.arrayContaining(['communes', 'epci', 'lieux', 'projets', 'couverture-ftth']));
    const found = await endpoint.getCollectionItems('communes', 5, 0);
    expect(found.map(({ properties }) => (properties as unknown as { code: string }).code)).toEqual(
      (await items('communes', { limit: '5' })).features.map(({ id }) => id),
    );
    expect(await endpoint.vectorTileCollections).toEqual(['communes', 'epci']);
    expect(await endpoint.tileMatrixSets).toEqual(['WebMercatorQuad']);
    const tileset = await (await fetch(await endpoint.getVectorTilesetUrl('communes'))).json();
    expect(tileset).toMatchObject({ dataType: 'vector', layers: [{ id: 'communes' }] });
  });
});

describe('the description of the service', () => {
  it('has no fault for redocly', async () => {
    const file = path.join(folder, 'ogc.json');
    await writeFile(file, await (await fetch(`${origin}/ogc/api?f=json`)).text());
    const { stdout, stderr } = await run('node_modules/.bin/redocly', ['lint', '--format=json', file], options);
    const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { totals: { errors: number; warnings: number } };
    expect(report.totals, stderr).toMatchObject({ errors: 0, warnings: 0 });
  });
});

describe('the tiles', () => {
  it.each(['communes', 'epci'])(
    'hold nothing that a strict decoder refuses, from zoom 5 to 12: %s',
    async (tileset) => {
      const { bounds, minzoom, maxzoom } = (await (await fetch(`${origin}/tiles/${tileset}.json`)).json()) as {
        bounds: [number, number, number, number];
        minzoom: number;
        maxzoom: number;
      };
      const [west, south, east, north] = bounds;
      expect([minzoom, maxzoom]).toEqual([5, 12]);
      let read = 0;
      for (let z = minzoom; z <= maxzoom; z++) {
        const column = (longitude: number) => Math.floor(((longitude + 180) / 360) * 2 ** z);
        const row = (latitude: number) =>
          Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);
        for (let x = column(west); x <= column(east); x++)
          for (let y = row(north); y <= row(south); y++) {
            const response = await fetch(`${origin}/tiles/${tileset}/${z}/${x}/${y}.mvt`);
            if (response.status === 204) continue;
            read++;
            expect(faultsOf(new Uint8Array(await response.arrayBuffer())), `${z}/${x}/${y}`).toEqual([]);
          }
      }
      expect(read).toBeGreaterThan(80);
    },
  );
});

describe('a client that leaves in the middle', () => {
  it('costs nothing to the next one', async () => {
    const { hostname, port } = new URL(origin);
    for (let i = 0; i < 10; i++) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(
        `GET /ogc/collections/couverture-ftth/items?limit=1000&datetime=../..&nom=${i} HTTP/1.1\r\nHost: x\r\n\r\n`,
      );
      socket.write(`GET /ogc/collections/communes/items?limit=1000 HTTP/1.1\r\nHost: ${i}\r\n\r\n`);
      if (i % 2 === 0) await Promise.race([once(socket, 'data'), new Promise((done) => setTimeout(done, 30))]);
      socket.destroy();
    }
    expect((await items('communes')).numberMatched).toBe(194);
  });
});
