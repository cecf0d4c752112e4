/** Gaps in Chromium: what is said first, the matrix by keyboard, the threshold, the ranking by weights. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { phone } from './browser.ts';
import { openVisits } from './visits.ts';

const origin = inject('origin');
const open = openVisits(origin);

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const lead = async (page: Page) => plain(await page.locator('h1 + p').innerText());
const firstSteps = async (page: Page) => (await page.locator('main ol > li h3').allInnerTexts()).map(plain);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const withClass = (page: Page, kind: string) => page.locator(`td[data-class="${kind}"]`).count();

describe('needs and projects', () => {
  it('says three sentences and three things to do first, each with the list behind it', async () => {
    const page = await open('/ecarts');
    await eventually(() => firstSteps(page)).toHaveLength(3);
    expect(await lead(page)).toMatch(
      /^Dans l’Essonne : le besoin est mesuré dans 1 thème sur 13 ; le plus grand écart est celui de Paris-Saclay, part des locaux raccordables à la fibre de 94,3 %, contre 96,8 % pour l’Essonne\. Face aux 2 besoins .*\. Aucun EPCI n’a répondu au recensement /,
    );
    expect((await firstSteps(page))[0]).toBe('Paris-Saclay : raccorder 10 895 locaux à la fibre');
    const census = await page.request.get(
      origin + (await page.getByRole('link', { name: 'Télécharger le modèle du recensement' }).getAttribute('href')),
    );
    expect(census.status()).toBe(200);
    await page.getByRole('link', { name: 'Voir les locaux sur la carte' }).click();
    await page.waitForURL(`${origin}/?indicateur=locaux-a-raccorder&epci=200056232`);
  });

  it('never says that there is no project where the census was not answered', async () => {
    const page = await open('/ecarts');
    await eventually(() => page.locator('td[data-class]').count()).toBe(13 * 13);
    expect(await withClass(page, 'besoin-sans-projet')).toBe(0);
    expect(await page.locator('main').innerText()).not.toMatch(/aucun projet/i);
  });

  it('follows the EPCI that is chosen, and Back undoes it', async () => {
    const page = await open('/ecarts');
    await eventually(() => firstSteps(page)).toHaveLength(3);
    await page.getByRole('button', { name: /Territoire/ }).click();
    await page.getByRole('option', { name: 'Paris-Saclay' }).click();
    await page.waitForURL(`${origin}/ecarts?epci=200056232`);
    await eventually(() => lead(page)).toMatch(/^Paris-Saclay : le besoin est mesuré dans 2 thèmes sur 13 ; part des/);
    await page.getByRole('rowheader', { name: 'Gif-sur-Yvette' }).waitFor();
    expect((await firstSteps(page))[0]).toBe('Raccorder 10 895 locaux à la fibre');
    await page.goBack();
    await eventually(() => lead(page)).toMatch(/^Dans l’Essonne/);
  });

  it('opens the detail of a cell with the keyboard alone, and gives the focus back', async () => {
    const page = await open('/ecarts');
    const cell = page.getByRole('button', { name: /^L’Orée de la Brie, Infrastructures et connectivité/ });
    await cell.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin}/ecarts?case=249100595%3Ainfrastructures-connectivite`);
    const detail = page.getByRole('dialog');
    await detail.getByText('Besoin et projet').waitFor();
    expect(plain(await detail.innerText())).toMatch(/Dourdannais.*96,0 % 96,8 %.*dernière nouvelle du/);
    // A key reaches the dialog once it has taken the focus.
    await eventually(() => detail.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await eventually(() => detail.count()).toBe(0);
    await eventually(() => focused(page)).toMatch(/^Le Dourdannais/);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toMatch(/Inclusion et médiation/);
  });

  it('classes again when the threshold moves, in the address', async () => {
    const page = await open('/ecarts?ecart=0.25');
    await eventually(() => withClass(page, 'besoin-avec-projet')).toBe(2);
    const slider = page.getByRole('slider', { name: /pire que la référence/ });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(`${origin}/ecarts?ecart=0.3`);
    await eventually(() => withClass(page, 'besoin-avec-projet')).toBe(1);
    await page.goBack();
    await eventually(() => withClass(page, 'besoin-avec-projet')).toBe(2);
    await eventually(() => slider.inputValue()).toBe('25');
  });

  it('gives a block by EPCI on a phone, with the same detail', async () => {
    const page = await open('/ecarts', { viewport: phone });
    await page.getByRole('button', { name: /^Paris-Saclay, Inclusion et médiation/ }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Voir les projets' }).click();
    await page.waitForURL(`${origin}/projets?themes=inclusion-mediation&epcis=200056232`);
  });

  it('opens a cell from its address', async () => {
    const page = await open('/ecarts?case=200056232:infrastructures-connectivite');
    await page.getByRole('dialog').getByText('Besoin et projet').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL(`${origin}/ecarts`);
  });

  it('lists everything that a point of vigilance counts, in the address, and each leads to its own page', async () => {
    const page = await open('/ecarts?epci=200056232');
    const block = page.locator('[data-block="sheets"]');
    await block.getByRole('button', { name: /^Voir la liste/ }).click();
    await page.waitForURL(`${origin}/ecarts?epci=200056232&vigilance=projets`);
    const counted = Number(plain(await block.locator('h3').innerText()).match(/^\d+/)?.[0]);
    const told = (await block.locator('li').allInnerTexts()).map(plain);
    expect(told.filter((text) => text.includes('dernière nouvelle')).length).toBe(counted);
    await block.locator('li a').first().click();
    await page.waitForURL(/\/projets\/P\d+/);
    await page.goBack();
    await block.getByRole('button', { name: /^Refermer la liste/ }).click();
    await page.waitForURL(`${origin}/ecarts?epci=200056232`);
  });

  it('tells the summary in the description of the page', async () => {
    const page = await open('/ecarts');
    const description = () => page.locator('meta[name="description"]').getAttribute('content');
    await eventually(async () => plain((await description()) ?? '')).toMatch(/^Dans l’Essonne : le besoin est mesuré/);
    await page.getByRole('link', { name: 'Carte', exact: true }).click();
    await eventually(async () => plain((await description()) ?? '')).toMatch(/raccordables/);
  });

  it('opens the list behind each point of vigilance', async () => {
    const page = await open('/ecarts?epci=200056232');
    await page.getByRole('link', { name: /^Voir le tableau des communes/ }).click();
    await page.waitForURL(`${origin}/?epci=200056232&onglet=tableau`);
    await page.goBack();
    await page.getByRole('link', { name: /^Voir les projets : fiches/ }).click();
    await page.waitForURL(`${origin}/projets?epci=200056232&epcis=200056232`);
  });
});

describe('the ranking by chosen criteria', () => {
  const order = (page: Page) => page.locator('main ol > li > a').allInnerTexts();

  it('reacts to a weight, keeps it in the address, and Back undoes it', async () => {
    const page = await open('/ecarts/classement');
    await eventually(() => order(page)).toHaveLength(20);
    expect(await lead(page)).toMatch(/^Selon les poids proposés, .* vient en tête des 194 communes, devant .* et /);
    const before = await order(page);
    const weight = page.getByRole('slider', { name: 'Niveau de vie médian' });
    await weight.focus();
    await page.keyboard.press('End');
    await page.waitForURL(/poids=couverture-ftth%3A3.*niveau-de-vie-median%3A10$/);
    await eventually(() => lead(page)).toMatch(
      /^Selon vos poids, .* 91 communes ne sont pas classées, faute d’un chiffre/,
    );
    expect(await order(page)).not.toEqual(before);
    await page.goBack();
    await eventually(() => order(page)).toEqual(before);
    await eventually(() => weight.inputValue()).toBe('0');
  });

  it('opens from a link with its weights, tells how robust it is, and leads to the map', async () => {
    const page = await open('/ecarts/classement?poids=couverture-ftth:5|couverture-thd:5');
    await eventually(() => order(page)).toHaveLength(20);
    await page.getByText('Ce que le classement doit aux poids').click();
    await page
      .getByText(/dans les dix premières \d\sfois sur 10/)
      .first()
      .waitFor();
    await page.getByText('Voir toute la liste en tableau').click();
    await eventually(() => page.locator('main table tbody tr').count()).toBe(194);
    const [first = ''] = await order(page);
    await page.locator('main ol > li > a').first().click();
    await page.getByRole('heading', { name: first }).waitFor();
  });

  it('says so when nothing weighs', async () => {
    const page = await open('/ecarts/classement?poids=couverture-ftth:0');
    await eventually(() => lead(page)).toMatch(/^Aucun critère ne compte/);
  });
});
