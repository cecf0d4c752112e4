/**
 * A page of the catalogue in DCAT-AP 2.1, as JSON-LD. What a distribution is (address, bytes, checksum, licence) is read
 * from the Data Package of its table, so that both tell the same.
 */
import { type Dataset, spanOf } from './datasets.ts';

/** What is read of a Data Package, as `api/downloads/datapackage.ts` writes it. */
export interface Descriptor {
  readonly title: string;
  readonly description: string;
  /** ISO day of the newest data. */
  readonly version: string;
  readonly licenses: readonly { readonly title: string; readonly path?: string }[];
  readonly sources: readonly { readonly title: string; readonly path: string }[];
  readonly resources: readonly {
    readonly name: string;
    readonly title: string;
    readonly path: string;
    readonly fileName: string;
    readonly mediatype: string;
    readonly bytes: number;
    readonly hash: string;
  }[];
}

export interface CataloguePage {
  readonly origin: string;
  readonly publisher: string;
  readonly datasets: readonly { readonly dataset: Dataset; readonly descriptors: readonly Descriptor[] }[];
  readonly page: number;
  readonly limit: number;
  readonly total: number;
  /** Loaded départements, with the box of each: west, south, east, north. */
  readonly departements: readonly { readonly code: string; readonly nom: string; readonly bbox: readonly number[] }[];
}

const fileTypes = 'http://publications.europa.eu/resource/authority/file-type/';
/** Format of a download → its name in the file types of the Publications Office of the European Union. */
const fileTypeOf: Readonly<Record<string, string>> = {
  csv: 'CSV',
  'csv-excel': 'CSV',
  xlsx: 'XLSX',
  geojson: 'GEOJSON',
  gpkg: 'GPKG',
  parquet: 'PARQUET',
};

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const date = (value: string) => ({ '@type': 'xsd:date', '@value': value });
const french = (value: string) => ({ '@language': 'fr', '@value': value });
const link = (id: string) => ({ '@id': id });

export function toCatalogue(told: CataloguePage): Record<string, unknown> {
  const { origin, publisher, datasets, page, limit, total } = told;
  const last = Math.max(1, Math.ceil(total / limit));
  const pageAt = (number: number) => `${origin}/catalogue.jsonld?page=${number}&limite=${limit}`;
  const organisation = { '@id': `${origin}/#editeur`, '@type': 'foaf:Organization', 'foaf:name': publisher };
  return {
    '@context': context,
    '@graph': [
      {
        '@id': `${origin}/catalogue.jsonld`,
        '@type': ['dcat:Catalog', 'hydra:Collection'],
        'dct:title': french('Observatoire de la présence numérique'),
        'dct:description': french(
          'Couverture, services et projets numériques par commune et par EPCI, avec leurs sources, leurs dates et leurs licences.',
        ),
        'dct:language': link('http://publications.europa.eu/resource/authority/language/FRA'),
        'foaf:homepage': link(`${origin}/`),
        'dct:publisher': link(organisation['@id']),
        'hydra:totalItems': total,
        'dcat:dataset': datasets.map(({ dataset }) => link(datasetId(origin, dataset))),
        'dcat:service': [link(`${origin}/api/v1`), link(`${origin}/ogc`)],
      },
      {
        '@id': pageAt(page),
        '@type': 'hydra:PartialCollectionView',
        'hydra:first': link(pageAt(1)),
        'hydra:last': link(pageAt(last)),
        ...(page > 1 && { 'hydra:previous': link(pageAt(page - 1)) }),
        ...(page < last && { 'hydra:next': link(pageAt(page + 1)) }),
      },
      organisation,
      service(`${origin}/api/v1`, 'API de l’observatoire', `${origin}/api/v1/openapi.json`),
      service(`${origin}/ogc`, 'OGC API – Features', `${origin}/ogc/api`),
      ...datasets.flatMap(({ dataset, descriptors }) => toDataset(told, dataset, descriptors)),
    ],
  };
}

const datasetId = (origin: string, { id }: Dataset) => `${origin}/catalogue.jsonld#${id}`;

