/**
 * The database port: what the rest of the house may ask of a PostGIS, whichever engine answers.
 * Dates come back as ISO text, bigint and numeric as numbers, timestamps as ISO instants in UTC, json parsed.
 */

/** A value that both engines take as a parameter or a copied cell. Arrays are for text[] and double precision[]. */
export type SqlValue = string | number | boolean | null | readonly string[] | readonly number[];

export type SqlRow = Record<string, unknown>;

export interface Queryable {
  /** Runs one statement; `$1`… are the parameters. Errors carry the SQL state in `code`. */
  query<Row = SqlRow>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  /** Bulk insert through COPY, all or nothing. @returns the number of rows written. */
  copyRows(table: string, columns: readonly string[], rows: Iterable<readonly SqlValue[]>): Promise<number>;
  /** The same from pieces of CSV that are ready, whole lines each: for rows by the million. Inside a transaction only. */
  copyText(table: string, columns: readonly string[], pieces: AsyncIterable<string>): Promise<void>;
}

export interface Database extends Queryable {
  readonly engine: 'pglite' | 'postgres';
  /** Runs a script of several statements, without parameters. */
  run(script: string): Promise<void>;
  /** Commits when `work` resolves, rolls back and rethrows when it rejects. Not nestable. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Quotes a table or column name. Names come from declarations, never from a person. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
