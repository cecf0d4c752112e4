/**
 * The service description, OpenAPI 3.0 (3.1 is not read by GDAL, which takes from it the properties it may ask for and
 * the largest page). Each collection has paths of its own, for each has properties of its own.
 */
import { systemUris } from './crs.ts';
import type { Collection } from './declare.ts';
import { description, schemaOf, title } from './documents.ts';
import { mediaTypes, type Site } from './links.ts';
import { type Json, ref, schemas } from './openapi-schemas.ts';
import { defaultLimit, largestLimit, queryablesOf } from './parameters.ts';

const named = (...names: string[]) => names.map((name) => ref('parameters', name));

export function openApiDocument(site: Site, collections: readonly Collection[], version: string): Json {
  return {
    openapi: '3.0.3',
    info: {
      title,
      version,
      description,
      contact: { name: 'Observatoire de la présence numérique', url: site.origin },
      license: { name: 'Licences de chaque source', url: `${site.origin}/methode` },
    },
    servers: [{ url: site.address('') }],
    security: [],
    tags: [
      { name: 'Service', description: 'Ce que le service dit de lui-même' },
      { name: 'Collections', description: 'Les couches et leurs propriétés' },
      { name: 'Tuiles', description: 'Tuiles vectorielles' },
      ...collections.map(({ id, title: about }) => ({ name: id, description: about })),
    ],
    paths: {
      '/': read('Service', 'lireAccueil', 'Page d’accueil', [], { [mediaTypes.json]: anyObject }),
      '/conformance': read('Service', 'lireConformite', 'Classes de conformité', [], { [mediaTypes.json]: anyObject }),
      '/api': read('Service', 'lireDescription', 'Ce document', [], { [mediaTypes.openapi]: anyObject }),
      '/collections': read('Collections', 'listerCollections', 'Les collections', [], {
        [mediaTypes.json]: ref('schemas', 'collections'),
      }),
      '/collections/{collectionId}': read('Collections', 'lireCollection', 'Une collection', named('collectionId'), {
        [mediaTypes.json]: ref('schemas', 'collection'),
      }),
      '/collections/{collectionId}/queryables': read(
        'Collections',
        'lireProprietes',
        'Propriétés à interroger',
        named('collectionId'),
        { [mediaTypes.schema]: anyObject },
      ),
      '/collections/{collectionId}/tiles': read('Tuiles', 'listerTuiles', 'Jeux de tuiles', named('collectionId'), {
        [mediaTypes.json]: anyObject,
      }),
      '/collections/{collectionId}/tiles/{tileMatrixSetId}': read(
        'Tuiles',
        'decrireTuiles',
        'Un jeu de tuiles',
        named('collectionId', 'tileMatrixSetId'),
        { [mediaTypes.json]: anyObject },
      ),
      '/tileMatrixSets': read('Tuiles', 'listerGrilles', 'Grilles de tuiles', [], { [mediaTypes.json]: anyObject }),
      '/tileMatrixSets/{tileMatrixSetId}': read(
        'Tuiles',
        'lireGrille',
        'Une grille de tuiles',
        named('tileMatrixSetId'),
        {
          [mediaTypes.json]: anyObject,
        },
      ),
      ...Object.assign({}, ...collections.map(collectionPaths)),
    },
    components: {
      parameters: parameters(collections),
      headers: { contentCrs: { description: 'Système des coordonnées de la réponse', schema: { type: 'string' } } },
      responses: {
        BadRequest: problem('Paramètre inconnu, répété ou mal écrit'),
        NotFound: problem('Rien à cette adresse'),
      },
      schemas: schemas(collections),
    },
  };
}

const anyObject = { type: 'object' };
const problem = (said: string) => ({
  description: said,
  content: { 'application/problem+json': { schema: ref('schemas', 'problem') } },
});

function read(
  tag: string,
  operationId: string,
  summary: string,
  own: Json[],
  content: Record<string, Json>,
  headers?: Json,
) {
  return {
    get: {
      tags: [tag],
      operationId,
      summary,
      parameters: [...own, ref('parameters', 'f')],
      responses: {
        200: {
          description: summary,
          ...(headers && { headers }),
          content: {
            ...Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }])),
            [mediaTypes.html]: { schema: { type: 'string' } },
          },
        },
        400: ref('responses', 'BadRequest'),
        404: ref('responses', 'NotFound'),
      },
    },
  };
}

/** `couverture-ftth-epci` → `CouvertureFtthEpci`. */
const pascal = (id: string) => id.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

function collectionPaths(collection: Collection): Json {
  const { id, title: about } = collection;
  const own = queryablesOf(collection).map((property) => ({
    name: property.name,
    in: 'query',
    description: property.title,
    required: false,
    schema: schemaOf(property),
    style: 'form',
    explode: false,
  }));
  const headers = { 'Content-Crs': ref('headers', 'contentCrs') };
  const type = mediaTypes.geojson;
  return {
    [`/collections/${id}/items`]: read(
      id,
      `lister${pascal(id)}`,
      about,
      [...named('limit', 'bbox', 'bbox-crs', 'datetime', 'crs', 'suite', 'offset'), ...own],
      { [type]: ref('schemas', `${id}-page`) },
      headers,
    ),
    [`/collections/${id}/items/{featureId}`]: read(
      id,
      `lire${pascal(id)}`,
      `Un élément de : ${about}`,
      named('featureId', 'crs'),
      { [type]: ref('schemas', id) },
      headers,
    ),
  };
}

function parameters(collections: readonly Collection[]): Json {
  const query = (name: string, said: string, schema: Json, more: Json = {}) => ({
    name,
    in: 'query',
    required: false,
    description: said,
    schema,
    style: 'form',
    explode: false,
    ...more,
  });
  const path = (name: string, said: string, schema: Json) => ({
    name,
    in: 'path',
    required: true,
    description: said,
    schema,
  });
  const crs = { type: 'string', format: 'uri', enum: systemUris, default: systemUris[0] };
  return {
    f: query('f', 'Format de la réponse ; à défaut, celui que demande Accept.', {
      type: 'string',
      enum: ['json', 'html'],
    }),
    limit: query('limit', `Éléments par page. Au-dessus de ${largestLimit}, ${largestLimit}.`, {
      type: 'integer',
      minimum: 1,
      maximum: largestLimit,
      default: defaultLimit,
    }),
    bbox: query('bbox', 'Rectangle : quatre nombres, ou six avec des hauteurs, dans l’ordre des axes de bbox-crs.', {
      type: 'array',
      oneOf: [
        { minItems: 4, maxItems: 4 },
        { minItems: 6, maxItems: 6 },
      ],
      items: { type: 'number' },
    }),
    'bbox-crs': query('bbox-crs', 'Système de coordonnées de bbox.', crs),
    datetime: query('datetime', 'Jour, instant ou intervalle (RFC 3339), « .. » pour un bout ouvert.', {
      type: 'string',
    }),
    crs: query('crs', 'Système de coordonnées de la réponse.', crs),
    suite: query('suite', 'Place dans la collection, donnée par le lien « next ».', { type: 'string' }),
    offset: query('offset', 'Éléments à passer depuis le début ; préférer le lien « next », qui suit les données.', {
      type: 'integer',
      minimum: 0,
      default: 0,
    }),
    collectionId: path('collectionId', 'Collection', { type: 'string', enum: collections.map(({ id }) => id) }),
    featureId: path('featureId', 'Identifiant', { type: 'string' }),
    tileMatrixSetId: path('tileMatrixSetId', 'Grille de tuiles', { type: 'string', enum: ['WebMercatorQuad'] }),
  };
}
