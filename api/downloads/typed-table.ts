/** The table that every download is written from: it says what its columns are, where it comes from, and gives its rows. */
import type { DownloadFormat } from '../../data/catalogue/download-formats.ts';
import type { Values } from '../contract.ts';

/** A date is ISO text; a number is never rounded; unknown is null, and `etat` and `raison` say why. */
export type Cell = string | number | boolean | null;

export interface Column {
  /** As written in files: lower case, no accent. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'boolean';
  /** What a number counts, in French: « locaux », « ratio de 0 à 1 ». */
  readonly unit?: string;
  /** Never null. */
  readonly required?: boolean;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** GeoJSON text of a geometry, WGS 84, 7 decimals at most, exterior rings counterclockwise. */
  readonly geometry: string | null;
}

export type GeometryType = 'MultiPolygon' | 'Point';

/** What an indicator of the table means, as its declaration says. */
export interface Definition {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly formula: string;
  readonly cautions: readonly string[];
}

export interface TypedTable {
  /** Of the table inside a file that may hold several: `couverture_ftth`. */
  readonly name: string;
  readonly title: string;
  /** Without extension: `couverture-ftth_communes_91_2026-T2`. */
  readonly fileName: string;
  readonly description: string;
  readonly columns: readonly Column[];
  /** Columns that no two rows share. */
  readonly primaryKey: readonly string[];
  /** Of every row that has one; null when no row can have any. */
  readonly geometryType: GeometryType | null;
  readonly rowCount: number;
  readonly sources: readonly Values['sources'][number][];
  readonly definitions: readonly Definition[];
  /** Day of the newest data: what a file says it was made on, so that the same data give the same bytes. */
  readonly dataOn: string;
  /** Reads the rows anew, in order, page by page. Without outlines, every `geometry` is null. */
  rows(options: { withGeometry: boolean }): AsyncIterable<readonly TableRow[]>;
}

/** Writes the whole table into a file. @throws Error when it cannot; the file is then to be thrown away */
export type WriteTable = (table: TypedTable, file: string) => Promise<void>;

/** Rows that a page holds: what is in memory at a time. */
export const rowsPerPage = 250;

export function* pagesOf<Item>(items: readonly Item[], size = rowsPerPage): Generator<readonly Item[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}

/** @returns the row as an object, in the order of the columns */
export function toRecord(columns: readonly Column[], cells: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(columns.map(({ name }, i) => [name, cells[i] ?? null]));
}

/** Whether the format can hold the table at all. */
export function canHold({ needsGeometry }: Pick<DownloadFormat, 'needsGeometry'>, table: TypedTable): boolean {
  return !needsGeometry || table.geometryType !== null;
}

/** The newest of the days of the sources; the beginning of time without any. */
export function newestDay(sources: readonly Values['sources'][number][]): string {
  return sources.reduce((newest, { dateDonnees }) => (dateDonnees > newest ? dateDonnees : newest), '1970-01-01');
}

export function fileNameOf(
  { fileName }: Pick<TypedTable, 'fileName'>,
  { fileMark = '', extension }: Pick<DownloadFormat, 'fileMark' | 'extension'>,
): string {
  return `${fileName}${fileMark}.${extension}`;
}
