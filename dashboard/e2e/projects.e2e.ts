/** The catalogue of referenced projects in Chromium: searched, narrowed, put aside, summarised. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { colorsOf, phone, waitForMap } from './browser.ts';
import { openVisits } from './visits.ts';

const origin = inject('origin');
const open = openVisits(origin);

/** Two cores that draw a map in software answer when they can. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const lead = async (page: Page) => plain(await page.locator('h1 + p').innerText());
const count = (page: Page) => page.locator('main ol > li').count();
const box = (page: Page, facet: string, name: string | RegExp) =>
  page.getByRole('group', { name: facet }).getByRole('checkbox', { name });
const tick = (page: Page, facet: string, name: string) =>
  page.getByRole('group', { name: facet }).getByText(name, { exact: true }).click();

describe('the catalogue of projects', () => {
  it('says the 95 projects in a sentence, lists every theme, and draws the projects on the map', async () => {
    const page = await open('/projets');
    await eventually(() => count(page)).toBe(95);
    expect(await lead(page)).toMatch(
      /^95 projets recensés, dont 23 sans EPCI ; 13 ont un budget connu, .* au total\.$/,
    );
    await box(page, 'Thème', 'Cybersécurité et cloud 0 projet').waitFor();
    await box(page, 'Intercommunalité (EPCI)', /^Paris-Saclay 23 projets$/).waitFor();
    await box(page, 'Intercommunalité (EPCI)', /^Grand Paris Sud.* 13 projets$/).waitFor();
    await box(page, 'Intercommunalité (EPCI)', /^Cœur d’Essonne.* 12 projets$/).waitFor();
    await box(page, 'Intercommunalité (EPCI)', /^Sans EPCI.* 23 projets$/).waitFor();
    await waitForMap(page);
    await eventually(async () => colorsOf(await page.locator('[data-map-idle]').screenshot(), 40)).toEqual(
      expect.arrayContaining(['#0072b2', '#e69f00', '#009e73']),
    );
    expect(await page.locator('main').innerText()).toContain('23 projets sans EPCI ne sont pas sur la carte.');
  });

  it('narrows the list facet by facet, with counts that follow, and Back undoes each choice', async () => {
    const page = await open('/projets');
    await eventually(() => count(page)).toBe(95);
    await tick(page, 'Intercommunalité (EPCI)', 'Paris-Saclay');
    await eventually(() => count(page)).toBe(23);
    expect(page.url()).toBe(`${origin}/projets?epcis=200056232`);
    await box(page, 'Thème', 'Inclusion et médiation 6 projets').waitFor();
    // Its own facet still tells what other choices would give.
    await box(page, 'Intercommunalité (EPCI)', /^Grand Paris Sud.* 13 projets$/).waitFor();
    await tick(page, 'Thème', 'Inclusion et médiation');
    await eventually(() => count(page)).toBe(6);
    expect(await lead(page)).toContain('6 projets recensés pour Paris-Saclay, sur le thème « Inclusion et médiation »');
    await page.goBack();
    await eventually(() => count(page)).toBe(23);
    await page.goBack();
    await eventually(() => count(page)).toBe(95);
    expect(page.url()).toBe(`${origin}/projets`);
  });

  it('opens the projects of an EPCI on a theme from their address, and takes the choices away', async () => {
    const page = await open('/projets?epcis=200056232&themes=inclusion-mediation');
    await eventually(() => count(page)).toBe(6);
    await page.getByRole('button', { name: 'Retirer Inclusion et médiation' }).click();
    await eventually(() => count(page)).toBe(23);
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await eventually(() => count(page)).toBe(95);
  });

  it('finds without accents, and words alike for a typing error, and says so', async () => {
    const page = await open('/projets');
    const field = page.getByRole('searchbox', { name: 'Chercher dans les projets' });
    await field.fill('mediatheque');
    await page.waitForURL(/q=mediatheque/);
    await page.getByRole('link', { name: /médiathèque Olivier-Léonhardt/ }).waitFor();
    await eventually(() => lead(page)).toMatch(/contien(t|nent) « mediatheque »/);
    await field.fill('mediateque');
    await eventually(() => lead(page)).toMatch(/^Aucune fiche ne contient « mediateque » ; voici /);
    await page.getByRole('link', { name: /médiathèque Olivier-Léonhardt/ }).waitFor();
    await page.goBack();
    await eventually(() => field.inputValue()).toBe('mediatheque');
    await field.fill('xyzzyqq');
    await page.getByText('l’absence ici n’est pas l’absence sur le terrain', { exact: false }).waitFor();
    expect(await lead(page)).toBe('Aucun projet recensé ne contient « xyzzyqq ».');
  });

  it('keeps the EPCI that is clicked on the map, and leaves it at the second click', async () => {
    const page = await open('/projets');
    await waitForMap(page);
    const map = page.locator('[data-map-idle]');
    const frame = (await map.boundingBox())!;
    await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
    await eventually(() => map.getAttribute('data-code')).toMatch(/^\d{9}$/);
    const code = await map.getAttribute('data-code');
    await page.mouse.click(frame.x + frame.width / 2, frame.y + frame.height / 2);
    await page.waitForURL(`${origin}/projets?epcis=${code}`);
    await page.getByRole('button', { name: 'Tout effacer' }).waitFor();
    await waitForMap(page);
    await page.mouse.click(frame.x + frame.width / 2, frame.y + frame.height / 2);
    await page.waitForURL(`${origin}/projets`);
  });

  it('does all of it with the keyboard alone, to the summary of two projects', async () => {
    const page = await open('/projets');
    await eventually(() => count(page)).toBe(95);
    await page.getByRole('searchbox', { name: 'Chercher dans les projets' }).focus();
    await page.keyboard.type('paris-saclay');
    await page.waitForURL(/q=paris-saclay/);
    await page.getByText(/les plus proches d’abord/).waitFor();
    await press(page, 'Tab', (name) => name.startsWith('Inclusion et médiation'));
    await page.keyboard.press('Space');
    await page.waitForURL(/themes=inclusion-mediation/);
    await press(page, 'Tab', (name) => name.startsWith('Retenir pour la synthèse'));
    await page.keyboard.press('Space');
    await page.waitForURL(/choix=P\d+$/);
    await press(page, 'Tab', (name) => name.startsWith('Retenir pour la synthèse'));
    await page.keyboard.press('Space');
    await page.getByText('2 projets retenus').waitFor();
    await press(page, 'Tab', (name) => name === 'Voir la synthèse');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Synthèse de 2 projets recensés' }).waitFor();
  });

  it('folds facets and map on a phone, and nothing overflows', async () => {
    const page = await open('/projets', { viewport: phone });
    await eventually(() => count(page)).toBe(95);
    await page.getByText('Affiner la liste').click();
    await tick(page, 'Thème', 'Données et SIG');
    await eventually(() => count(page)).toBe(4);
    await page.getByText('Carte des projets de la liste').click();
    expect(await page.locator('[data-map-idle]').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });
});

describe('the summary for a committee', () => {
  it('compares the sheets put aside, writes their sources in full, and lets one go', async () => {
    const page = await open('/projets');
    await page.getByText('Retenir', { exact: true }).first().click();
    await page.getByText('1 projet retenu').waitFor();
    await page.getByText('Retenir', { exact: true }).nth(1).click();
    await page.getByRole('link', { name: 'Voir la synthèse' }).click();
    await page.getByRole('heading', { level: 1, name: 'Synthèse de 2 projets recensés' }).waitFor();
    await eventually(() => page.locator('tbody tr').count()).toBe(2);
    expect(await page.locator('article').first().innerText()).toMatch(/https?:\/\/\S+/);
    await page
      .getByRole('button', { name: /^Retirer de la synthèse/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Synthèse de 1 projet recensé' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Synthèse de 2 projets recensés' }).waitFor();
  });

  it('tells budgets with the number of sheets that have one', async () => {
    const page = await open('/projets/synthese?choix=P003|P026');
    await eventually(() => lead(page)).toBe(
      '2 projets sur 2 thèmes, pour Paris-Saclay, dont un sans EPCI ; un seul a un budget connu, 4 millions d’euros.',
    );
  });

  it('takes the first 40 of the list when none is put aside, and prints on A4 pages', async () => {
    const page = await open('/projets/synthese');
    await eventually(() => page.locator('article').count()).toBe(40);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Number(width), Number(height)].map(Math.round)).toEqual([595, 842]);
  });
});

/** Presses a key until what has the focus bears the name; a page where it never comes fails. */
async function press(page: Page, key: string, isThere: (name: string) => boolean): Promise<void> {
  for (let times = 0; times < 120; times += 1) {
    await page.keyboard.press(key);
    const name = await page.evaluate(() => {
      const focused = document.activeElement;
      const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : focused?.textContent;
      return focused?.getAttribute('aria-label') ?? label ?? '';
    });
    if (isThere(plain(name).trim())) return;
  }
  throw new Error(`${key} never reached it`);
}
