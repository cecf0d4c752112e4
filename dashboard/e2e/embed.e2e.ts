/** A map and a chart in the page of another site, by the lines that the dialog gives; what the framing policy lets through. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { colorsOf, desktop, phone, type Visit, visit } from './browser.ts';
import { type Program, startProgram } from './program.ts';

const origin = inject('origin');
let host: { readonly origin: string; html: string; readonly server: Server };
let current: Visit | null = null;

beforeAll(async () => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(host.html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  // Another name of this machine: another origin, and another site.
  host = { origin: `http://localhost:${address.port}`, html: '', server };
});
afterAll(() => host.server.close());
afterEach(async () => {
  await current?.close();
  current = null;
});

async function open(at: string, address: string, options: Parameters<typeof visit>[2] = {}): Promise<Page> {
  await current?.close();
  current = await visit(at, address, options);
  return current.page;
}

/** Opens the dialog of a view, chooses a part, and takes the lines. */
async function takeSnippet(at: string, address: string, part?: string): Promise<string> {
  const page = await open(at, address);
  // The map comes after the page: a press while it takes its place may fall on what is about to move.
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Intégrer' }).click();
  if (part) {
    await page.getByRole('button', { name: /Ce qui est montré/ }).click();
    await page.getByRole('option', { name: part }).click();
  }
  return page.getByLabel('Code à copier').inputValue();
}

/** The page of another site that holds the lines, and its frame. */
async function frameIn(snippet: string, viewport: { width: number; height: number }): Promise<[Page, Frame]> {
  host.html = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <link rel="icon" href="data:,"><title>Une autre page</title><h1>Le numérique ici</h1>${snippet}</html>`;
  const page = await open(host.origin, '/', { viewport });
  await page.locator('iframe').scrollIntoViewIfNeeded();
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('no frame');
  return [page, frame];
}

/** Neither an error nor a request to a third site; the frame's own are ours. */
const complaints = () => current?.complaints.filter((each) => !each.startsWith(`request to ${origin}`));

describe.each([
  ['at 1440 px', desktop],
  ['at 390 px', phone],
])('in the page of another site %s', (_, viewport) => {
  it('shows the map, its sentence, its legend and its source, and nothing of the shell', async () => {
    const [page, frame] = await frameIn(await takeSnippet(origin, '/'), viewport);
    await frame.locator('[data-map-idle="true"]').waitFor({ timeout: 60_000 });
    const text = (await frame.locator('body').innerText()).replaceAll(/\s+/g, ' ');
    for (const told of [
      '96,8 %',
      'des locaux de l’Essonne sont raccordables à la fibre',
      'Couverture FttH',
      'Source : Observatoire des déploiements fixes, communes, Arcep, données au 30/06/2026, Licence Ouverte 1.0',
      'Présence numérique · Essonne',
    ])
      expect(text).toContain(told);
    expect(await frame.locator('header, nav').count()).toBe(0);
    const drawn = colorsOf(await page.locator('iframe').screenshot(), 60);
    for (const color of ['#ffffcc', '#a1dab4', '#41b6c4', '#2c7fb8', '#253494']) expect(drawn).toContain(color);
    const whole = frame.getByRole('link', { name: 'Ouvrir la vue complète' });
    expect([
      await whole.getAttribute('href'),
      await whole.getAttribute('target'),
      await whole.getAttribute('rel'),
    ]).toEqual(['/', '_blank', 'noopener']);
    expect(complaints()).toEqual([]);
  });

  it('shows one chart alone, with its source', async () => {
    const [, frame] = await frameIn(await takeSnippet(origin, '/ecarts/equilibre', 'La courbe de Lorenz'), viewport);
    const heading = frame.getByRole('heading', { level: 2 });
    await heading.waitFor();
    expect(await heading.allInnerTexts()).toEqual([
      'La moitié de ce qui manque tient dans des communes qui comptent 15,4 % des locaux'.replace('4 %', '4\u202f%'),
    ]);
    expect(await frame.locator('footer').innerText()).toContain('Arcep, données au 30/06/2026');
    const box = await frame.locator('main').evaluate((main) => [main.scrollWidth, main.clientWidth]);
    expect(box[0]).toBeLessThanOrEqual(box[1] ?? 0);
    expect(complaints()).toEqual([]);
  });
});

describe('a frame', () => {
  it('opens other screens in a new tab, whole', async () => {
    const [page, frame] = await frameIn(await takeSnippet(origin, '/'), desktop);
    const opened = page.context().waitForEvent('page');
    await frame.getByRole('link', { name: 'Définition et méthode' }).click();
    expect((await opened).url()).toBe(`${origin}/methode#couverture-ftth`);
    expect(new URL(frame.url()).search).toBe('?cadre=page');
  });

  it('shows nothing of a screen on which people write, even when it gets there by itself', async () => {
    const [, frame] = await frameIn(await takeSnippet(origin, '/'), desktop);
    await frame.evaluate(() => {
      window.history.pushState(null, '', '/preselection?cadre=page');
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
    await frame.getByText('Cette page ne se consulte pas à l’intérieur d’une autre.').waitFor();
    expect(await frame.locator('button, input').count()).toBe(0);
  });

  it('is not offered where people write', async () => {
    const page = await open(origin, '/preselection?choix=F001|F002|F003');
    expect(await page.getByRole('button', { name: 'Intégrer' }).count()).toBe(0);
  });
});

describe('with FRAME_ANCESTORS=none', () => {
  let closed: Program;
  beforeAll(async () => {
    closed = await startProgram({ FRAME_ANCESTORS: 'none' });
  });
  afterAll(() => closed.stop());

  it('the dialog says that the frame would stay empty, and it does', async () => {
    const snippet = await takeSnippet(closed.origin, '/');
    await current?.page.getByText('le cadre resterait vide').waitFor();
    const [, frame] = await frameIn(snippet, desktop);
    await expect.poll(() => frame.url()).toBe('chrome-error://chromewebdata/');
    expect(current?.complaints.join()).toContain("frame-ancestors 'none'");
  });
});

describe('what axe says', () => {
  it.each([
    ['/?cadre=page', { width: 300, height: 500 }],
    ['/?cadre=page&onglet=tableau', phone],
    ['/?cadre=classement', phone],
    ['/?territoire=commune-91272&cadre=historique', phone],
    ['/ecarts/equilibre?cadre=courbe', phone],
    ['/ecarts/equilibre?cadre=partage', { width: 300, height: 500 }],
    ['/ecarts/cuivre?cadre=calendrier', { width: 300, height: 500 }],
    ['/ecarts/cuivre?cadre=page', desktop],
    ['/ecarts?cadre=page', desktop],
    ['/ecarts/classement?cadre=page', phone],
    ['/projets?cadre=page', desktop],
    ['/projets/repartition?cadre=matrice', desktop],
    ['/projets/repartition?cadre=themes', phone],
    ['/feuille-de-route?cadre=projets', desktop],
  ])('of %s is nothing', async (address, viewport) => {
    const page = await open(origin, address, { viewport });
    await page.waitForLoadState('networkidle');
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.locator('footer').last().innerText()).toMatch(/Sources?\s:/);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(current?.complaints).toEqual([]);
  });

  it.each([desktop, phone])('of the dialog at %o is nothing, and Escape closes it', async (viewport) => {
    const page = await open(origin, '/ecarts/cuivre', { viewport });
    const button = page.getByRole('button', { name: 'Intégrer' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Tous les sites peuvent intégrer cette page.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
