/** Raw records → rows, or rejections that name the file, the line, the column, what was received and why. */
import type { z } from 'zod';
import type { RawRecord } from '../data/catalogue/raw-record.ts';
import type { Fact, FactTable } from '../data/sources/declare.ts';

/** Why records were refused, or what of those kept is worth a look. */
export interface Remark {
  /** The kind, the same for all records that share it: `code_insee : valeur refusée`. */
  readonly reason: string;
  readonly message: string;
}

export interface Validated<Row> {
  readonly rows: Row[];
  readonly read: number;
  readonly outside: number;
  readonly refused: Remark[];
}

interface Numbered {
  readonly line: number;
  readonly record: RawRecord;
}

/** Whether a commune is of the territory (`inside`), of another (`outside`), or of none that is known (`unknown`). */
export type Whereabouts = (commune: string) => 'inside' | 'outside' | 'unknown';

/** Rows of a table of figures by commune. Rows of other territories are left out before anything else is looked at. */
export function validateFacts(
  file: string,
  table: FactTable,
  records: readonly Numbered[],
  where: Whereabouts,
): Validated<readonly Fact[]> {
  const { communeColumn } = table;
  const inside = records.filter(({ record }) => where(record[communeColumn] ?? '') !== 'outside');
  const result = validateRows(file, table.row, table.keyColumns, inside, (record) => {
    const commune = record[communeColumn] ?? '';
    return where(commune) === 'unknown' && /^[0-9][0-9AB][0-9]{3}$/.test(commune)
      ? { column: communeColumn, message: `la commune « ${commune} » n’existe pas au COG 2026` }
      : null;
  });
  return { ...result, read: records.length, outside: records.length - inside.length };
}

/**
 * @param keyColumns columns that make a row unique
 * @param objection what the schema cannot know: a problem with the record, or null
 */
export function validateRows<Row>(
  file: string,
  schema: z.ZodType<Row, RawRecord>,
  keyColumns: readonly string[],
  records: readonly Numbered[],
  objection: (record: RawRecord) => { column: string; message: string } | null,
): Validated<Row> {
  const rows: Row[] = [];
  const refused: Remark[] = [];
  const lineOfKey = new Map<string, number>();
  const refuse = (line: number, column: string, message: string) =>
    refused.push({
      reason: `${column} : ${kindOf(message)}`,
      message: `${file}, ligne ${line}, colonne ${column} : ${message}. Ligne refusée.`,
    });
  for (const { line, record } of records) {
    const key = keyColumns.map((column) => record[column]).join('\u0000');
    const first = lineOfKey.get(key);
    const problem = objection(record);
    if (first !== undefined) {
      refuse(
        line,
        keyColumns.join(' + '),
        `« ${keyColumns.map((column) => record[column]).join(' + ')} » est déjà à la ligne ${first}`,
      );
      continue;
    }
    lineOfKey.set(key, line);
    const result = schema.safeParse(record);
    if (!result.success) {
      const [issue] = result.error.issues;
      refuse(line, String(issue?.path[0] ?? keyColumns[0]), issue?.message ?? 'ligne refusée');
    } else if (problem) refuse(line, problem.column, problem.message);
    else rows.push(result.data);
  }
  return { rows, read: records.length, outside: 0, refused };
}

/** The message without what was received, so that refusals for one reason count together. */
function kindOf(message: string): string {
  return message
    .replace(/«[^»]*»\s*/g, '')
    .replace(/à la ligne \d+/, 'plus haut')
    .trim();
}

/** Remarks by reason, with a few samples: what a load keeps and shows. */
export function summarise(
  remarks: readonly Remark[],
  samplesPerReason = 5,
): { reason: string; count: number; samples: string[] }[] {
  const groups = new Map<string, { reason: string; count: number; samples: string[] }>();
  for (const { reason, message } of remarks) {
    const group = groups.get(reason) ?? { reason, count: 0, samples: [] };
    group.count++;
    if (group.samples.length < samplesPerReason) group.samples.push(message);
    groups.set(reason, group);
  }
  return [...groups.values()];
}
