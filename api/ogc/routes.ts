/**
 * OGC API – Features (parts 1, 2 and the queryables of part 3) and the metadata of OGC API – Tiles, below `/ogc`: each
 * resource as JSON and as a page. Answers are kept by version of the data, as those of the API are.
 */
import { type Context, Hono } from 'hono';
import { versioned } from '../cache.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { notFound } from '../problem.ts';
import { publicOrigin } from '../public-address.ts';
import { collectionsOf } from './collections/registry.ts';
import { jsonAs, type OgcContext } from './context.ts';
import type { Collection } from './declare.ts';
import {
  attributionOf,
  collectionDocument,
  collectionsDocument,
  conformanceDocument,
  landingDocument,
  queryablesDocument,
} from './documents.ts';
import { featureRoutes } from './feature-routes.ts';
import { mediaTypes, siteAt } from './links.ts';
import { chooseFormat } from './negotiate.ts';
import { openApiDocument } from './openapi.ts';
import { collectionPage, collectionsPage, conformancePage, landingPage, queryablesPage } from './pages/catalogue.ts';
import { parametersPage, qgisPage } from './pages/guides.ts';
import { readQuery } from './parameters.ts';
import { styleFileRoutes } from './style-files.ts';
import { tileMetadataRoutes } from './tile-routes.ts';

export function ogcRoutes(dependencies: ApiDependencies, programVersion: string) {
  const collections = collectionsOf(dependencies.indicators);
  const context: OgcContext = {
    dependencies,
    collections,
    siteOf: (c) => siteAt(publicOrigin(c.req.url, dependencies.publicUrl)),
    formatOf: (c) => chooseFormat(c.req.url, c.req.header('accept')),
    requireCollection: (id) => {
      const collection = collections.find((one) => one.id === id);
      if (!collection)
        throw notFound(
          'collectionId',
          id,
          collections.map((one) => one.id),
        );
      return collection;
    },
  };
  const { siteOf, formatOf, requireCollection } = context;
  const variantOf = (c: Context) => `${formatOf(c)} ${siteOf(c).origin}`;
  const { sources } = dependencies;
  const describe = async (collection: Collection) => ({
    collection,
    extent: await collection.readExtent(dependencies),
  });

  const routes = new Hono();
  routes.route('/', styleFileRoutes());
  routes.use('/ogc/*', versioned(dependencies.database, programVersion, variantOf), async (c, next) => {
    await next();
    c.res.headers.append('vary', 'accept');
  });
  for (const path of ['/ogc', '/ogc/'])
    routes.get(path, (c) => {
      readQuery(c.req.url, ['f']);
      const [site, format] = [siteOf(c), formatOf(c)];
      const landing = landingDocument(site, format);
      return format === 'html' ? c.html(landingPage(site, landing.links, collections)) : c.json(landing);
    });
  routes.get('/ogc/conformance', (c) => {
    readQuery(c.req.url, ['f']);
    const [site, format] = [siteOf(c), formatOf(c)];
    const { links, conformsTo } = conformanceDocument(site, format);
    return format === 'html' ? c.html(conformancePage(site, links)) : c.json({ conformsTo });
  });
  routes.get('/ogc/api', (c) => {
    readQuery(c.req.url, ['f']);
    const [site, format] = [siteOf(c), formatOf(c)];
    return format === 'html'
      ? c.html(parametersPage(site))
      : jsonAs(c, openApiDocument(site, collections, programVersion), mediaTypes.openapi);
  });
  routes.get('/ogc/qgis', (c) => {
    readQuery(c.req.url, ['f']);
    return c.html(qgisPage(siteOf(c)));
  });
  routes.get('/ogc/collections', async (c) => {
    readQuery(c.req.url, ['f']);
    const [site, format] = [siteOf(c), formatOf(c)];
    const told = collectionsDocument(site, format, await Promise.all(collections.map(describe)), sources);
    return format === 'html' ? c.html(collectionsPage(site, told.links, collections)) : c.json(told);
  });
  routes.get('/ogc/collections/:id', async (c) => {
    readQuery(c.req.url, ['f']);
    const [site, format] = [siteOf(c), formatOf(c)];
    const described = await describe(requireCollection(c.req.param('id')));
    const told = collectionDocument(site, format, described, sources);
    if (format === 'json') return c.json(told);
    return c.html(collectionPage(site, told.links, described, attributionOf(described.collection, sources)));
  });
  routes.get('/ogc/collections/:id/queryables', (c) => {
    readQuery(c.req.url, ['f']);
    const collection = requireCollection(c.req.param('id'));
    return formatOf(c) === 'html'
      ? c.html(queryablesPage(siteOf(c), collection))
      : jsonAs(c, queryablesDocument(siteOf(c), collection), mediaTypes.schema);
  });
  routes.route('/', featureRoutes(context));
  routes.route('/', tileMetadataRoutes(context));
  return routes;
}
