/** Delimited text as it is read, before anything is checked. */

/** A record of a table: column → cell, as text. */
export type RawRecord = Readonly<Record<string, string>>;

/** A delimited text file whose header line may stand below title lines. */
export interface CsvFormat {
  readonly delimiter: ',' | ';';
  /** The header is the first line that holds this column. */
  readonly headerColumn: string;
  /** Columns without which the file is refused. */
  readonly columns: readonly string[];
}
