/** What the answers of the OGC API look like: the schemas of its OpenAPI 3.0. */
import type { Collection } from './declare.ts';
import { schemaOf } from './documents.ts';

export type Json = Record<string, unknown>;
/** Points into the components of the description. */
export const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
const nullable = (schema: Json): Json => ({ ...schema, nullable: true });

export function schemas(collections: readonly Collection[]): Json {
  const link = {
    type: 'object',
    required: ['href', 'rel'],
    properties: Object.fromEntries(
      ['href', 'rel', 'type', 'title', 'hreflang'].map((name) => [name, { type: 'string' }]),
    ),
  };
  const links = { type: 'array', items: ref('schemas', 'link') };
  const collection = {
    type: 'object',
    required: ['id', 'title', 'links', 'crs', 'storageCrs'],
    properties: {
      id: { type: 'string' },
      title: { type: 'string' },
      description: { type: 'string' },
      attribution: { type: 'string' },
      crs: { type: 'array', items: { type: 'string' } },
      storageCrs: { type: 'string' },
      extent: { type: 'object' },
      links,
    },
  };
  return {
    link,
    collection,
    collections: {
      type: 'object',
      required: ['links', 'collections'],
      properties: { links, collections: { type: 'array', items: ref('schemas', 'collection') } },
    },
    problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'detail'],
      properties: {
        type: { type: 'string' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string' },
        parametre: { type: 'string' },
        recu: { type: 'string' },
        accepte: { type: 'array', items: { type: 'string' } },
      },
    },
    geometry: {
      type: 'object',
      nullable: true,
      required: ['type', 'coordinates'],
      properties: {
        type: { type: 'string', enum: ['Point', 'Polygon', 'MultiPolygon'] },
        coordinates: { type: 'array', items: {} },
      },
    },
    ...Object.assign({}, ...collections.map((one) => featureSchemas(one, links))),
  };
}

function featureSchemas({ id, properties }: Collection, links: Json): Json {
  const feature = {
    type: 'object',
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: 'string' },
      geometry: ref('schemas', 'geometry'),
      properties: {
        type: 'object',
        required: properties.map(({ name }) => name),
        properties: Object.fromEntries(
          properties.map((property) => [property.name, { title: property.title, ...nullable(schemaOf(property)) }]),
        ),
        additionalProperties: false,
      },
      links,
    },
  };
  return {
    [id]: feature,
    [`${id}-page`]: {
      type: 'object',
      required: ['type', 'features', 'links', 'timeStamp', 'numberMatched', 'numberReturned'],
      properties: {
        type: { type: 'string', enum: ['FeatureCollection'] },
        features: { type: 'array', items: ref('schemas', id) },
        links,
        timeStamp: { type: 'string', format: 'date-time' },
        numberMatched: { type: 'integer', minimum: 0 },
        numberReturned: { type: 'integer', minimum: 0 },
      },
    },
  };
}
