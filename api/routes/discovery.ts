/** How others find the data: a catalogue for harvesters, a feed of updates, a map of the site. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiDependencies } from '../dependencies.ts';
import { listDatasets } from '../discovery/datasets.ts';
import { type Descriptor, toCatalogue } from '../discovery/dcat.ts';
import { listedScreens, robots, sitemap } from '../discovery/sitemap.ts';
import { updatesFeed } from '../discovery/updates-feed.ts';
import { planner } from '../plan.ts';
import { ProblemError, refuseBadQuery } from '../problem.ts';
import { publicOrigin } from '../public-address.ts';
import { readCatalogue } from '../sql/catalogue.ts';
import { readCurrentLoads, readLoadHistory, readNewestLoadInstant } from '../sql/loads.ts';
import { readProjects } from '../sql/projects.ts';
import { currentState } from '../sql/state.ts';
import { readTerritories } from '../sql/territories.ts';
import { badRequest, queryOf, wholeNumber } from './queries.ts';

const mostDatasets = 20;
const mostUpdates = 100;

const catalogueRoute = createRoute({
  method: 'get',
  path: '/catalogue.jsonld',
  operationId: 'moissonnerCatalogue',
  summary: 'Catalogue DCAT-AP des jeux de données, page par page',
  description:
    'JSON-LD. Les pages s’enchaînent par hydra:next. Chaque distribution dit son format, sa taille, son empreinte et sa licence.',
  tags: ['Catalogue'],
  request: { query: queryOf({ page: wholeNumber(1, 1000, 1), limite: wholeNumber(1, mostDatasets, 10) }) },
  responses: {
    200: {
      description: 'Une page du catalogue',
      content: { 'application/ld+json': { schema: z.record(z.string(), z.unknown()) } },
    },
    ...badRequest,
  },
});

interface DiscoveryOptions {
  readonly publisher: string;
  /** Answers an address of ours: the catalogue tells what the Data Package of each table does. */
  readonly ask: (address: string) => Response | Promise<Response>;
}

export function discoveryRoutes(dependencies: ApiDependencies, { publisher, ask }: DiscoveryOptions) {
  const { database, indicators, sources, publicUrl } = dependencies;
  const describe = async (address: string): Promise<Descriptor> => {
    const answer = await ask(`${address}${address.includes('?') ? '&' : '?'}format=datapackage`);
    if (answer.status === 503) throw new ProblemError(503, 'Les fichiers du catalogue sont en préparation.');
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Descriptor;
  };
  const routes = new OpenAPIHono({ defaultHook: refuseBadQuery });
  routes.openapi(catalogueRoute, async (c) => {
    const { page, limite } = c.req.valid('query');
    const origin = publicOrigin(c.req.url, publicUrl);
    const { periodsOf } = planner(indicators, await readCurrentLoads(database));
    const all = listDatasets(indicators, periodsOf);
    const shown = all.slice((page - 1) * limite, page * limite);
    const datasets = [];
    // One after the other: the first harvest of a version makes the files.
    for (const dataset of shown) {
      const descriptors = [];
      for (const table of dataset.tables) descriptors.push(await describe(origin + table));
      datasets.push({ dataset, descriptors });
    }
    const departements = await readTerritories(database, { level: 'departement', code: null });
    const catalogue = toCatalogue({
      origin,
      publisher,
      datasets,
      page,
      limit: limite,
      total: all.length,
      departements,
    });
    return c.json(catalogue, 200, {
      'content-type': 'application/ld+json',
      'cache-control': 'no-cache',
    });
  });
  routes.get('/mises-a-jour.atom', async (c) => {
    const { loads } = await readLoadHistory(database, { limite: mostUpdates, page: 1 });
    return c.body(updatesFeed(loads, sources, publicOrigin(c.req.url, publicUrl)), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
    });
  });
  routes.get('/sitemap.xml', async (c) => {
    const [epcis, { projects }, sheets, changedAt] = await Promise.all([
      readTerritories(database, { level: 'epci', code: null }),
      readProjects(database, {}),
      readCatalogue(database, currentState, undefined),
      readNewestLoadInstant(database),
    ]);
    const paths = [
      ...listedScreens,
      ...indicators.map(({ id }) => `/?indicateur=${id}`),
      ...epcis.map(({ code }) => `/ecarts?epci=${code}`),
      ...projects.map(({ id }) => `/projets/${encodeURIComponent(id)}`),
      ...sheets.map(({ id }) => `/catalogue/${encodeURIComponent(id)}`),
    ];
    const origin = publicOrigin(c.req.url, publicUrl);
    return c.body(sitemap(origin, paths, changedAt.slice(0, 10)), 200, {
      'content-type': 'application/xml; charset=utf-8',
    });
  });
  routes.get('/robots.txt', (c) => c.text(robots(publicOrigin(c.req.url, publicUrl))));
  return routes;
}
