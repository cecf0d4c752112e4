/** Pages about the collections: the list, one of them, its properties, the conformance. */
import { html } from 'hono/html';
import { frenchDay } from '../../../data/analysis/french-dates.ts';
import { conformanceClasses } from '../conformance.ts';
import { systems } from '../crs.ts';
import type { Collection } from '../declare.ts';
import { type DescribedCollection, description, title } from '../documents.ts';
import type { Link, Site } from '../links.ts';
import { queryablesOf } from '../parameters.ts';
import { each, type Html, pageOf, tableOf } from './layout.ts';
import { counted } from './values.ts';

const home = (site: Site) => ({ label: 'Données géographiques', href: site.address('') });
const list = (site: Site) => ({ label: 'Couches', href: site.address('/collections') });
export const trailTo = (site: Site, collection: Collection) => [
  home(site),
  list(site),
  { label: collection.title, href: site.address(`/collections/${collection.id}`) },
];
const jsonOf = (links: readonly Link[]) =>
  links.find(({ rel, type }) => rel === 'alternate' && type !== 'text/html')?.href;
const geometryNames = { outline: 'contours', point: 'points' } as const;

export function landingPage(site: Site, links: readonly Link[], collections: readonly Collection[]): Html {
  const indicators = collections.filter(({ keywords }) => keywords.includes('indicateur'));
  const others = collections.filter((one) => !indicators.includes(one));
  return pageOf(site, {
    title: 'Données géographiques',
    lead: `${counted(collections.length, 'couche')} à ouvrir dans un SIG, sans clé : les territoires, les lieux, les projets, et une couche par indicateur.`,
    trail: [],
    ...optional('json', jsonOf(links)),
    links,
    body: html`
<section aria-labelledby="ouvrir"><h2 id="ouvrir">Ouvrir dans un SIG</h2>
<p>L’adresse à donner au logiciel, qui parle OGC API – Features :</p>
<p><code class="address">${site.address('')}</code></p>
<p><a href="${site.address('/qgis')}">Ouvrir ces données dans QGIS, pas à pas</a></p></section>
<section aria-labelledby="couches"><h2 id="couches">Couches</h2>
${collectionTable(site, 'Territoires, lieux et projets', others)}
${collectionTable(site, 'Indicateurs', indicators)}</section>
<section aria-labelledby="service"><h2 id="service">Pour les programmes</h2>
<ul>
<li><a href="${site.address('/api', { f: 'json' })}">Description du service, OpenAPI 3.0</a></li>
<li><a href="${site.address('/conformance')}">Classes de conformité</a></li>
<li><a href="${site.address('/tileMatrixSets', { f: 'json' })}">Grille des tuiles vectorielles</a>, <a href="/tiles/style.json">style MapLibre</a></li>
</ul></section>`,
  });
}

function collectionTable(site: Site, caption: string, collections: readonly Collection[]): Html {
  return tableOf(
    caption,
    ['Couche', 'Identifiant', 'Géométrie'],
    collections.map(({ id, title: label, geometry }) => [
      html`<a href="${site.address(`/collections/${id}`)}">${label}</a>`,
      html`<code>${id}</code>`,
      geometryNames[geometry],
    ]),
  );
}

export function collectionsPage(site: Site, links: readonly Link[], collections: readonly Collection[]): Html {
  return pageOf(site, {
    title: 'Couches',
    lead: description,
    trail: [home(site)],
    ...optional('json', jsonOf(links)),
    links,
    body: collectionTable(site, title, collections),
  });
}

export function collectionPage(
  site: Site,
  links: readonly Link[],
  { collection, extent }: DescribedCollection,
  attribution: string,
): Html {
  const path = `/collections/${collection.id}`;
  const [west, south, east, north] = extent.bbox?.map((degrees) => degrees.toLocaleString('fr-FR')) ?? [];
  const licences = links.filter(({ rel }) => rel === 'license');
  const day = (iso: string | null | undefined) => (iso ? frenchDay(iso) : 'ouvert');
  return pageOf(site, {
    title: collection.title,
    lead: collection.description,
    trail: [home(site), list(site)],
    ...optional('json', jsonOf(links)),
    links,
    body: html`
<p class="actions"><a class="action" href="${site.address(`${path}/items`)}">Voir les éléments</a>
<a href="${site.address(`${path}/items`, { f: 'json' })}">GeoJSON</a>
<a href="${site.address(`${path}/queryables`)}">Propriétés à interroger</a>
${collection.tiles ? html`<a href="${site.address(`${path}/tiles`, { f: 'json' })}">Tuiles vectorielles</a>` : ''}</p>
<dl>
<dt>Adresse pour un SIG</dt><dd><code class="address">${site.address(path)}</code></dd>
<dt>Source</dt><dd>${attribution}</dd>
<dt>Licence</dt><dd>${
      licences.length === 0
        ? 'Faits compilés, chacun avec sa source'
        : each(licences, ({ href, title: label }) => html`<a href="${href}">${label}</a> `)
    }</dd>
<dt>Étendue</dt><dd>${west === undefined ? 'rien n’est chargé' : `de ${west} à ${east} de longitude, de ${south} à ${north} de latitude`}</dd>
<dt>Temps</dt><dd>${extent.interval ? `du ${day(extent.interval.from)} au ${day(extent.interval.to)}. ` : ''}${collection.time}</dd>
<dt>Coordonnées</dt><dd>${systems.map(({ label }) => label).join(' ; ')}</dd>
</dl>
<h2>Propriétés</h2>
${propertyTable(`Propriétés de la couche ${collection.id}`, collection.properties)}`,
  });
}

const typeNames = {
  string: 'texte',
  integer: 'entier',
  number: 'nombre',
  boolean: 'oui ou non',
  strings: 'liste de textes',
} as const;

function propertyTable(caption: string, properties: Collection['properties']): Html {
  return tableOf(
    caption,
    ['Nom', 'Ce que c’est', 'Type'],
    properties.map((property) => [
      html`<code>${property.name}</code>`,
      property.description === undefined ? property.title : `${property.title}. ${property.description}`,
      property.isDay ? 'jour (AAAA-MM-JJ)' : typeNames[property.type],
    ]),
  );
}

export function queryablesPage(site: Site, collection: Collection): Html {
  const items = site.address(`/collections/${collection.id}/items`);
  const [example] = queryablesOf(collection);
  return pageOf(site, {
    title: 'Propriétés à interroger',
    lead: 'Chacune peut être donnée en paramètre : seuls restent les éléments qui ont exactement cette valeur.',
    trail: trailTo(site, collection),
    json: site.address(`/collections/${collection.id}/queryables`, { f: 'json' }),
    body: html`<p>Par exemple <code class="address">${items}?${example?.name}=…</code></p>
${propertyTable(`Propriétés à interroger de la couche ${collection.id}`, queryablesOf(collection))}`,
  });
}

export function conformancePage(site: Site, links: readonly Link[]): Html {
  return pageOf(site, {
    title: 'Classes de conformité',
    lead: 'Les parties des normes de l’OGC que ce service respecte.',
    trail: [home(site)],
    ...optional('json', jsonOf(links)),
    body: html`<ul>${each(conformanceClasses, (uri) => html`<li><code class="address">${uri}</code></li>`)}</ul>`,
  });
}

const optional = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;
