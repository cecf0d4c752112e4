/** Rows → the CSV that COPY reads: null is an empty cell, the empty string is a quoted one. */
import { stringify } from 'csv-stringify/sync';
import { quoteIdentifier, type SqlValue } from './port.ts';

export function copySql(table: string, columns: readonly string[]): string {
  return `copy ${quoteIdentifier(table)} (${columns.map(quoteIdentifier).join(', ')}) from`;
}

/** A copy that is cut half-way must leave nothing. */
export async function refuseOutsideTransaction(): Promise<never> {
  throw new Error('copyText is for transactions: a copy that fails half-way would leave its first rows');
}

/** Lines are cut in chunks so that a large load streams instead of standing in memory. */
export function* copyChunks(
  rows: Iterable<readonly SqlValue[]>,
  rowsPerChunk = 2000,
): Generator<{ text: string; rows: number }> {
  let chunk: (string | null)[][] = [];
  for (const row of rows) {
    chunk.push(row.map(toCell));
    if (chunk.length === rowsPerChunk) {
      yield { text: toCsv(chunk), rows: chunk.length };
      chunk = [];
    }
  }
  if (chunk.length > 0) yield { text: toCsv(chunk), rows: chunk.length };
}

function toCsv(rows: (string | null)[][]): string {
  return stringify(rows, { quoted_string: true });
}

function toCell(value: SqlValue): string | null {
  if (value === null) return null;
  if (Array.isArray(value))
    return `{${value.map((item) => (typeof item === 'number' ? String(item) : arrayItem(item))).join(',')}}`;
  return String(value);
}

function arrayItem(item: string): string {
  return `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
