/** The catalogue and pre-selections in Chromium: found, opened, declared, composed, scored, printed, by keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { phone, type Visit, visit } from './browser.ts';

const origin = inject('origin');
let current: Visit | null = null;
/** Refusals that a test asks for: the browser tells each of them on its console. */
let expected: RegExp | null = null;

async function open(address: string, options: Parameters<typeof visit>[2] = {}): Promise<Visit['page']> {
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

type Page = Visit['page'];
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('\u2060', '');
const mainText = async (page: Page) => plain(await page.locator('main').innerText());

/** Presses Tab until the element that has the focus answers to a role and a name. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  const met: string[] = [];
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement | null;
      const label = focused?.closest('label') ?? (focused as HTMLInputElement | null)?.labels?.[0];
      const group = focused?.closest('[role=radiogroup]')?.getAttribute('aria-labelledby')?.split(' ')[0];
      return [
        focused?.getAttribute('aria-label'),
        group && document.getElementById(group)?.textContent,
        label?.textContent,
        focused?.textContent,
      ]
        .filter(Boolean)
        .join(' | ');
    });
    met.push(plain(name));
    if (wanted.test(plain(name))) return;
  }
  throw new Error(`nothing that takes the focus is ${wanted}:\n${met.join('\n')}`);
}

async function pagesOf(page: Page): Promise<number> {
  const margin = '12mm';
  const pdf = await page.pdf({ format: 'A4', margin: { top: margin, right: margin, bottom: margin, left: margin } });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(`${origin}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as T;
}

describe('the catalogue', () => {
  it('says what it is, how many sheets, and which themes have none', async () => {
    const page = await open('/catalogue');
    await page.getByRole('heading', { name: 'Covoiturage de proximité vers les gares' }).waitFor();
    const text = await mainText(page);
    expect(text).toContain('Des actions possibles, pas des projets en cours : 3 fiches, sur 3 thèmes.');
    expect(text).toContain('De 2 000 € à 100 000 €');
    expect(text).toContain('Coût non connu');
    expect(text).toMatch(/Pas encore de fiche pour : infrastructures.*cloud\./);
    expect(await page.getByText('Exemple', { exact: true }).count()).toBe(3);
  });

  it('keeps what is ticked in the address, and Back takes it out', async () => {
    const page = await open('/catalogue');
    await page.getByText('Ajouter à la présélection').first().click();
    await page.waitForURL(/choix=F003/);
    await page.getByText('1 fiche choisie').waitFor();
    await page.goBack();
    await page.getByText('1 fiche choisie').waitFor({ state: 'detached' });
    expect(page.url()).toBe(`${origin}/catalogue`);
  });

  it('opens a sheet, whose examples are referenced projects', async () => {
    const page = await open('/catalogue');
    await page.getByRole('link', { name: /Téléconsultation/ }).click();
    await page.waitForURL(/\/catalogue\/F001$/);
    await page.getByRole('heading', { level: 1, name: /Téléconsultation/ }).waitFor();
    const example = page.getByRole('link', { name: 'Centre de télémédecine de Moigny-sur-École' });
    expect(await example.getAttribute('href')).toBe('/projets/P034');
    expect(await mainText(page)).toContain('n’engage personne');
  });

  it('prints a sheet on one page', async () => {
    for (const id of ['F001', 'F002', 'F003']) {
      const page = await open(`/catalogue/${id}`);
      await page.getByText('Coût indicatif').waitFor();
      expect(await pagesOf(page), id).toBe(1);
      await current?.close();
    }
  });

  it('says that a sheet does not exist, and leads back', async () => {
    const page = await open('/catalogue/F999');
    await page.getByText('Le catalogue n’a pas de fiche « F999 ».').waitFor();
    await page.getByRole('link', { name: 'Voir toutes les fiches du catalogue' }).click();
    await page.waitForURL(`${origin}/catalogue`);
  });
});

describe('interest in a sheet', () => {
  it('is declared for a commune, counted by EPCI at once, and once only', async () => {
    const page = await open('/catalogue/F001');
    const send = page.getByRole('button', { name: 'Déclarer cet intérêt' });
    await send.click();
    await page.getByText('Choisir d’abord une commune ou un EPCI dans la liste.').waitFor();
    for (const [typed, said] of [
      ['Palaiseau', 'Intérêt enregistré pour Palaiseau'],
      ['Palaiseau', 'Palaiseau s’était déjà déclaré'],
    ] as const) {
      await page.getByRole('combobox', { name: 'Commune ou EPCI', exact: true }).fill(typed);
      await page.getByRole('option', { name: /Palaiseau/ }).click();
      await page.getByLabel(/Ce qu’elle en attend/).fill('Une cabine près de la gare.');
      await send.click();
      await page.getByText(said).waitFor();
      await expect.poll(() => mainText(page)).toContain('1 collectivité s’est déclarée intéressée, dans 1 EPCI.');
    }
    expect(await mainText(page)).toContain('non vérifiés');
    expect(await page.getByRole('listitem').filter({ hasText: 'Paris-Saclay' }).count()).toBe(1);
  });

  it('asks for the code of participation when the API wants one, and shows its sentence', async () => {
    expected = /403/;
    const page = await open('/catalogue/F002');
    const codes: (string | null)[] = [];
    await page.route('**/interets', async (route) => {
      const code = await route.request().headerValue('x-code-participation');
      codes.push(code);
      if (code === 'grand-secret') await route.continue();
      else
        await route.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            status: 403,
            title: 'Non permis',
            detail: 'Le code de participation est absent ou n’est pas le bon. Demandez-le à l’organisateur.',
          }),
        });
    });
    // A list closes when the page scrolls: the field is brought into sight before it is filled.
    await page.getByRole('combobox', { name: 'Commune ou EPCI', exact: true }).click();
    await page.getByRole('combobox', { name: 'Commune ou EPCI', exact: true }).fill('Étampes');
    await page.getByRole('option', { name: /^Étampes/ }).click();
    await page.getByRole('button', { name: 'Déclarer cet intérêt' }).click();
    await page.getByText('Demandez-le à l’organisateur.').waitFor();
    await page.getByLabel('Code de participation').fill('grand-secret');
    await page.getByRole('button', { name: 'Déclarer cet intérêt' }).click();
    await page.getByText('Intérêt enregistré pour Étampes').waitFor();
    expect(codes).toEqual([null, 'grand-secret']);
  });
});

