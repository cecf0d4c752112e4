/** The sheet of a project and the distribution of projects in Chromium: opened, read, printed, crossed by keyboard. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { phone, type Visit, visit } from './browser.ts';

const origin = inject('origin');
let current: Visit | null = null;
/** What a test expects to be complained of. */
let expected: RegExp | null = null;

async function open(address: string, options: Parameters<typeof visit>[2] = {}): Promise<Page> {
  current = await visit(origin, address, options);
  return current.page;
}

afterEach(async () => {
  const complaints = (current?.complaints ?? []).filter((complaint) => !expected?.test(complaint));
  await current?.close();
  current = null;
  expected = null;
  expect(complaints).toEqual([]);
});

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const mainText = async (page: Page) => plain(await page.locator('main').innerText());
const paper = { format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '14mm', right: '14mm' } } as const;

async function printedPages(page: Page): Promise<number> {
  return (await page.pdf(paper)).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

describe('the sheet of a project', () => {
  it('opens by its address, dated, with what is missing, and is the title of the page', async () => {
    const page = await open('/projets/P004');
    await page.getByRole('heading', { level: 1, name: 'Nouvelle plateforme de relation citoyenne' }).waitFor();
    await page.getByRole('img', { name: /Brétigny-sur-Orge/ }).waitFor();
    const text = await mainText(page);
    expect(text).toContain('SIREN 219 101 037');
    expect(text).toContain('Cœur d’Essonne Agglomération');
    expect(text).toMatch(/Constaté en novembre 2022, il y a \d+ ans\./);
    expect(text).toContain('elle a pu changer depuis');
    expect(text).toContain('Budget non connu');
    expect(text).toContain('4 renseignements sur 12');
    expect(text).toContain('Date de fin : sans échéance, un retard ne se voit pas');
    expect(await page.title()).toBe(
      'Nouvelle plateforme de relation citoyenne et application mobile · Présence numérique',
    );
  });

  it('leads to its contract, and from there to its parts', async () => {
    const page = await open('/projets/P001');
    await page.getByRole('link', { name: /^Marché public global/ }).click();
    await page.waitForURL(/\/projets\/P095$/);
    await page.getByRole('heading', { level: 1, name: /^Marché public global/ }).waitFor();
    expect(await mainText(page)).toContain('Comprend Accès internet, téléphonie et salles numériques');
  });

  it('leads on to what is near, and Back returns', async () => {
    const page = await open('/projets/P004');
    const near = page.locator('[data-near]').first();
    expect(plain(await near.innerText())).toContain('Même thème, même EPCI');
    const id = await near.getAttribute('data-near');
    await near.getByRole('link').click();
    await page.waitForURL(`${origin}/projets/${id}`);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /^Nouvelle plateforme/ }).waitFor();
  });

  it('is kept for the summary in the address', async () => {
    const page = await open('/projets/P004');
    await page.getByRole('button', { name: 'Retenir pour la synthèse' }).click();
    await page.waitForURL(/\?choix=P004$/);
    await page.getByRole('link', { name: /Voir la synthèse \(1\s+fiche\)/ }).waitFor();
    await page.getByRole('button', { name: 'Retirer de la synthèse' }).click();
    await page.waitForURL(`${origin}/projets/P004`);
  });

  it('says in a sentence that an identifier is unknown, and the way back', async () => {
    expected = /404/;
    const page = await open('/projets/inconnu');
    await page.getByRole('heading', { level: 1, name: 'Projet introuvable' }).waitFor();
    expect(await mainText(page)).toContain('Aucun projet recensé ne porte l’identifiant « inconnu »');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('link', { name: 'Voir tous les projets recensés' }).click();
    await page.waitForURL(`${origin}/projets`);
  });

  it.each(['P098', 'P095', 'P104', 'P003'])('prints %s on one A4 page, in the dark too', async (id) => {
    const page = await open(`/projets/${id}`, { colorScheme: 'dark' });
    await page.locator('figure img').waitFor();
    expect(await printedPages(page)).toBe(1);
  });

  it('prints on one A4 page with everything filled, at length', async () => {
    const page = await open('/projets');
    const long = 'Réduire de moitié le temps de déplacement des habitants vers les services publics. '.repeat(30);
    await page.route('**/api/v1/projets/P098', async (route) => {
      const response = await route.fetch();
      const sheet = await response.json();
      const part = { id: 'P001', titre: 'Accès internet, téléphonie et salles numériques pour les sites publics' };
      const projet = { ...sheet.projet, objectifs: long, effetsAttendus: long, resume: long, liens: [] as string[] };
      projet.liens = Array.from({ length: 8 }, (_, i) => `https://example.org/une-adresse-assez-longue-de-projet-${i}`);
      projet.besoins = ['couverture-ftth', 'couverture-thd'];
      await route.fulfill({ response, json: { ...sheet, projet, parent: part, parties: [part] } });
    });
    await page.goto(`${origin}/projets/P098`);
    await page.locator('figure img').waitFor();
    expect(await mainText(page)).toContain('Couverture FttH');
    expect(await printedPages(page)).toBe(1);
  });

  it('is named by the server too, for who runs no script', async () => {
    const html = await (await fetch(`${origin}/projets/P003`, { headers: { accept: 'text/html' } })).text();
    expect(html).toContain("<title>Stratégie d'intelligence artificielle de Paris-Saclay · Présence numérique</title>");
    const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(block)).toMatchObject({
      url: `${origin}/projets/P003`,
      spatialCoverage: [{ name: 'Paris-Saclay' }],
      dateModified: '2025-03-05',
    });
  });
});

