/** The screen Carte in Chromium: what is drawn, chosen, opened, and kept in the address. */
import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, inject, it } from 'vitest';
import { colorsOf, phone, waitForMap } from './browser.ts';
import { openVisits } from './visits.ts';

const origin = inject('origin');
const open = openVisits(origin);

const map = '[data-map-idle]';

describe('the map', () => {
  it('opens on the fibre of the Essonne, says it in a sentence, and colours the communes', async () => {
    const page = await open('/');
    await waitForMap(page);
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toContain('96,8 % des locaux de l’Essonne sont raccordables à la fibre');
    expect(text).toContain('22 801');
    expect(text).toContain('10 895');
    expect(text).toContain('Le Plessis-Pâté, 70,4 %');
    const drawn = colorsOf(await page.locator(map).screenshot());
    // YlGnBu in five classes: each has communes, so each has pixels.
    for (const color of ['#ffffcc', '#a1dab4', '#41b6c4', '#2c7fb8', '#253494']) expect(drawn).toContain(color);
    const picture = await page.screenshot();
    await mkdir('dashboard/e2e/expected', { recursive: true });
    if (process.env.UPDATE_PICTURES) await writeFile('dashboard/e2e/expected/carte.png', picture);
  });

  it.each([
    ['couverture-thd', 5],
    ['couverture-1g', 5],
    ['meilleure-technologie', 3],
    ['fermeture-cuivre', 5],
    ['zone-reglementaire', 3],
    ['locaux-a-raccorder', 1],
    ['locaux-exposes-cuivre', 1],
    ['projets&niveau=epci', 8],
  ])('colours %s', async (indicator, least) => {
    const page = await open(`/?indicateur=${indicator}`);
    await waitForMap(page);
    const drawn = colorsOf(await page.locator(map).screenshot(), 60).filter(isColored);
    expect(drawn.length, drawn.join(' ')).toBeGreaterThanOrEqual(least);
  });

  it('opens the panel of the commune that is clicked, and closes it with Escape and with Back', async () => {
    const page = await open('/?camera=12,48.606,2.33');
    await waitForMap(page);
    const box = (await page.locator(map).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const code = await page.locator(map).getAttribute('data-code');
    expect(code).toMatch(/^91\d{3}$/);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const name = await nameOf(code!);
    await page.getByRole('heading', { name, exact: true }).waitFor();
    expect(page.url()).toContain(`territoire=commune-${code}`);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name, exact: true }).waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name, exact: true }).waitFor({ state: 'detached' });
  });

  it('opens the same panel with the keyboard alone', async () => {
    const page = await open('/?camera=12,48.606,2.33');
    await waitForMap(page);
    await page.locator(`${map} canvas.maplibregl-canvas`).focus();
    await page.keyboard.press('+');
    await waitForMap(page);
    await page.locator(`${map}[data-code]`).waitFor();
    const code = await page.locator(map).getAttribute('data-code');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: await nameOf(code!), exact: true }).waitFor();
    expect(page.url()).toContain(`territoire=commune-${code}`);
  });

  it('finds a commune by name without accents, by code and by postcode', async () => {
    const page = await open('/');
    for (const [typed, name] of [
      ['evry cour', 'Évry-Courcouronnes'],
      ['91228', 'Évry-Courcouronnes'],
      ['soisy sur ecole', 'Soisy-sur-École'],
      ['91840', 'Soisy-sur-École'],
    ] as const) {
      const field = page.getByRole('combobox').first();
      await field.fill(typed);
      await page.getByRole('option', { name: new RegExp(name) }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name, exact: true }).waitFor();
      await page.keyboard.press('Escape');
    }
  });
});

