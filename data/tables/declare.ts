/** A file that people exchange with us: one zod schema gives the row type, and with the descriptions the Table Schema. */
import { z } from 'zod';
import type { CsvFormat, RawRecord } from '../catalogue/raw-record.ts';
import { writeList, writeOptional } from './cells.ts';

export interface TableField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'date';
  readonly required: boolean;
  /** The closed list of what is accepted. */
  readonly choices?: readonly string[];
}

export interface ExchangeTable<Row> {
  readonly format: CsvFormat;
  readonly fields: readonly TableField[];
  readonly row: z.ZodType<Row, RawRecord>;
  /** Row → cells, in the order of `fields`: what `row` reads back. */
  readonly toCells: (row: Row) => readonly string[];
}

/** A Table Schema (Frictionless) of a list of fields. */
export function toTableSchema(fields: readonly TableField[], primaryKey: readonly string[]): object {
  return {
    fields: fields.map(({ required, choices, ...field }) => ({
      ...field,
      constraints: { required, ...(choices && { enum: choices }) },
    })),
    primaryKey,
    missingValues: [''],
  };
}

/** A column of text. */
export function textField(name: string, title: string, description: string, required = false): TableField {
  return { name, title, description, type: 'string', required };
}

/** A column of one of a closed list. */
export function choiceField(
  name: string,
  title: string,
  description: string,
  choices: readonly string[],
  required = false,
): TableField {
  return { name, title, description: `${description} ${choices.join(', ')}.`, type: 'string', required, choices };
}

/** A column of numbers. */
export function numberField(name: string, title: string, description: string): TableField {
  return { name, title, description, type: 'number', required: false };
}

/**
 * Row → cells in the order of the fields: a column is named as its field. Lists, numbers, dates and choices are written
 * as `cells.ts` reads them; what has a writing of its own is given in `special`.
 */
export function toCellsOf<Row extends object>(
  fields: readonly TableField[],
  special: { readonly [Column in keyof Row]?: (value: Row[Column]) => string } = {},
): (row: Row) => string[] {
  return (row) =>
    fields.map(({ name }) => {
      const column = name as keyof Row;
      const value: unknown = row[column];
      const write = special[column];
      if (write) return write(row[column]);
      return Array.isArray(value) ? writeList(value) : writeOptional(value as string | number | boolean | null);
    });
}

/** The columns of `provenance`, last in every exchange table. */
export const provenanceFields: readonly TableField[] = [
  textField('source_url', 'Source', 'Page qui le dit.', true),
  textField('source_date', 'Date de la source', 'Année, mois ou jour.'),
  choiceField('confiance', 'Confiance', 'Ce que vaut la source :', ['haute', 'moyenne', 'basse'], true),
];

/** The format of a table of which only the required columns must be there: a shorter file reads as one with empty cells. */
export function formatOf(fields: readonly TableField[], headerColumn: string): CsvFormat {
  return { delimiter: ',', headerColumn, columns: fields.filter(({ required }) => required).map(({ name }) => name) };
}

/** @returns the schema, reading a column that the file does not have as empty cells */
export function withAbsentColumns<Schema extends z.ZodType<unknown, Record<string, string>>>(
  fields: readonly TableField[],
  schema: Schema,
): z.ZodType<z.output<Schema>, RawRecord> {
  const blank = Object.fromEntries(fields.map(({ name }) => [name, '']));
  return z
    .custom<RawRecord>()
    .transform((record): Record<string, string> => ({ ...blank, ...record }))
    .pipe(schema) as unknown as z.ZodType<z.output<Schema>, RawRecord>;
}
