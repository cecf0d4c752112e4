import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { openSeededApp } from './testing.ts';

let seeded: Awaited<ReturnType<typeof openSeededApp>>;
let app: ReturnType<typeof createApp>;
const hostile = '</script><script>alert(1)</script><!-- "Lieu" & $& <b>';

beforeAll(async () => {
  seeded = await openSeededApp();
  const dashboardFolder = await mkdtemp(path.join(tmpdir(), 'dashboard-'));
  await writeFile(
    path.join(dashboardFolder, 'index.html'),
    '<!doctype html><html><head><meta name="description" content="Où manque la fibre."><title>Présence numérique</title></head></html>',
  );
  const { database, tilesFolder } = seeded;
  await database.query(
    `insert into project (load_id, id, title, summary, theme, carrier, carrier_siren, level, phase, source_url, source_on, confidence)
     select load_id, 'p4', $1, $1, theme, carrier, '200056232', level, phase, 'https://example.org/?a=1&b=</script>', '2022-11', confidence
     from project where id = 'p1'`,
    [hostile],
  );
  app = createApp({ database, tilesFolder, dashboardFolder, now: () => new Date(0), log: () => {} });
});
afterAll(() => seeded.database.close());

const open = async (address: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  app.request(`https://observatoire.example${address}`, { headers });
const blockOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

describe('the page of a project', () => {
  it('names it before any script runs, and describes it to machines', async () => {
    const response = await open('/projets/p2');
    const html = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).toContain('<title>Fibre à l’école · Présence numérique</title>');
    expect(html.match(/<meta name="description"/g)).toHaveLength(1);
    expect(html).toContain('<meta name="description" content="Résumé">');
    expect(blockOf(html)).toEqual({
      '@context': 'https://schema.org',
      '@type': ['Project', 'CreativeWork'],
      identifier: 'p2',
      url: 'https://observatoire.example/projets/p2',
      name: 'Fibre à l’école',
      description: 'Résumé',
      inLanguage: 'fr',
      keywords: 'E-éducation',
      provider: { '@type': 'Organization', name: 'Porteur' },
      spatialCoverage: [
        { '@type': 'AdministrativeArea', name: 'CA Alpha', identifier: '200000001' },
        { '@type': 'AdministrativeArea', name: 'EPT Gamma', identifier: '200000002' },
        { '@type': 'AdministrativeArea', name: 'Gamma', identifier: '91003' },
      ],
      isBasedOn: 'https://example.org',
    });
  });

  it('lets no text of a sheet become markup', async () => {
    const html = await (await open('/projets/p4')).text();
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain('<!--');
    expect(html).not.toContain('<b>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &quot;Lieu&quot; &amp; $&amp; &lt;b&gt; · ');
    expect(blockOf(html)).toMatchObject({
      name: hostile,
      description: hostile,
      dateModified: '2022-11',
      provider: { identifier: '200056232' },
      isBasedOn: 'https://example.org/?a=1&b=</script>',
    });
  });

  it('stays compressed for who asks, and whole', async () => {
    const response = await open('/projets/p2', { accept: 'text/html', 'accept-encoding': 'gzip' });
    const body = response.body?.pipeThrough(new DecompressionStream('gzip'));
    const html =
      response.headers.get('content-encoding') === 'gzip' ? await new Response(body).text() : await response.text();
    expect(html).toContain('Fibre à l’école');
  });

  it.each(['/projets/repartition', '/projets/inconnu', '/projets', '/projets/p2/autre'])(
    'is the plain page at %s',
    async (address) => {
      const html = await (await open(address)).text();
      expect(html).toContain('<title>Présence numérique</title>');
      expect(html).not.toContain('ld+json');
    },
  );

  it('leaves the JSON to the API', async () => {
    const response = await open('/api/v1/projets/p2');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect((await response.json()).projet.titre).toBe('Fibre à l’école');
  });
});
