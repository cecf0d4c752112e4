/** The style of our tiles on the page of someone else: maplibre draws it there, from our origin and no other. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { expect, inject, it } from 'vitest';
import { colorsOf, visit } from './browser.ts';

const origin = inject('origin');
const script = createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl.js');

it('is drawn on another site', async () => {
  const files: Record<string, string> = {
    '/': `<!doctype html><html lang="fr"><title>Autre site</title><link rel="icon" href="data:,"><h1>Autre site</h1>
<div id="map" style="width:600px;height:400px"></div><script src="/maplibre-gl.js"></script><script>
const map = new maplibregl.Map({ container: 'map', style: '${origin}/tiles/style.json', center: [2.25, 48.52], zoom: 8.6, fadeDuration: 0 });
map.on('error', ({ error }) => console.error(error.message));
map.once('idle', () => { document.body.dataset.drawn = map.queryRenderedFeatures({ layers: ['communes'] }).length; });
</script></html>`,
    '/maplibre-gl.js': await readFile(script, 'utf8'),
  };
  const site = createServer((request, response) => {
    const body = files[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': request.url === '/' ? 'text/html; charset=utf-8' : 'text/javascript',
    });
    response.end(body);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const own = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const { page, complaints, close } = await visit(own, '/');
  try {
    await page.locator('body[data-drawn]').waitFor({ timeout: 60_000 });
    expect(Number(await page.locator('body').getAttribute('data-drawn'))).toBeGreaterThan(100);
    const colors = colorsOf(await page.locator('#map').screenshot(), 300);
    expect(colors).toEqual(expect.arrayContaining(['#fffefb', '#f6f4ef']));
    // All that is asked of anyone is asked of us.
    expect(complaints.filter((complaint) => !complaint.startsWith(`request to ${origin}/tiles/`))).toEqual([]);
    expect(complaints.length).toBeGreaterThan(3);
  } finally {
    await close();
    site.close();
  }
});
