/** Access to places in Chromium: the distance, the confirmation, the next sites, and a scenario that a link reopens. */
import type { Page } from 'playwright-core';
import readXlsx from 'read-excel-file/node';
import { describe, expect, inject, it } from 'vitest';
import { publishedTables } from '../../data/tables/registry.ts';
import { colorsOf, phone, waitForMap } from './browser.ts';
import { openVisits } from './visits.ts';

const origin = inject('origin');
const open = openVisits(origin);

/** Two cores that draw a map in software answer when they can. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const lead = async (page: Page) => plain(await page.locator('h1 + p').innerText());
const accepted = '/ecarts/acces?liste=ancienne';
const sites = (page: Page) => page.getByRole('region', { name: 'Les meilleurs prochains sites' }).getByRole('listitem');
const scenario = (page: Page) => page.getByRole('region', { name: 'Et si un lieu ouvrait ici' });
const covered = async (page: Page) => Number(await page.locator('[data-covered]').getAttribute('data-covered'));

async function addSite(page: Page, commune: string) {
  const field = page.getByRole('combobox', { name: 'Ajouter un site dans…' });
  await field.focus();
  await page.keyboard.type(commune);
  await page.getByRole('option', { name: commune }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

describe('access to places', () => {
  it('says who lives too far, and says otherwise when the distance changes', async () => {
    const page = await open('/ecarts/acces');
    await eventually(() => lead(page)).toMatch(
      /^69 423 habitants de l’Essonne \(5,2 %\) vivent à plus de 5 km d’un lieu d’accompagnement au numérique\. 59 communes/,
    );
    const slider = page.getByRole('slider', { name: 'À plus de' });
    await slider.focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/km=7/);
    await eventually(() => lead(page)).toMatch(/vivent à plus de 7 km d’un lieu/);
    await page.goBack();
    await eventually(() => lead(page)).toMatch(/vivent à plus de 6,5 km/);
  });

  it('asks before it proposes sites from an old list, and then lists as many as asked', async () => {
    const page = await open('/ecarts/acces?nombre=5');
    await page.getByText('Une liste de lieux ancienne').waitFor();
    expect(await sites(page).count()).toBe(0);
    await page.getByRole('button', { name: /^La liste des lieux date de .* 20\d\d : continuer quand même$/ }).click();
    await eventually(() => sites(page).count()).toBe(5);
    expect(page.url()).toContain('liste=ancienne');
    expect(await lead(page)).toMatch(
      /Les 5 meilleurs prochains sites \(.*\) en mettraient 54 391 \(78,3 % d’entre eux\)/,
    );
    await page.goBack();
    await page.getByText('Une liste de lieux ancienne').waitFor();
  });

  it('drops sites with the keyboard, covers more inhabitants, and Back undoes it', async () => {
    const page = await open(accepted);
    await addSite(page, 'Limours');
    await eventually(() => covered(page)).toBeGreaterThan(6000);
    const one = await covered(page);
    await addSite(page, 'Cerny');
    await eventually(() => covered(page)).toBeGreaterThan(one);
    const two = await covered(page);
    await scenario(page).getByRole('button', { name: 'Retirer le site A, à Limours' }).click();
    await eventually(() => covered(page)).toBeLessThan(two);
    await page.goBack();
    await eventually(() => covered(page)).toBe(two);
    await page.goBack();
    await eventually(() => covered(page)).toBe(one);
  });

  it('reopens the same scenario from its link', async () => {
    const page = await open(accepted);
    await page.getByRole('button', { name: 'Reprendre ces sites dans mon scénario' }).click();
    await eventually(() => scenario(page).getByRole('listitem').count()).toBe(3);
    const gained = await covered(page);
    const again = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    await eventually(() => covered(again)).toBe(gained);
    expect(await scenario(again).getByRole('listitem').count()).toBe(3);
    await scenario(again)
      .getByRole('button', { name: /^Retirer le site A/ })
      .click();
    await eventually(() => covered(again)).toBeLessThan(gained);
  });

  it('keeps the keyboard in the list when a site is removed', async () => {
    const page = await open(`${accepted}&sites=2.08%2C48.64%7C2.33%2C48.48%7C2.2%2C48.4`);
    const removeB = scenario(page).getByRole('button', { name: /^Retirer le site B/ });
    await removeB.focus();
    await page.keyboard.press('Enter');
    await eventually(() => scenario(page).getByRole('listitem').count()).toBe(2);
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id);
    // What was C is B now.
    await eventually(focused).toMatch(/^Retirer le site B/);
    await page.keyboard.press('Enter');
    await eventually(focused).toMatch(/^Retirer le site A/);
    await page.keyboard.press('Enter');
    await eventually(focused).toBe('what-if-title');
  });

  it('looks for sites among the communes that are pasted, kept in the link', async () => {
    const page = await open(accepted);
    await page.getByText('Choisir les communes candidates').click();
    const field = page.getByRole('textbox', { name: 'Codes INSEE des communes' });
    await field.fill('91338, 91129\n99999');
    await page.getByRole('button', { name: 'Chercher parmi ces communes' }).click();
    await page.waitForURL(/candidats=91338(%7C|\|)91129/);
    await page.getByText('Le code 99999 n’est pas celui d’une commune').waitFor();
    await eventually(() => sites(page).count()).toBe(2);
    expect((await sites(page).allInnerTexts()).join(' ')).toMatch(/Cerny[\s\S]*Limours|Limours[\s\S]*Cerny/);
    const again = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    await again.getByText(/parmi 2\scommunes données/).waitFor();
    await again.getByRole('button', { name: 'Toutes les communes' }).click();
    await eventually(() => sites(again).count()).toBe(3);
  });

  it('makes the scenario a file that the table of projects reads, but for what it says is left', async () => {
    const page = await open(`${accepted}&sites=2.08%2C48.64`);
    await page.getByText(/Reste à remplir avant de l’envoyer\s: identifiant et porteur\./).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'En faire une proposition de projet' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('proposition-de-projet.xlsx');
    const [sheet] = await readXlsx(await download.path());
    const [header = [], row = []] = sheet?.data ?? [];
    const cells = Object.fromEntries(header.map((name, i) => [String(name), row[i] == null ? '' : String(row[i])]));
    const faults = publishedTables.find(({ id }) => id === 'projets')?.faultsOf(cells);
    expect([...new Set(faults?.map(({ column }) => column))]).toEqual(['id', 'porteur']);
    expect(cells.source_url).toBe(page.url());
    expect(cells.theme).toBe('inclusion-mediation');
  });

  it('says where inhabitants are counted, and how travel times would become available', async () => {
    const page = await open(`${accepted}&minutes=10`);
    await page.getByText(/Ce lien demande un temps de trajet de 10\sminutes/).waitFor();
    await page.getByText('Habitants comptés au centre de leur commune.').waitFor();
    expect(await page.getByText(/ISOCHRONE_URL/).count()).toBe(2);
    expect(await page.getByRole('radio', { name: 'Temps de trajet' }).count()).toBe(0);
  });

  it('drops a site where the map is clicked, and colours what it wins', async () => {
    const page = await open(accepted);
    await waitForMap(page);
    const map = page.locator('[data-map-idle]');
    const frame = (await map.boundingBox())!;
    await page.mouse.click(frame.x + frame.width / 2, frame.y + frame.height * 0.75);
    await page.waitForURL(/sites=/);
    await eventually(() => page.locator('[data-pin="A"]').count()).toBe(1);
    await eventually(async () => colorsOf(await map.screenshot(), 100)).toEqual(
      expect.arrayContaining(['#f0b64d', '#7fc4ea']),
    );
    const before = page.url();
    const pin = (await page.locator('[data-pin="A"]').boundingBox())!;
    await page.mouse.move(pin.x + pin.width / 2, pin.y + pin.height / 2);
    await page.mouse.down();
    await page.mouse.move(pin.x - 60, pin.y - 40, { steps: 5 });
    await page.mouse.up();
    await eventually(() => page.url()).not.toBe(before);
    expect(await page.locator('[data-pin="A"]').count()).toBe(1);
    expect(await page.locator('[data-pin="B"]').count()).toBe(0);
  });

  it('reads in the same order on a phone', async () => {
    const page = await open(accepted, { viewport: phone });
    await eventually(() => sites(page).count()).toBe(3);
    const tops = await Promise.all(
      ['h1', '[data-map-idle]', '#next-sites-title', '#what-if-title', '#assumptions-title'].map(
        async (what) => (await page.locator(what).first().boundingBox())?.y ?? 0,
      ),
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
