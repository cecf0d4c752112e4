import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { createApp } from './app.ts';
import { type FramingPolicy, parseFramingSettings } from './framing.ts';

let database: Database;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'framing-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Carte</title>');
  await writeFile(path.join(folder, 'assets', 'main-abc.js'), 'export {};');
});
afterAll(() => database.close());

function ask(framing: FramingPolicy | undefined, address: string) {
  const app = createApp({
    database,
    tilesFolder: folder,
    dashboardFolder: folder,
    now: () => new Date(0),
    log: () => {},
    ...(framing && { framing }),
  });
  return app.request(`http://localhost${address}`, { headers: { accept: 'text/html' } });
}
const ancestorsOf = async (framing: FramingPolicy | undefined, address: string) =>
  /frame-ancestors ([^;]*)/.exec((await ask(framing, address)).headers.get('content-security-policy') ?? '')?.[1];

describe('who may frame a page', () => {
  it.each([
    '/?cadre=page',
    '/?indicateur=couverture-thd&cadre=historique',
    '/projets?cadre=page',
    '/projets/P003?cadre=page',
    '/projets/repartition?cadre=matrice',
    '/feuille-de-route?cadre=projets',
    '/ecarts?cadre=page',
    '/ecarts/equilibre?cadre=courbe',
    '/ecarts/cuivre?cadre=calendrier',
  ])('is what the setting says, for %s', async (address) => {
    expect(await ancestorsOf(undefined, address)).toBe('*');
    expect(await ancestorsOf('no-one', address)).toBe("'none'");
    expect(await ancestorsOf(['https://www.exemple.fr', 'https://*.exemple.org'], address)).toBe(
      'https://www.exemple.fr https://*.exemple.org',
    );
  });

  it.each([
    '/',
    '/?cadre=',
    '/?cadre=courbe',
    '/?cadre=nope&cadre=page',
    '/ecarts/equilibre?cadre=calendrier',
    // People write there.
    '/preselection?cadre=page',
    '/preselection/abc?cadre=page',
    '/catalogue?cadre=page',
    '/catalogue/F001?cadre=page',
    '/donnees?cadre=page',
    '/nowhere?cadre=page',
    '/assets/main-abc.js?cadre=page',
    '/api/docs?cadre=page',
    '/api/v1/integration?cadre=page',
  ])('is no one for %s, whatever the setting', async (address) => {
    expect(await ancestorsOf('everyone', address)).toBe("'none'");
    expect(await ancestorsOf(['https://www.exemple.fr'], address)).toBe("'none'");
  });

  it('is told to the page that offers the snippet, and never kept', async () => {
    const told = async (framing: FramingPolicy) => (await ask(framing, '/api/v1/integration')).json();
    expect(await told('everyone')).toEqual({ politique: 'tous', origines: [] });
    expect(await told('no-one')).toEqual({ politique: 'aucun', origines: [] });
    expect(await told(['https://a.fr'])).toEqual({ politique: 'origines', origines: ['https://a.fr'] });
    const { headers } = await ask('everyone', '/api/v1/integration');
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
  });
});

describe('FRAME_ANCESTORS', () => {
  it('is everyone unless told otherwise', () => {
    expect(parseFramingSettings({})).toBe('everyone');
    expect(parseFramingSettings({ FRAME_ANCESTORS: ' * ' })).toBe('everyone');
    expect(parseFramingSettings({ FRAME_ANCESTORS: 'none' })).toBe('no-one');
    expect(
      parseFramingSettings({ FRAME_ANCESTORS: 'https://www.exemple.fr, https://*.exemple.org http://127.0.0.1:8080' }),
    ).toEqual(['https://www.exemple.fr', 'https://*.exemple.org', 'http://127.0.0.1:8080']);
  });

  it.each([
    'www.exemple.fr',
    'https://exemple.fr/',
    'https://exemple.fr/page',
    "https://exemple.fr; script-src 'unsafe-inline'",
    "'self'",
    'https://exemple.fr *',
    'ftp://exemple.fr',
  ])('refuses %s, in French, with what is accepted', (text) => {
    expect(() => parseFramingSettings({ FRAME_ANCESTORS: text })).toThrow(
      /^FRAME_ANCESTORS : « .+ » n’est pas accepté/,
    );
  });
});
