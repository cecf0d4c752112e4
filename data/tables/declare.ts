/** A file that people exchange with us: one zod schema gives the row type, and with the descriptions the Table Schema. */
import type { z } from 'zod';
import type { CsvFormat, RawRecord } from '../catalogue/raw-record.ts';

export interface TableField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'boolean' | 'date';
  readonly required: boolean;
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
    fields: fields.map(({ required, ...field }) => ({ ...field, constraints: { required } })),
    primaryKey,
    missingValues: [''],
  };
}

/** A column of text. */
export function textField(name: string, title: string, description: string, required = false): TableField {
  return { name, title, description, type: 'string', required };
}

/** The columns of `provenance`, last in every exchange table. */
export const provenanceFields: readonly TableField[] = [
  textField('source_url', 'Source', 'Page qui le dit.', true),
  textField('source_date', 'Date de la source', 'Année, mois ou jour.'),
  textField('confiance', 'Confiance', 'haute, moyenne ou basse.', true),
];