describe('the distribution', () => {
  const totalOf = async (page: Page, name: RegExp) =>
    plain(await page.getByRole('row', { name }).locator('td').first().innerText());

  it('counts a project in each of its EPCI, and once in the total', async () => {
    const page = await open('/projets/repartition');
    await page.getByRole('table').first().waitFor();
    expect(await totalOf(page, /^Paris-Saclay/)).toBe('23');
    expect(await totalOf(page, /^Grand Paris Sud/)).toBe('13');
    expect(await totalOf(page, /^Cœur d’Essonne/)).toBe('12');
    expect(await totalOf(page, /^Sans EPCI/)).toBe('23');
    expect(await totalOf(page, /^Total/)).toBe('95');
    const text = await mainText(page);
    expect(text).toContain('Paris-Saclay en réunit 23, plus que tout autre EPCI');
    expect(text).toContain('Versailles Grand Parc Recensement à compléter');
    expect(text).toContain('Cybersécurité et cloud aucun projet recensé');
    expect(text).toContain('18 sur 95');
  });

  it('gives budgets with the number of sheets that have one', async () => {
    const page = await open('/projets/repartition');
    await page.getByText('Budgets connus', { exact: true }).first().click();
    await page.waitForURL(/cellules=budget/);
    await expect.poll(() => totalOf(page, /^Total/)).toBe('221,86 M€ 13 sur 95');
  });

  it('leads from a cell to its list', async () => {
    const page = await open('/projets/repartition');
    await page.getByRole('link', { name: /^Paris-Saclay, Inclusion et médiation/ }).click();
    await page.waitForURL(`${origin}/projets?themes=inclusion-mediation&epcis=200056232`);
    await page.goBack();
    await page.getByRole('link', { name: /^Sans EPCI\s:/ }).click();
    await page.waitForURL(`${origin}/projets?epcis=non-precise`);
  });

  it('is one stop of the Tab key, crossed by arrows', async () => {
    const page = await open('/projets/repartition');
    await page.getByRole('radio', { name: 'Nombre de projets' }).focus();
    await page.keyboard.press('Tab');
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.replaceAll(/\s/g, ' '));
    expect(await focused()).toBe('2 Vallées : 6 projets');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('2 Vallées : 6 projets');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Cœur d’Essonne Agglomération, Sécurité et tranquillité : 1 projet');
    await page.getByText('Flèches pour passer').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^Image : Projets recensés/);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Sécurité et tranquillité : 14 projets');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/projets\?themes=securite-tranquillite&epcis=200057859$/);
  });

  it('leads to the map of a theme', async () => {
    const page = await open('/projets/repartition');
    await page.getByRole('link', { name: 'Inclusion et médiation, sur la carte' }).click();
    await page.waitForURL(`${origin}/?indicateur=projets&niveau=epci&theme=inclusion-mediation`);
    await page.locator('h1').first().waitFor();
  });

  it('is a block by EPCI on a phone, and nothing overflows', async () => {
    const page = await open('/projets/repartition', { viewport: phone });
    const block = page
      .locator('section', { has: page.getByRole('heading', { level: 3, name: /^Paris-Saclay/ }) })
      .last();
    expect(plain(await block.innerText())).toContain('Inclusion et médiation 6');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });
});
