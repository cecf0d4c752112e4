/** What must hold on every screen, at both widths and in both themes: nothing for axe, nothing from elsewhere. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { desktop, phone, visit } from './browser.ts';

const origin = inject('origin');
const screens = {
  'the map': '/',
  'the map by EPCI with a panel': '/?niveau=epci&territoire=epci-200059228',
  'the panel of a commune': '/?territoire=commune-91272',
  'the projects': '/?indicateur=projets&niveau=epci&theme=inclusion-mediation',
  'the copper calendar': '/?indicateur=locaux-exposes-cuivre&echeance=2028-05-31',
  'the break of series': '/?indicateur=evolution-ftth',
  'the table': '/?onglet=tableau',
  'the method': '/methode',
  'the guides': '/guides',
  'the guide of who decides': '/guides/decideur',
  'the guide of an EPCI': '/guides/epci',
  'the guide of the analyst': '/guides/analyste',
  'the guide of who references a project': '/guides/collectivite',
  'an indicator without figures': '/?indicateur=presence-numerique',
  'a median': '/?indicateur=niveau-de-vie-median',
  'places open on Saturday': '/?lieux=oui&ouvert=samedi',
  'the referenced projects': '/projets',
  'the projects of an EPCI': '/projets?epcis=200056232',
  'the summary of two projects': '/projets/synthese?choix=P003|P026',
  'the tables': '/donnees',
  'the sources': '/donnees/sources',
  'what changed': '/donnees/changements',
  'the états des lieux': '/donnees/etats-des-lieux',
  'the sheet of a project of one EPCI': '/projets/P003',
  'the sheet of a project of the département': '/projets/P098',
  'the distribution of projects': '/projets/repartition',
  'the distribution of their budgets': '/projets/repartition?cellules=budget',
  'the catalogue': '/catalogue',
  'a sheet of the catalogue': '/catalogue/F001',
  'a pre-selection that begins': '/preselection',
  'a pre-selection of three sheets': '/preselection?choix=F001|F002|F003',
  'the roadmap': '/feuille-de-route',
  'the roadmap by month, past due': '/feuille-de-route?pas=mois&retards=oui',
  'the gaps': '/ecarts',
  'the gaps of an EPCI': '/ecarts?epci=200056232',
  'the ranking by chosen criteria': '/ecarts/classement',
  balance: '/ecarts/equilibre',
  'the balance of an EPCI': '/ecarts/equilibre?epci=200056232',
  'the closure of copper': '/ecarts/cuivre',
  'the closure of copper on a date': '/ecarts/cuivre?echeance=2028-05-31',
  'the access to places': '/ecarts/acces',
  'the next sites': '/ecarts/acces?liste=ancienne&nombre=5',
  'the layers for a GIS': '/ogc',
  'a layer': '/ogc/collections/couverture-ftth',
  'the features of a layer': '/ogc/collections/lieux/items',
  'a feature': '/ogc/collections/projets/items/P003',
  'the properties of a layer': '/ogc/collections/communes/queryables',
  'the parameters of the layers': '/ogc/api?f=html',
  'the recipe for QGIS': '/ogc/qgis',
};

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** How far the window scrolls, in pixels. */
const overflowOf = (page: Page) =>
  page.evaluate(() => ({
    across: document.documentElement.scrollWidth - innerWidth,
    down: document.documentElement.scrollHeight - innerHeight,
  }));

// Several at once: most of a visit is waiting for the page to settle.
describe.each(Object.entries(screens))('%s', { concurrent: true }, (_, address) => {
  it('passes axe on a wide screen, by day and in the dark, and asks nothing of anyone else', async () => {
    const { page, complaints, close } = await visit(origin, address, { viewport: desktop });
    await page.waitForLoadState('networkidle');
    // A screen scrolls within the page; pages for a GIS are documents, and scroll whole.
    if (!address.startsWith('/ogc')) expect(await overflowOf(page)).toEqual({ across: 0, down: 0 });
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    // The style sheet has followed once a frame is drawn.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await violationsOf(page)).toEqual([]);
    await close();
    expect(complaints).toEqual([]);
  });

  it('passes axe on a phone, and asks nothing of anyone else', async () => {
    const { page, complaints, close } = await visit(origin, address, { viewport: phone });
    await page.waitForLoadState('networkidle');
    expect((await overflowOf(page)).across).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await close();
    expect(complaints).toEqual([]);
  });
});

it('documents the API from its own origin', async () => {
  const { page, complaints, close } = await visit(origin, '/api/docs');
  await page.getByText('/api/v1/indicateurs', { exact: false }).first().waitFor();
  await close();
  expect(complaints).toEqual([]);
});
