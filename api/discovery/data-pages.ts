/** What the pages of an indicator and of the data say of themselves in schema.org, as dataset search engines read it. */
import type { Indicator } from '../../data/catalogue/catalogue.ts';
import { downloadFormats } from '../../data/catalogue/download-formats.ts';
import type { Values } from '../contract.ts';
import type { DescribedPage } from '../described-page.ts';
import { type Dataset, spanOf } from './datasets.ts';

export interface DataPageContext {
  readonly origin: string;
  readonly publisher: string;
  readonly departements: readonly { readonly code: string; readonly nom: string }[];
}

const organisation = ({ publisher, origin }: DataPageContext) => ({
  '@type': 'Organization',
  name: publisher,
  url: `${origin}/`,
});

/** @param sources of its latest figures */
export function describeIndicatorPage(
  indicator: Indicator,
  dataset: Dataset,
  sources: Values['sources'],
  context: DataPageContext,
): DescribedPage {
  const { origin, departements } = context;
  const [table = ''] = dataset.tables;
  const span = spanOf(dataset.periods);
  const licences = [...new Set(sources.flatMap(({ licenceUrl }) => licenceUrl ?? []))];
  return {
    title: indicator.label,
    description: indicator.definition,
    node: {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      '@id': `${origin}/catalogue.jsonld#${dataset.id}`,
      identifier: dataset.id,
      name: dataset.title,
      description: `${indicator.definition} ${indicator.formula}`,
      url: origin + dataset.landing,
      inLanguage: 'fr',
      keywords: dataset.keywords,
      creator: organisation(context),
      ...(licences.length > 0 && { license: licences }),
      isBasedOn: [...new Set(sources.map(({ url }) => url))],
      ...(span && { temporalCoverage: `${span.from}/${span.to}` }),
      spatialCoverage: departements.map(({ code, nom }) => ({
        '@type': 'AdministrativeArea',
        name: nom,
        identifier: code,
      })),
      includedInDataCatalog: { '@type': 'DataCatalog', '@id': `${origin}/donnees`, url: `${origin}/donnees` },
      distribution: downloadFormats.map(({ id, label, mediaType }) => ({
        '@type': 'DataDownload',
        name: label,
        encodingFormat: mediaType,
        contentUrl: `${origin}${table}&format=${id}`,
      })),
    },
  };
}

/** @param datasets that have figures */
export function describeDataPage(datasets: readonly Dataset[], context: DataPageContext): DescribedPage {
  const { origin } = context;
  return {
    title: 'Données',
    description:
      'Tableaux d’indicateurs, lieux et projets à télécharger dans tous les formats, avec définitions, sources, dates et licences.',
    node: {
      '@context': 'https://schema.org',
      '@type': 'DataCatalog',
      '@id': `${origin}/donnees`,
      name: 'Observatoire de la présence numérique',
      url: `${origin}/donnees`,
      inLanguage: 'fr',
      publisher: organisation(context),
      dataset: datasets.map(({ id, title, landing }) => ({
        '@type': 'Dataset',
        '@id': `${origin}/catalogue.jsonld#${id}`,
        name: title,
        url: origin + landing,
      })),
    },
  };
}
