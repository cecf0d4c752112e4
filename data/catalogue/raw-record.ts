/** Tables as they are read, before anything is checked. */

/** A record of a table: column → cell, as text. */
export type RawRecord = Readonly<Record<string, string>>;

/** What a table stands in: bare, gzipped, or an entry of a zip archive whose name ends so. */
export type Wrapping = 'gzip' | { readonly zipEntry: string };

interface Table {
  /** Columns without which the file is refused. */
  readonly columns: readonly string[];
  readonly wrapping?: Wrapping;
}

/** A delimited text file whose header line may stand below title lines. */
export interface CsvFormat extends Table {
  readonly kind?: 'csv';
  readonly delimiter: ',' | ';';
  /** UTF-8 unless said otherwise. */
  readonly encoding?: 'utf-8' | 'windows-1252';
  /** The header is the first line that holds this column. */
  readonly headerColumn: string;
}

/** A sheet of an XLSX workbook whose header line may stand below title lines. */
export interface XlsxFormat extends Table {
  readonly kind: 'xlsx';
  readonly sheet: string;
  readonly headerColumn: string;
}

/** The attribute table of a shapefile. Its `.cpg` is not trusted: some say UTF-8 over latin-1 bytes. */
export interface DbfFormat extends Table {
  readonly kind: 'dbf';
  readonly encoding: 'utf-8' | 'windows-1252';
}

export type TableFormat = CsvFormat | XlsxFormat | DbfFormat;