interface Basket {
  readonly id: string;
  readonly resultats: readonly { readonly fiche: string; readonly total: number | null }[];
}
const criteres = [
  { libelle: 'Besoin', poids: 3 },
  { libelle: 'Coût', poids: 1 },
];

/** Scores with the mouse: the marks of a sheet in the order of its criteria. */
async function score(page: Page, participant: string, marks: Readonly<Record<string, readonly number[]>>) {
  await page.getByRole('textbox', { name: 'Service ou collectivité' }).fill(participant);
  for (const [sheet, row] of Object.entries(marks))
    for (const [i, mark] of row.entries())
      await page
        .getByRole('group', { name: sheet })
        .getByRole('radiogroup', { name: criteres[i]!.libelle })
        .getByText(String(mark), { exact: true })
        .click();
  await page.getByRole('button', { name: 'Envoyer mes notes' }).click();
  await page.getByText(`Notes enregistrées pour «\u00a0${participant}\u00a0»`).waitFor();
}

describe('a pre-selection', () => {
  it('is composed from the choice, compared before, and opens at an address of its own', async () => {
    const page = await open('/preselection?choix=F001|P001|F002');
    await page.getByRole('table').waitFor();
    expect(await mainText(page)).toContain('1 choix n’est pas une fiche du catalogue et n’est pas repris : P001.');
    expect(await page.getByRole('columnheader').count()).toBe(2);
    await page.getByText('Ateliers numériques itinérants partagés entre communes').first().click();
    await expect.poll(() => page.getByRole('columnheader').count()).toBe(3);
    await page.getByRole('button', { name: 'Créer la présélection' }).click();
    await page.getByText('Donner un titre à la présélection.').waitFor();
    await page.getByRole('textbox', { name: 'Titre de la présélection' }).fill('Comité du 12 mars');
    await page.getByRole('button', { name: 'Retirer le critère Délai' }).click();
    await page.getByRole('button', { name: 'Alourdir Coût' }).click();
    await page.getByRole('button', { name: 'Créer la présélection' }).click();
    await page.getByRole('heading', { level: 1, name: 'Comité du 12 mars' }).waitFor();
    expect(page.url()).toMatch(/\/preselection\/[a-z0-9]{26}$/);
    expect(await mainText(page)).toContain('3 fiches à comparer sur 4 critères. Personne n’a encore noté.');
  });

  it('averages two participants openly, shows how far apart they are, and replaces who scores again', async () => {
    const { id } = await post<Basket>('preselections', { titre: 'Deux avis', fiches: ['F001', 'F002'], criteres });
    const page = await open(`/preselection/${id}`);
    await score(page, 'DSI', { Téléconsultation: [5, 2], Covoiturage: [2, 3] });
    await score(page, 'Palaiseau', { Téléconsultation: [1, 4], Covoiturage: [3, 3] });
    // (3 × 3 + 1 × 3) ÷ 4, and (3 × 2.5 + 1 × 3) ÷ 4.
    await expect
      .poll(() => mainText(page))
      .toContain('Téléconsultation accompagnée dans les communes sans médecin » vient en tête avec 3,00 sur 5');
    const text = await mainText(page);
    expect(text).toContain('(2,63), après 2 participants');
    expect(text).toMatch(/les avis divergent le plus : de 1 à 5/);
    const rows = page.getByRole('row', { name: /^Palaiseau/ });
    expect(plain((await rows.allInnerTexts()).join(' / '))).toBe('Palaiseau 1 4 / Palaiseau 3 3');
    await page.getByRole('textbox', { name: 'Service ou collectivité' }).fill('Palaiseau');
    await page.getByRole('button', { name: 'Repartir de ses notes' }).click();
    await score(page, 'Palaiseau', { Téléconsultation: [0, 0] });
    await expect.poll(() => mainText(page)).toContain('Covoiturage de proximité vers les gares » vient en tête');
    expect(await mainText(page)).toContain('après 2 participants');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger (XLSX)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await pagesOf(page)).toBeLessThanOrEqual(2);
  });

  it('gives no total until each criterion that weighs has a score, and says so', async () => {
    const { id } = await post<Basket>('preselections', { titre: 'Incomplet', fiches: ['F001', 'F002'], criteres });
    const page = await open(`/preselection/${id}`, { viewport: phone });
    await score(page, 'DSI', { Téléconsultation: [5] });
    await expect.poll(() => mainText(page)).toContain('Pas de total : aucune note sur « Coût ».');
    expect(await mainText(page)).toContain('aucune fiche n’a de total');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it('that does not exist says so, and leads to another', async () => {
    expected = /404/;
    const page = await open('/preselection/abcdefghij');
    await page.getByText('Aucune présélection n’a cette adresse.').waitFor();
    await page.getByRole('link', { name: 'Composer une présélection' }).click();
    await page.waitForURL(`${origin}/preselection`);
  });

  it('is chosen, created and scored with the keyboard alone', async () => {
    const page = await open('/catalogue');
    await page.getByRole('heading', { name: 'Covoiturage de proximité vers les gares' }).waitFor();
    await tabTo(page, /Ajouter à la présélection : Téléconsultation/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Composer la présélection$/);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Titre de la présélection' }).waitFor();
    await tabTo(page, /Titre de la présélection/);
    await page.keyboard.type('Au clavier');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Au clavier' }).waitFor();
    await tabTo(page, /Service ou collectivité/);
    await page.keyboard.type('DSI');
    for (const [criterion, mark] of [
      ['Besoin du territoire', '4'],
      ['Coût', '3'],
      ['Mutualisation', '5'],
      ['Délai', '2'],
      ['Faisabilité', '1'],
    ] as const) {
      await tabTo(page, new RegExp(`^(Sans avis \\| )?${criterion}`));
      await page.keyboard.press(mark);
    }
    await tabTo(page, /Envoyer mes notes/);
    await page.keyboard.press('Enter');
    await page.getByText('Notes enregistrées pour').waitFor();
    // (3 × 4 + 2 × 3 + 3 × 5 + 1 × 2 + 2 × 1) ÷ 11.
    await expect.poll(() => mainText(page)).toContain('3,36 sur 5');
  });
});
