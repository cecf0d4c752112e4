/** Access to places in Chromium: the distance, the confirmation, the next sites, and a scenario that a link reopens. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { colorsOf, phone, type Visit, visit, waitForMap } from './browser.ts';

const origin = inject('origin');
let current: Visit | null = null;

async function open(address: string, options: Parameters<typeof visit>[2] = {}): Promise<Page> {
  await current?.close();
  current = await visit(origin, address, options);
  return current.page;
}

afterEach(async () => {
  const complaints = current?.complaints ?? [];
  await current?.close();
  current = null;
  expect(complaints).toEqual([]);
});

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

  it('reopens the same scenario from its link, and prints what a choice costs', async () => {
    const page = await open(accepted);
    await page.getByRole('button', { name: 'Reprendre ces sites dans mon scénario' }).click();
    await eventually(() => scenario(page).getByRole('listitem').count()).toBe(3);
    const gained = await covered(page);
    const row = await page.locator('[class*=row]').first().textContent();
    expect(row?.split('\t')).toContain('inclusion-mediation');
    const again = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    await eventually(() => covered(again)).toBe(gained);
    expect(await scenario(again).getByRole('listitem').count()).toBe(3);
    const spent = await again.evaluate(async () => {
      const first = document.querySelector<HTMLElement>('[aria-label^="Retirer le site A"]');
      const figure = () => document.querySelector('[data-covered]')?.getAttribute('data-covered');
      const before = figure();
      const start = performance.now();
      first?.click();
      while (figure() === before && performance.now() - start < 5000) await new Promise((done) => setTimeout(done, 0));
      return performance.now() - start;
    });
    console.log(`a site removed, recomputed and shown in ${Math.round(spent)} ms`);
    await eventually(() => covered(again)).toBeLessThan(gained);
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
