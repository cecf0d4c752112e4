/** The screens on data that has a history: editions, what changed, a whole EPCI, presence, buildings, a failed source. */
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildingStates } from '../layers/buildings.ts';
import { colorsOf, phone, type Visit, visit, waitForMap } from './browser.ts';
import { type Program, startProgram } from './program.ts';
import { buildingsAt, grandParisSud, makeStates } from './states-data.ts';

let folder: string;
let program: Program;
let current: Visit | null = null;

beforeAll(async () => {
  folder = await makeStates();
  program = await startProgram({ LOCAL_FOLDER: folder });
});
afterAll(async () => {
  await program?.stop();
  if (folder) await rm(folder, { recursive: true });
});
afterEach(async () => {
  const complaints = current?.complaints ?? [];
  await current?.close();
  current = null;
  expect(complaints).toEqual([]);
});

async function open(address: string, options: Parameters<typeof visit>[2] = {}): Promise<Visit['page']> {
  current = await visit(program.origin, address, options);
  return current.page;
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('an état des lieux', () => {
  it('says what it is and when it was frozen, and leads back', async () => {
    const page = await open('/?edition=rentree-2026&onglet=tableau');
    const banner = page.getByRole('status').filter({ hasText: 'État des lieux' });
    expect(plain(await banner.innerText())).toContain('État des lieux « Rentrée 2026 », figé le 15/09/2026.');
    expect(plain(await page.locator('main').innerText())).toContain('Le Plessis-Pâté, 70,4 %');
    await banner.getByRole('link').click();
    await banner.waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('edition');
    await page.getByText('Taux le plus bas').filter({ hasNotText: 'Le Plessis-Pâté' }).waitFor();
  });

  it('that does not exist has a heading, the way back, and those that do', async () => {
    const page = await open('/?edition=nope&onglet=tableau');
    await page.getByRole('heading', { level: 1, name: /nope.*n’existe pas/ }).waitFor();
    await page.getByRole('link', { name: 'Rentrée 2026' }).waitFor();
    await page.getByRole('link', { name: 'Revenir aux chiffres en vigueur' }).click();
    await page.getByRole('heading', { level: 1, name: /des locaux de l’Essonne sont raccordables/ }).waitFor();
    // Each question about it is refused, which the browser tells.
    const others = current?.complaints.filter((complaint) => !complaint.includes('404')) ?? [];
    current?.complaints.splice(0, Number.POSITIVE_INFINITY, ...others);
  });

  it('compares with another: what changed, then where', async () => {
    const page = await open('/donnees/changements?de=rentree-2026&a=novembre-2026', { viewport: phone });
    await page.getByRole('button', { name: 'Couverture FttH', exact: true }).click();
    const changed = page.getByRole('row').filter({ hasText: 'Le Plessis-Pâté' });
    expect(plain(await changed.innerText())).toContain('70,4 % 100 %');
    // On a phone each row is a block of its own: nothing stands beyond the edge.
    const right = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('td, tbody th')].map((cell) => cell.getBoundingClientRect().right)),
    );
    expect(right).toBeLessThanOrEqual(phone.width);
  });
});

describe('an EPCI that straddles the département', () => {
  it('gives its own figure read whole, in the headline and in the panel, and keeps the switch', async () => {
    const page = await open(`/?niveau=epci&epci=${grandParisSud}&territoire=epci-${grandParisSud}&onglet=tableau`);
    const heading = page.getByRole('heading', { level: 1 });
    const panel = page.locator('[data-territory]');
    await panel.getByText('15 communes sur 23', { exact: false }).waitFor();
    const part = plain(await heading.innerText());
    await page.getByText('EPCI entier', { exact: true }).click();
    await panel.getByText('des locaux de l’EPCI entier', { exact: false }).waitFor();
    const whole = plain(await heading.innerText());
    expect(whole).toMatch(/\d,\d %/);
    expect(whole).not.toBe(part);
    const figure = /\d+,\d %/.exec(whole)?.[0] ?? 'none';
    expect(plain(await panel.locator('tbody tr').first().innerText())).toContain(figure);
    await page.getByText('Commune', { exact: true }).first().click();
    await page.getByText('Dans le département', { exact: true }).click();
    expect(page.url()).not.toContain('perimetre');
  });

  it('says why it has no figure read whole, where its other communes have none', async () => {
    const page = await open(`/?edition=rentree-2026&epci=${grandParisSud}&perimetre=entier&onglet=tableau`);
    await page.getByRole('heading', { level: 1, name: /L’EPCI entier n’est pas chiffré/ }).waitFor();
    await page.getByRole('radio', { name: 'Dans le département' }).waitFor();
  });
});

it('tells the criteria of a website, even one whose address is none', async () => {
  const page = await open('/?territoire=commune-91228&onglet=tableau');
  const panel = page.locator('[data-territory]');
  const part = panel.getByText('1 critère satisfait sur 8');
  await part.click();
  expect(await panel.locator('a[href*="[bad"]').count()).toBe(0);
  const met = panel.locator('[data-met="true"]').filter({ visible: true });
  expect(plain((await met.allInnerTexts()).join())).toContain('Site déclaré sur Service-Public');
  expect(await met.count()).toBe(1);
});

it('draws buildings, names their operator and cites their source', async () => {
  const { longitude, latitude } = buildingsAt;
  const page = await open(`/?immeubles=oui&lieux=oui&camera=14,${latitude},${longitude}`);
  await waitForMap(page);
  const map = page.locator('[data-map-idle]');
  const drawn = colorsOf(await map.screenshot(), 20);
  for (const state of ['deploye', 'reste'] as const) expect(drawn).toContain(buildingStates[state].color);
  const box = (await map.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.getByText('Opérateur : SFR', { exact: true }).waitFor();
  const cited = await page.locator('main footer').innerText();
  expect(cited).toContain('Observatoire des déploiements fixes, immeubles');
  expect(cited).toContain('Lieux d’accompagnement');
});

it('keeps the account of a source whose last attempt failed', async () => {
  const page = await open('/donnees/sources');
  const card = page.locator('[aria-labelledby="source-filosofi"]');
  const told = plain(await card.innerText());
  expect(told).toContain('Dernière tentative en échec');
  expect(told).toMatch(/Tentative du 20\/11\/2026.*colonnes absentes.*restent en vigueur/);
  expect(told).toContain('Niveau de vie médian, premier et dernier déciles');
  expect(await card.getByRole('row').count()).toBe(2);
});