describe('the address', () => {
  const address =
    '/?indicateur=locaux-exposes-cuivre&niveau=epci&echeance=2029-05-31&epci=200056232&territoire=epci-200056232&camera=10.5,48.7,2.2';

  it('reopens the view: same text, same picture', async () => {
    const read = async () => {
      const page = await open(address);
      await waitForMap(page);
      await page.getByRole('heading', { name: 'Paris-Saclay', exact: true }).waitFor();
      await page.waitForLoadState('networkidle');
      await waitForMap(page);
      const picture = await page.locator(map).screenshot();
      const text = await page.locator('main').innerText();
      expect(page.url()).toBe(origin + address);
      return { text, colors: colorsOf(picture, 500) };
    };
    const first = await read();
    const second = await read();
    expect(second).toEqual(first);
  });

  it('falls back field by field, and never on an error page', async () => {
    const page = await open(
      '/?indicateur=nope&niveau=pays&periode=demain&classes=1e9&camera=a,b,c&epci=12&territoire=lune-1',
    );
    await waitForMap(page);
    expect(await page.locator('h1').innerText()).toContain('96,8');
  });
});

describe('choices', () => {
  it('are undone by Back, one by one', async () => {
    const page = await open('/');
    await waitForMap(page);
    await page.getByText('EPCI', { exact: true }).first().click();
    await page.waitForURL(/niveau=epci/);
    await page.getByRole('tab', { name: 'Tableau' }).click();
    await page.waitForURL(/onglet=tableau/);
    await expect.poll(() => page.getByRole('row').count()).toBe(14);
    await page.goBack();
    expect(page.url()).toBe(`${origin}/?niveau=epci`);
    await page.goBack();
    expect(page.url()).toBe(`${origin}/`);
  });

  it('of a deadline follow in the sentence: 1 850 premises in 42 communes, then 7 216 in 135', async () => {
    const page = await open('/?indicateur=locaux-exposes-cuivre');
    const heading = page.locator('h1');
    await expect.poll(async () => plain(await heading.innerText())).toMatch(/1 850.*42 communes/);
    await page.getByRole('slider').focus();
    await page.keyboard.press('End');
    await page.waitForURL(/echeance=2029-05-31/);
    await expect.poll(async () => plain(await heading.innerText())).toMatch(/7 216.*135 communes/);
    expect(plain(await page.locator('main').innerText())).toContain('15 585');
  });

  it('of 2018 show rates above 100 % and say that the method differs', async () => {
    const page = await open('/?periode=2018-T1&onglet=tableau');
    const row = page.getByRole('row', { name: /Palaiseau/ });
    await row.waitFor();
    expect(plain(await row.innerText())).toContain('123,9 %');
    expect(plain(await page.locator('main').innerText())).toMatch(/100 %/);
  });
});

describe('the table', () => {
  it('says the same as the map, sorts, and gives its files', async () => {
    const page = await open('/?onglet=tableau');
    await page.getByRole('row', { name: /Abbéville/ }).waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(195);
    const column = page.getByRole('columnheader', { name: /Valeur/ });
    await column.getByRole('button').click();
    await expect.poll(() => column.getAttribute('aria-sort')).toMatch(/ascending|descending/);
    const first = () => page.getByRole('row').nth(1).innerText();
    if ((await column.getAttribute('aria-sort')) === 'descending') await column.getByRole('button').click();
    await expect.poll(first).toContain('Le Plessis-Pâté');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Excel/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('couverture-ftth_communes_91_2026-T2-excel.csv');
  });
});

describe('a phone', () => {
  it('shows the map above and the reading below, and nothing overflows', async () => {
    const page = await open('/', { viewport: phone });
    await waitForMap(page);
    const drawn = colorsOf(await page.locator(map).screenshot(), 30);
    expect(drawn.filter(isColored).length).toBeGreaterThanOrEqual(4);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
  });
});

/** Whether a colour is one of data: neither the grounds, which are nearly grey, nor the lines. */
function isColored(color: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16));
  return Math.max(r, g, b) - Math.min(r, g, b) > 40;
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

async function nameOf(code: string): Promise<string> {
  const territory = (await (await fetch(`${origin}/api/v1/territoires/commune/${code}`)).json()) as { nom: string };
  return territory.nom;
}
