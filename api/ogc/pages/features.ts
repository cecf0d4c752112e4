/** Pages of features: a page of them as a table, and one of them. */
import { html } from 'hono/html';
import type { Collection, Row } from '../declare.ts';
import type { ItemsPage } from '../items.ts';
import type { Site } from '../links.ts';
import { trailTo } from './catalogue.ts';
import { type Html, pageOf, tableOf } from './layout.ts';
import { counted, toldValue } from './values.ts';

export interface ItemsView {
  readonly page: ItemsPage;
  readonly json: string;
  /** Address of the next page; null after the last one. */
  readonly next: string | null;
}

export function itemsPage(site: Site, collection: Collection, { page, json, next }: ItemsView): Html {
  const { matched, rows } = page;
  return pageOf(site, {
    title: 'Éléments',
    lead:
      matched === 0
        ? `Aucun élément de la couche « ${collection.title} » ne répond à cette demande : élargissez le rectangle ou retirez un filtre.`
        : `${counted(matched, 'élément')} de la couche « ${collection.title} », dont ${rows.length.toLocaleString('fr-FR')} sur cette page.`,
    trail: trailTo(site, collection),
    json,
    ...(next !== null && { links: [{ rel: 'next', href: next, type: 'text/html' }] }),
    body: html`${
      rows.length === 0
        ? ''
        : tableOf(
            collection.title,
            ['Identifiant', ...collection.properties.filter(({ name }) => name !== 'id').map(({ title }) => title)],
            rows.map(({ id, properties }) => [
              html`<a class="id" href="${itemAddress(site, collection, id)}">${id}</a>`,
              ...collection.properties
                .filter(({ name }) => name !== 'id')
                .map(({ name }) => toldValue(properties[name])),
            ]),
          )
    }
${next === null ? '' : html`<p class="actions"><a class="action" rel="next" href="${next}">Page suivante</a></p>`}`,
  });
}

export function itemPage(site: Site, collection: Collection, row: Row): Html {
  const { id, properties } = row;
  const name = properties.nom ?? properties.titre;
  return pageOf(site, {
    title: typeof name === 'string' ? name : id,
    lead:
      row.place === null
        ? `${collection.title}. Sa position n’est pas connue : il n’a pas de géométrie.`
        : `${collection.title}.`,
    trail: [
      ...trailTo(site, collection),
      { label: 'Éléments', href: site.address(`/collections/${collection.id}/items`) },
    ],
    json: itemAddress(site, collection, id, 'json'),
    body: tableOf(
      `Propriétés de ${id}`,
      ['Propriété', 'Valeur'],
      collection.properties.map(({ name: key, title }) => [title, toldValue(properties[key])]),
    ),
  });
}

export function itemAddress(site: Site, { id: collection }: Collection, id: string, f?: 'json' | 'html'): string {
  return site.address(`/collections/${collection}/items/${encodeURIComponent(id)}`, { f });
}
