/** What the OGC API says of itself and of its collections, as JSON. */
import type { SourceIdentity } from '../../data/sources/declare.ts';
import { conformanceClasses } from './conformance.ts';
import { crs84, systemUris } from './crs.ts';
import type { Collection, Extent, Property } from './declare.ts';
import { type Link, mediaTypes, relations, type Site } from './links.ts';
import { type Format, queryablesOf } from './parameters.ts';

export const title = 'Observatoire de la présence numérique : données géographiques';
export const description =
  'Communes, EPCI, lieux d’accompagnement, projets et indicateurs, en couches à ouvrir dans un SIG. Données ouvertes, en lecture, sans clé.';

export function landingDocument(site: Site, format: Format) {
  const at = (path: string, query: Record<string, string> = { f: 'json' }) => site.address(path, query);
  const links: Link[] = [
    ...site.both('', format),
    { href: at('/api'), rel: 'service-desc', type: mediaTypes.openapi, title: 'Description du service (OpenAPI 3.0)' },
    { href: at('/api', { f: 'html' }), rel: 'service-doc', type: mediaTypes.html, title: 'Documentation du service' },
    { href: at('/conformance'), rel: 'conformance', type: mediaTypes.json, title: 'Classes de conformité' },
    { href: at('/conformance'), rel: relations.conformance, type: mediaTypes.json, title: 'Classes de conformité' },
    { href: at('/collections'), rel: 'data', type: mediaTypes.json, title: 'Collections' },
    { href: at('/tileMatrixSets'), rel: relations.tilingSchemes, type: mediaTypes.json, title: 'Grilles de tuiles' },
    { href: at('/qgis', {}), rel: 'help', type: mediaTypes.html, title: 'Ouvrir ces données dans QGIS' },
  ];
  return { title, description, links };
}

export function conformanceDocument(site: Site, format: Format) {
  return { links: site.both('/conformance', format), conformsTo: conformanceClasses };
}

export interface DescribedCollection {
  readonly collection: Collection;
  readonly extent: Extent;
}

export function collectionsDocument(
  site: Site,
  format: Format,
  described: readonly DescribedCollection[],
  sources: readonly SourceIdentity[],
) {
  return {
    links: site.both('/collections', format),
    crs: systemUris,
    collections: described.map((one) => collectionDocument(site, 'json', one, sources)),
  };
}

export function collectionDocument(
  site: Site,
  format: Format,
  { collection, extent }: DescribedCollection,
  sources: readonly SourceIdentity[],
) {
  const path = `/collections/${collection.id}`;
  const at = (below: string, f: Format = 'json') => site.address(path + below, { f });
  const links: Link[] = [
    ...site.both(path, format),
    { href: at('/items'), rel: 'items', type: mediaTypes.geojson, title: `${collection.title}, en GeoJSON` },
    { href: at('/items', 'html'), rel: 'items', type: mediaTypes.html, title: `${collection.title}, en tableau` },
    { href: at('/queryables'), rel: relations.queryables, type: mediaTypes.schema, title: 'Propriétés à interroger' },
    ...(collection.tiles
      ? [{ href: at('/tiles'), rel: relations.tilesets, type: mediaTypes.json, title: 'Tuiles vectorielles' }]
      : []),
    ...licenceLinks(collection, sources),
  ];
  return {
    id: collection.id,
    title: collection.title,
    description: collection.description,
    keywords: collection.keywords,
    attribution: attributionOf(collection, sources),
    itemType: 'feature',
    extent: {
      ...(extent.bbox && { spatial: { bbox: [extent.bbox], crs: crs84.uri } }),
      ...(extent.interval && {
        temporal: { interval: [[toInstant(extent.interval.from), toInstant(extent.interval.to)]] },
      }),
    },
    crs: systemUris,
    storageCrs: crs84.uri,
    links,
  };
}

const toInstant = (day: string | null) => day && `${day}T00:00:00Z`;

const identitiesOf = (collection: Collection, sources: readonly SourceIdentity[]) =>
  sources.filter(({ id }) => collection.sources.includes(id));

export function attributionOf(collection: Collection, sources: readonly SourceIdentity[]): string {
  return [...new Set(identitiesOf(collection, sources).map(({ publisher }) => publisher))].join(' ; ');
}

function licenceLinks(collection: Collection, sources: readonly SourceIdentity[]): Link[] {
  const licences = new Map(identitiesOf(collection, sources).map(({ licence }) => [licence.url, licence]));
  return [...licences.values()].flatMap(({ url, label }) =>
    url === null ? [] : [{ href: url, rel: 'license', type: mediaTypes.html, title: label }],
  );
}

export function queryablesDocument(site: Site, collection: Collection) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: site.address(`/collections/${collection.id}/queryables`),
    type: 'object',
    title: collection.title,
    description: 'Propriétés qui peuvent être données en paramètres : une égalité par propriété.',
    properties: {
      geometry: {
        title: 'Géométrie',
        format: `geometry-${collection.geometry === 'point' ? 'point' : 'multipolygon'}`,
      },
      ...Object.fromEntries(
        queryablesOf(collection).map((property) => [property.name, { title: property.title, ...schemaOf(property) }]),
      ),
    },
    additionalProperties: false,
  };
}

export function schemaOf({ type, isDay, description: said }: Property): Record<string, unknown> {
  return {
    ...(type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type }),
    ...(isDay && { format: 'date' }),
    ...(said !== undefined && { description: said }),
  };
}
