/** The formats in which a table is downloaded, in the order in which they are offered. Plain data: the browser imports it. */

export interface DownloadFormat {
  /** Value of `format` in an address. */
  readonly id: string;
  readonly label: string;
  /** One French sentence: whom it is for. */
  readonly use: string;
  readonly extension: string;
  /** Before the extension, where two formats share one: their files keep apart in a folder. */
  readonly fileMark?: string;
  readonly mediaType: string;
  /** Only a table whose rows have a place on the map can be written so. */
  readonly needsGeometry: boolean;
  /** What a spreadsheet or a library holds in memory while it is written or opened: no more rows than this. */
  readonly mostRows: number;
}

/** More rows than this are asked for by smaller questions. */
const mostRows = 1_000_000;
/** Outlines weigh kilobytes each: a whole country at one period, not at every one. */
const mostOutlines = 100_000;

export const downloadFormats = [
  {
    id: 'csv',
    label: 'CSV',
    use: 'Pour les programmes : UTF-8, virgule, point décimal.',
    extension: 'csv',
    mediaType: 'text/csv',
    needsGeometry: false,
    mostRows,
  },
  {
    id: 'csv-excel',
    label: 'CSV pour Excel',
    use: 'Pour Excel en français : point-virgule, virgule décimale.',
    extension: 'csv',
    fileMark: '-excel',
    mediaType: 'text/csv',
    needsGeometry: false,
    mostRows,
  },
  {
    id: 'xlsx',
    label: 'Classeur Excel (XLSX)',
    use: 'Pour un tableur : une feuille de données, une feuille de définitions et de sources.',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    needsGeometry: false,
    mostRows: 50_000,
  },
  {
    id: 'geojson',
    label: 'GeoJSON',
    use: 'Pour une carte en ligne : contours ou points, WGS 84.',
    extension: 'geojson',
    mediaType: 'application/geo+json',
    needsGeometry: true,
    mostRows: mostOutlines,
  },
  {
    id: 'gpkg',
    label: 'GeoPackage',
    use: 'Pour QGIS et les autres systèmes d’information géographique.',
    extension: 'gpkg',
    mediaType: 'application/geopackage+sqlite3',
    needsGeometry: true,
    mostRows: mostOutlines,
  },
  {
    id: 'fgb',
    label: 'FlatGeobuf',
    use: 'Pour une carte ou un programme qui lit au fil du téléchargement.',
    extension: 'fgb',
    mediaType: 'application/vnd.flatgeobuf',
    needsGeometry: true,
    mostRows: mostOutlines,
  },
  {
    id: 'parquet',
    label: 'GeoParquet',
    use: 'Pour l’analyse avec DuckDB, Python ou R.',
    extension: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    needsGeometry: false,
    mostRows: mostOutlines,
  },
] as const satisfies readonly DownloadFormat[];

export type DownloadFormatId = (typeof downloadFormats)[number]['id'];
export const downloadFormatIds = downloadFormats.map(({ id }) => id) as [DownloadFormatId, ...DownloadFormatId[]];

/** The description of all of them, files included: bytes, sha256, columns, sources. */
export const descriptorFormat = {
  id: 'datapackage',
  label: 'Descriptif (datapackage.json)',
  use: 'Pour vérifier et citer : colonnes, sources, licences, taille et empreinte de chaque fichier.',
  extension: 'datapackage.json',
  mediaType: 'application/json',
} as const;

export function requireDownloadFormat(id: DownloadFormatId): DownloadFormat {
  const format = downloadFormats.find((one) => one.id === id);
  if (!format) throw new Error(`no download format "${id}"`);
  return format;
}
