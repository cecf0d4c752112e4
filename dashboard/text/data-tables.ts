/** Words of the screen of tables: what to choose, the first rows, files, and the lines that read them elsewhere. */
import type { Level } from '../../data/catalogue/declare.ts';
import type { TableSubject } from '../state/table-choices.ts';
import { formatCount, formatCountOf } from './numbers.ts';

export const copying = { done: 'Copié', failed: 'À copier à la main' } as const;

export const tables = {
  lead: 'Choisissez un tableau, regardez ses premières lignes, téléchargez-le. Les mêmes valeurs sont dans chaque format, avec leurs définitions, leurs sources et leurs dates.',
  subject: 'Tableau',
  subjects: {
    indicateurs: 'Indicateurs',
    lieux: 'Lieux',
    projets: 'Projets',
  } satisfies Record<TableSubject, string>,
  indicators: 'Indicateurs du tableau',
  withoutData: 'pas de données chargées',
  notAt: (level: Level) => `pas ${levelWords[level]}`,
  level: 'Une ligne par',
  levels: { commune: 'Commune', epci: 'EPCI', departement: 'Département' } satisfies Record<Level, string>,
  period: 'Période',
  latest: 'La dernière',
  every: 'Toutes',
  preview: 'Premières lignes',
  rows: (count: number) => `${formatCountOf(count, 'ligne', 'lignes')} en tout.`,
  waiting: 'Les premières lignes arrivent…',
  failed: (message: string) => `Ce tableau n’a pas pu être lu. ${message}`,
  unknown: 'non disponible',
  files: 'Télécharger',
  download: (label: string) => `Télécharger\u00a0: ${label}`,
  preparing: 'Un fichier est écrit à la première demande, puis gardé.',
  read: 'Lire ces données ailleurs',
  address: 'Adresse de l’API',
  copyAddress: 'Copier l’adresse',
  copyLines: (language: string) => `Copier les lignes ${language}`,
  documentation: 'Documentation de l’API',
  limits: 'Limites d’usage',
  services: 'Couches pour QGIS (OGC API)',
  catalogue: 'Catalogue à moissonner (DCAT)',
  feed: 'Flux des mises à jour (Atom)',
  others: 'Pour les logiciels et les portails',
  noIndicator: 'Cochez au moins un indicateur.',
  columns: (shown: number, all: number) =>
    shown === all ? '' : ` Les fichiers ont ${formatCount(all)} colonnes, en voici ${formatCount(shown)}.`,
} as const;

const levelWords: Record<Level, string> = { commune: 'par commune', epci: 'par EPCI', departement: 'par département' };

export interface ReadingLines {
  readonly language: string;
  readonly lines: string;
}

/**
 * Lines that read the table in R, Python and SQL; codes are read as text, so that none loses its leading zero.
 * @param urlOf the whole address of the table in a format
 * @param codeColumns columns that hold codes
 */
export function readingLines(urlOf: (format: string) => string, codeColumns: readonly string[]): ReadingLines[] {
  const r = codeColumns.map((column) => `${column} = col_character()`).join(', ');
  const python = codeColumns.map((column) => `"${column}": str`).join(', ');
  return [
    {
      language: 'R',
      lines: `library(readr)\ndonnees <- read_csv("${urlOf('csv')}",\n  col_types = cols(${r}))`,
    },
    {
      language: 'Python',
      lines: `import pandas as pd\ndonnees = pd.read_csv("${urlOf('csv')}",\n    dtype={${python}})`,
    },
    {
      language: 'SQL (DuckDB)',
      lines: `select * from read_parquet('${urlOf('parquet')}');`,
    },
  ];
}
