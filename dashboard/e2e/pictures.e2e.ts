/** Pictures of maps and charts, as files that a person downloads. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { colorsOf, phone } from './browser.ts';
import { openVisits } from './visits.ts';

const origin = inject('origin');
const open = openVisits(origin);

/** Asks for a picture with the keyboard alone. */
async function save(page: Page, button: RegExp, format: 'PNG' | 'SVG'): Promise<{ name: string; file: Buffer }> {
  await page.getByRole('button', { name: button }).first().focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: new RegExp(format) });
  await item.waitFor();
  if (format === 'SVG') await page.keyboard.press('ArrowDown');
  await expect.poll(() => item.evaluate((element) => element === document.activeElement)).toBe(true);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const saved = await download;
  return { name: saved.suggestedFilename(), file: await readFile(await saved.path()) };
}

/** What the browser's own parser of XML reads: nothing of a malformed file. In a blank page, as a file that one opens is under no policy. */
async function readSvg(page: Page, svg: string) {
  const blank = await page.context().newPage();
  return blank.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = (selector: string) => [...parsed.querySelectorAll(selector)];
    return {
      errors: all('parsererror').length,
      size: ['width', 'height'].map((name) => Number(parsed.documentElement.getAttribute(name))),
      codes: all('#territoires path').map((path) => path.getAttribute('data-code')),
      fills: [...new Set(all('#territoires path').map((path) => path.getAttribute('fill')))],
      words: all('text')
        .map((each) => each.textContent)
        .join(' '),
      references: all('*')
        .flatMap((each) => [each.getAttribute('href'), each.getAttribute('xlink:href')])
        .filter(Boolean),
    };
  }, svg);
}

/** The pictures of charts are named after them. */
const map = /^Image$/;

describe('the picture of the map', () => {
  it('is a drawing of the 194 communes in the classes of the legend, with all that is told on screen', async () => {
    const page = await open('/');
    const { name, file } = await save(page, map, 'SVG');
    expect(name).toBe('couverture-ftth_communes_91_2026-T2.svg');
    const read = await readSvg(page, file.toString('utf8'));
    expect(read.errors).toBe(0);
    expect(new Set(read.codes).size).toBe(194);
    expect(read.codes).toHaveLength(194);
    expect(read.fills.toSorted()).toEqual(['#253494', '#2c7fb8', '#41b6c4', '#a1dab4', '#ffffcc']);
    for (const told of [
      '96,8\u202f% des locaux de l’Essonne sont raccordables à la fibre.',
      'Couverture FttH',
      'T2\u00a02026',
      'Arcep, Observatoire des déploiements fixes, communes, données au 30/06/2026, Licence Ouverte 1.0.',
      'ADMIN EXPRESS',
      '10\u00a0km',
      'Paris-Saclay',
      '140',
    ])
      expect(read.words).toContain(told);
    expect(read.references).toEqual([]);
    expect(file.toString('utf8').match(/https?:\/\/[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  it('is an image of the same at twice the size', async () => {
    const page = await open('/?niveau=epci&indicateur=couverture-thd');
    const vector = await save(page, map, 'SVG');
    const { size } = await readSvg(page, vector.file.toString('utf8'));
    const { name, file } = await save(page, map, 'PNG');
    expect(name).toBe('couverture-thd_epci_91_2026-T2.png');
    const { width, height } = PNG.sync.read(file);
    expect([width, height]).toEqual(size.map((each) => 2 * each));
    expect(width).toBe(2480);
    const drawn = colorsOf(file, 2000);
    expect(drawn.length).toBeGreaterThan(8);
    expect(drawn[0]).toBe('#fffefb');
  });

  it('is framed on the EPCI that is chosen, and named after it', async () => {
    const page = await open('/?epci=200056232');
    const { name, file } = await save(page, map, 'SVG');
    expect(name).toBe('couverture-ftth_communes_200056232_2026-T2.svg');
    const { words } = await readSvg(page, file.toString('utf8'));
    expect(words).toContain('Palaiseau');
    expect(words).toContain('2\u00a0km');
  });

  it('is not offered where nothing is coloured', async () => {
    const page = await open('/?indicateur=niveau-de-vie-median&niveau=epci');
    await page.getByText('Rien n’est colorié.').waitFor();
    expect(await page.getByRole('button', { name: 'Image', exact: true }).count()).toBe(0);
  });
});

describe('the pictures of charts', () => {
  it.each([
    ['the ranking', '/', /^Image : Communes où/, 'classement_couverture-ftth_communes_91_2026-T2', 'Le Plessis-Pâté'],
    [
      'the history',
      '/?territoire=commune-91272',
      /^Image : Gif-sur-Yvette/,
      'couverture-ftth_historique_91272',
      'nouvelle méthode',
    ],
    [
      'the Lorenz curve',
      '/ecarts/equilibre',
      /^Image : La moitié/,
      'equilibre_courbe_locaux-a-raccorder_91_2026-T2',
      'Constaté',
    ],
    ['the split', '/ecarts/equilibre', /^Image : 72/, 'equilibre_partage_locaux-a-raccorder_91_2026-T2', 'Au hasard'],
    [
      'the shares of EPCI',
      '/ecarts/equilibre',
      /^Image : Paris-Saclay/,
      'equilibre_epci_locaux-a-raccorder_91_2026-T2',
      'Val d’Essonne',
    ],
    ['the calendar', '/ecarts/cuivre', /^Image : De 1/, 'fermeture-cuivre_calendrier_91_2025-10-20', '15\u202f585'],
    [
      'the map of closures',
      '/ecarts/cuivre',
      /^Image : 1.850/,
      'fermeture-cuivre_carte_91_2025-10-20_echeance-2027-01-31',
      'Sans date annoncée',
    ],
    [
      'the matrix of projects',
      '/projets/repartition',
      /^Image : Projets recensés/,
      'projets_repartition-matrice_91',
      'Cœur d’Essonne',
    ],
    [
      'the themes of projects',
      '/projets/repartition',
      /^Image : (?!Projets)/,
      'projets_repartition-themes_91',
      'Inclusion et médiation',
    ],
  ])('%s: a drawing that tells its finding, its source and its date', async (_, address, button, fileName, told) => {
    const page = await open(address);
    const { name, file } = await save(page, button, 'SVG');
    expect(name).toBe(`${fileName}.svg`);
    const { errors, words } = await readSvg(page, file.toString('utf8'));
    expect(errors).toBe(0);
    expect(words).toContain(told);
    expect(words).toMatch(/Source\u00a0: .* données au \d\d\/\d\d\/\d{4}/);
    expect(words).toMatch(/image faite le \d\d\/\d\d\/\d{4}/);
  });

  it('come as PNG too', async () => {
    const page = await open('/ecarts/equilibre', { viewport: phone });
    const { file } = await save(page, /^Image : La moitié/, 'PNG');
    expect(PNG.sync.read(file).width).toBe(2480);
    expect(colorsOf(file, 2000)).toEqual(expect.arrayContaining(['#fffefb', '#e1edee', '#0b5563']));
  });
});

it('offers its menu without a fault for axe', async () => {
  const page = await open('/', { viewport: phone });
  await page.getByRole('button', { name: map }).first().click();
  await page.getByRole('menuitem').first().waitFor();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([]);
});
