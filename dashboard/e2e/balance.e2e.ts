/** Balance and the closure of copper in Chromium: the figures that are read, and the choices that move them. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { phone, waitForMap } from './browser.ts';
import { openVisits } from './visits.ts';

const origin = inject('origin');
const open = openVisits(origin);

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const read = async (page: Page) => plain(await page.locator('main').innerText());

describe('the screen of balance', () => {
  it('says the magnitude first, then what the indices mean', async () => {
    const page = await open('/ecarts/equilibre');
    await eventually(() => read(page)).toContain(
      '22 801 locaux sur 719 204 ne sont pas encore raccordables à la fibre',
    );
    const text = await read(page);
    expect(text).toContain('72 % de l’écart se joue entre communes d’un même EPCI');
    expect(text).toContain('88 % (de 80 % à 94 %)');
    expect(text).toMatch(/Gini 0,56 .*Theil 0,57/);
    expect(text).toContain('l’indice de Theil ne serait que de 0,0009');
    expect(text).toContain('Rupture de série : T3 2017, T4 2017 et T1 2018');
    await eventually(() => read(page)).toContain('18 projets recensés sur 95');
  });

  it('leads from a commune that weighs to its panel', async () => {
    const page = await open('/ecarts/equilibre');
    await page.getByRole('link', { name: 'Le Plessis-Pâté' }).click();
    await page.waitForURL(`${origin}/?territoire=commune-91494`);
  });

  it('measures something else, in one EPCI or another period, and Back undoes it', async () => {
    const page = await open('/ecarts/equilibre');
    await page.getByRole('button', { name: /Ce qui manque/ }).click();
    await page.getByRole('option', { name: 'Locaux sans 1 Gbit/s' }).click();
    await eventually(() => read(page)).toMatch(/n’ont pas accès à 1 Gbit\/s/);
    expect(page.url()).toBe(`${origin}/ecarts/equilibre?mesure=couverture-1g`);
    await page.goBack();
    await eventually(() => read(page)).toContain('22 801 locaux sur');
    await page.getByText('T1 2018', { exact: true }).click();
    await eventually(() => read(page)).toContain('Du T3 2017 au T1 2018, ce qui manque passe de');
    await page.goBack();
    await page.getByRole('link', { name: 'Paris-Saclay' }).click();
    await eventually(() => read(page)).toContain('Paris-Saclay compte 47,8 % de ce qui manque dans le département');
    expect(page.url()).toBe(`${origin}/ecarts/equilibre?epci=200056232`);
  });

  it('defines its indices on demand, and holds on a phone', async () => {
    const page = await open('/ecarts/equilibre', { viewport: phone });
    await page.getByRole('button', { name: 'Définition de « Indice de Theil »' }).click();
    await page.getByRole('dialog', { name: 'Indice de Theil' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });
});

describe('the calendar of the closure of copper', () => {
  it('says what closes first, what adds up, and what has no date', async () => {
    const page = await open('/ecarts/cuivre');
    await eventually(() => read(page)).toContain('le cuivre doit fermer dans 42 communes : 1 850 locaux');
    const text = await read(page);
    for (const step of ['1 850 42', '3 146 51', '3 875 85', '4 165 120', '7 216 135', '15 585 59'])
      expect(text).toContain(`${step} communes`);
    expect(text).toContain('Gif-sur-Yvette en compte le plus, 1 415.');
    expect(text).toContain('Calendrier du 20/10/2025');
    expect(text).toContain('Aucun rythme ne peut être calculé : T1 2018');
    await waitForMap(page);
  });

  it('moves along the calendar with the keyboard, and Back undoes it', async () => {
    const page = await open('/ecarts/cuivre');
    await page.getByRole('slider').focus();
    await page.keyboard.press('End');
    await eventually(() => read(page)).toContain('dans 135 communes : 7 216 locaux');
    expect(page.url()).toBe(`${origin}/ecarts/cuivre?echeance=2029-05-31`);
    await page.keyboard.press('ArrowLeft');
    await eventually(() => read(page)).toContain('dans 120 communes : 4 165 locaux');
    await page.goBack();
    await eventually(() => read(page)).toContain('dans 135 communes : 7 216 locaux');
    await page.goBack();
    await eventually(() => read(page)).toContain('dans 42 communes : 1 850 locaux');
  });

  it('follows an EPCI, and leads to a commune', async () => {
    const page = await open('/ecarts/cuivre?epci=200056232');
    await eventually(() => read(page)).toContain('Paris-Saclay : d’ici au 31/01/2027');
    await page.getByRole('link', { name: 'Gif-sur-Yvette' }).click();
    await page.waitForURL(/territoire=commune-91272/);
  });

  it('holds on a phone', async () => {
    const page = await open('/ecarts/cuivre?echeance=2028-05-31', { viewport: phone });
    await eventually(() => read(page)).toContain('dans 85 communes : 3 875 locaux');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });
});