function service(id: string, title: string, description: string) {
  return {
    '@id': id,
    '@type': 'dcat:DataService',
    'dct:title': french(title),
    'dcat:endpointURL': link(id),
    'dcat:endpointDescription': link(description),
  };
}

/** A dataset, then its distributions. */
function toDataset(
  { origin, departements }: CataloguePage,
  dataset: Dataset,
  descriptors: readonly Descriptor[],
): object[] {
  const id = datasetId(origin, dataset);
  const [main] = descriptors;
  if (!main) throw new Error(`the dataset "${dataset.id}" has no table`);
  const span = spanOf(dataset.periods);
  const distributions = descriptors.flatMap((descriptor, rank) =>
    descriptor.resources.map((resource) => toDistribution(`${id}-${rank}-${resource.name}`, descriptor, resource)),
  );
  const sources = new Map(descriptors.flatMap((one) => one.sources.map(({ path, title }) => [path, title] as const)));
  return [
    {
      '@id': id,
      '@type': 'dcat:Dataset',
      'dct:identifier': dataset.id,
      'dct:title': french(dataset.title),
      'dct:description': french(`${main.description} Sources : ${[...sources.values()].join(' ; ')}.`),
      'dct:language': link('http://publications.europa.eu/resource/authority/language/FRA'),
      'dct:publisher': link(`${origin}/#editeur`),
      'dct:modified': date(main.version),
      'dct:accessRights': link('http://publications.europa.eu/resource/authority/access-right/PUBLIC'),
      'dcat:theme': link('http://publications.europa.eu/resource/authority/data-theme/TECH'),
      'dcat:keyword': dataset.keywords.map(french),
      'dcat:landingPage': link(origin + dataset.landing),
      'dct:source': [...sources.keys()].map(link),
      'dct:license': licences(main),
      'dct:spatial': departements.map(({ code, nom, bbox }) => ({
        '@id': `http://id.insee.fr/geo/departement/${code}`,
        '@type': 'dct:Location',
        'http://www.w3.org/2000/01/rdf-schema#label': french(nom),
        'dcat:bbox': { '@type': 'http://www.opengis.net/ont/geosparql#wktLiteral', '@value': toWkt(bbox) },
      })),
      ...(span && {
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': date(span.from),
          'dcat:endDate': date(span.to),
        },
      }),
      'dcat:distribution': distributions.map(({ '@id': of }) => link(of)),
    },
    ...distributions,
  ];
}

function toDistribution(id: string, descriptor: Descriptor, resource: Descriptor['resources'][number]) {
  const [algorithm, checksum = ''] = resource.hash.split(':');
  if (algorithm !== 'sha256') throw new Error(`the hash of ${resource.path} is ${algorithm}, not sha256`);
  const fileType = fileTypeOf[resource.name];
  return {
    '@id': id,
    '@type': 'dcat:Distribution',
    'dct:title': french(resource.fileName),
    'dct:description': french(resource.title),
    'dcat:accessURL': link(resource.path),
    'dcat:downloadURL': link(resource.path),
    'dcat:mediaType': link(`https://www.iana.org/assignments/media-types/${resource.mediatype}`),
    ...(fileType !== undefined && { 'dct:format': link(fileTypes + fileType) }),
    'dcat:byteSize': { '@type': 'xsd:decimal', '@value': String(resource.bytes) },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': link('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
      'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': checksum },
    },
    'dct:license': licences(descriptor),
    'dct:modified': date(descriptor.version),
  };
}

/** By the address of its text; our own compilation, which has none, by its words. */
function licences({ licenses }: Descriptor) {
  return licenses.map(({ title, path }) =>
    path === undefined
      ? { '@type': 'dct:LicenseDocument', 'dct:title': french(title) }
      : { '@id': path, '@type': 'dct:LicenseDocument', 'dct:title': french(title) },
  );
}

function toWkt([west = 0, south = 0, east = 0, north = 0]: readonly number[]): string {
  return `POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))`;
}
