/** Features: a page of a collection, and one of them, as GeoJSON or as a page for people. */
import { Hono } from 'hono';
import { notFound } from '../problem.ts';
import { jsonAs, type OgcContext } from './context.ts';
import { type Cursor, writeCursor } from './cursor.ts';
import type { Collection } from './declare.ts';
import { type ItemsPage, readPage, toFeatures } from './items.ts';
import { type Link, mediaTypes, type Query, type Site } from './links.ts';
import { itemAddress, itemPage, itemsPage } from './pages/features.ts';
import { type Format, parseItemQuestion, parseItemsQuestion } from './parameters.ts';

export function featureRoutes({ dependencies, siteOf, formatOf, requireCollection }: OgcContext) {
  return new Hono()
    .get('/ogc/collections/:id/items', async (c) => {
      const collection = requireCollection(c.req.param('id'));
      const [site, format] = [siteOf(c), formatOf(c)];
      const question = parseItemsQuestion(c.req.url, collection);
      const page = await readPage(dependencies, collection, question);
      const links = pageLinks(site, collection, page, { url: c.req.url, format });
      if (format === 'html') {
        const href = (rel: string) => links.find((link) => link.rel === rel)?.href;
        return c.html(itemsPage(site, collection, { page, json: href('alternate') ?? '', next: href('next') ?? null }));
      }
      const features = await toFeatures(dependencies, page.rows, question.crs);
      return jsonAs(
        c,
        {
          type: 'FeatureCollection',
          features,
          links,
          timeStamp: dependencies.now().toISOString(),
          numberMatched: page.matched,
          numberReturned: features.length,
        },
        mediaTypes.geojson,
        { 'content-crs': `<${question.crs.uri}>` },
      );
    })
    .get('/ogc/collections/:id/items/:featureId{.+}', async (c) => {
      const collection = requireCollection(c.req.param('id'));
      const [site, format] = [siteOf(c), formatOf(c)];
      const { crs } = parseItemQuestion(c.req.url);
      const id = c.req.param('featureId');
      const { rows } = await collection.readRows(dependencies, { when: null, period: null, id });
      const row = rows.find((one) => one.id === id);
      if (!row) throw notFound('featureId', id, []);
      if (format === 'html') return c.html(itemPage(site, collection, row));
      const [feature] = await toFeatures(dependencies, [row], crs);
      const links: Link[] = [
        {
          href: itemAddress(site, collection, id, 'json'),
          rel: 'self',
          type: mediaTypes.geojson,
          title: 'Cet élément',
        },
        { href: itemAddress(site, collection, id, 'html'), rel: 'alternate', type: mediaTypes.html, title: 'Sa page' },
        collectionLink(site, collection),
      ];
      return jsonAs(c, { ...feature, links }, mediaTypes.geojson, { 'content-crs': `<${crs.uri}>` });
    });
}

const collectionLink = (site: Site, { id, title }: Collection): Link => ({
  href: site.address(`/collections/${id}`, { f: 'json' }),
  rel: 'collection',
  type: mediaTypes.json,
  title,
});

/** Every parameter of the address is kept, the format and the place in the collection aside. */
function pageLinks(
  site: Site,
  collection: Collection,
  { next, previous }: ItemsPage,
  { url, format }: { readonly url: string; readonly format: Format },
): Link[] {
  const { suite, offset, f: _, ...kept } = Object.fromEntries(new URL(url).searchParams);
  const types = { json: mediaTypes.geojson, html: mediaTypes.html } as const;
  const other = format === 'json' ? 'html' : 'json';
  const link = (rel: string, title: string, f: Format, query: Query): Link => ({
    href: site.address(`/collections/${collection.id}/items`, { ...kept, ...query, f }),
    rel,
    type: types[f],
    title,
  });
  const at = (cursor: Cursor | null) => ({ suite: cursor === null ? undefined : writeCursor(cursor) });
  return [
    link('self', 'Cette page', format, { suite, offset }),
    link('alternate', format === 'json' ? 'En tableau' : 'En GeoJSON', other, { suite, offset }),
    ...(next ? [link('next', 'Page suivante', format, at(next))] : []),
    ...(previous === undefined ? [] : [link('prev', 'Page précédente', format, at(previous))]),
    collectionLink(site, collection),
  ];
}
