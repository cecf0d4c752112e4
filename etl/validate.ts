/** Raw records → rows, or rejections that name the file, the line, the column, what was received and why. */
import type { z } from 'zod';
import type { RawRecord } from '../data/catalogue/raw-record.ts';
import type { Fact, FactTable } from '../data/sources/declare.ts';
import { shown } from '../data/tables/cells.ts';
import type { Whereabouts } from './scope.ts';

/** Why records were refused, or what of those kept is worth a look. */
export interface Remark {
  /** The kind, the same for all records that share it: `code_insee : valeur refusée`. */
  readonly reason: string;
  readonly message: string;
}

export interface Validated<Row> {
  readonly rows: Row[];
  /** Records of the file, whatever their territory. */
  read: number;
  /** Records that became rows, those that repeat an earlier one included. */
  taken: number;
  readonly refused: Remark[];
}

export interface Numbered {
  readonly line: number;
  readonly record: RawRecord;
}

export interface ValidatedFacts {
  readonly byDepartement: ReadonlyMap<string, Validated<Fact>>;
  /** Records that one département or more takes, each once. */
  readonly takenByAny: number;
  /** What is worth a look in the columns of the file, whatever the département. */
  readonly warnings: readonly Remark[];
}

export const communeCodePattern = /^[0-9][0-9AB][0-9]{3}$/;

/**
 * Rows of a table of figures by commune, by the départements that take them. Rows of other territories are left out
 * before anything else is looked at.
 */
export async function validateFacts(
  file: string,
  table: FactTable,
  records: AsyncIterable<Numbered> | Iterable<Numbered>,
  where: Whereabouts,
  onRows: (read: number) => void = () => {},
): Promise<ValidatedFacts> {
  const results = new Map(
    where.departements.map((departement): [string, Validated<Fact>] => [
      departement,
      { rows: [], read: 0, taken: 0, refused: [] },
    ]),
  );
  const firstOfKey = new Map<string, { line: number; told: string }>();
  let read = 0;
  let takenByAny = 0;
  let columns: readonly string[] = [];
  for await (const { line, record: asRead } of records) {
    if (read === 0) columns = Object.keys(asRead);
    read++;
    if (read % 5000 === 0) onRows(read);
    if (table.isAbout && !table.isAbout(asRead)) continue;
    const cell = (asRead[table.communeColumn] ?? '').trim();
    const code = table.toCommuneCode?.(cell) ?? cell;
    const isKnown = where.isKnown(code);
    const takers = isKnown ? where.takersOf(code) : where.departements.filter((each) => mayBeOf(code, each));
    if (takers.length === 0) continue;
    const record = code === asRead[table.communeColumn] ? asRead : { ...asRead, [table.communeColumn]: code };
    const answer = answerOf(table, record, line, isKnown || !communeCodePattern.test(code), firstOfKey);
    if ('facts' in answer) takenByAny++;
    for (const departement of takers) {
      const result = results.get(departement);
      if (!result) continue;
      if ('refusal' in answer) result.refused.push(toRemark(file, line, answer.refusal));
      else {
        result.taken++;
        for (const fact of answer.facts) result.rows.push(fact);
      }
    }
  }
  onRows(read);
  for (const [departement, result] of results)
    results.set(departement, { ...result, read, rows: table.repeated === 'sum' ? addUp(result.rows) : result.rows });
  const warnings = columns.flatMap((column) => {
    const remark = table.remarkOfColumn?.(column);
    const message = `${file}, colonne « ${column} » : ${remark}.`;
    return remark ? [{ reason: 'colonne qui n’est pas lue', message }] : [];
  });
  return { byDepartement: results, takenByAny, warnings };
}

/** A code that is not in the COG is told to the département it begins like; one that is no code at all, to each. */
function mayBeOf(code: string, departement: string): boolean {
  return communeCodePattern.test(code) ? code.startsWith(departement) : true;
}

interface Refusal {
  readonly column: string;
  readonly message: string;
}

function answerOf(
  table: FactTable,
  record: RawRecord,
  line: number,
  isCommuneKnown: boolean,
  firstOfKey: Map<string, { line: number; told: string }>,
): { facts: readonly Fact[] } | { refusal: Refusal } {
  const { keyColumns, communeColumn } = table;
  const shown = keyColumns.map((column) => record[column]).join(' + ');
  const first = firstOfKey.get(shown);
  const repeats = (kind: string) => ({
    refusal: { column: keyColumns.join(' + '), message: `« ${shown} » ${kind} à la ligne ${first?.line}` },
  });
  if (first && table.repeated !== 'same') return repeats('est déjà');
  const result = table.row.safeParse(record);
  if (!result.success) {
    const [issue] = result.error.issues;
    if (!first) firstOfKey.set(shown, { line, told: '' });
    return {
      refusal: { column: String(issue?.path[0] ?? keyColumns[0]), message: issue?.message ?? 'ligne refusée' },
    };
  }
  const told = table.repeated === 'same' ? JSON.stringify(result.data) : '';
  if (first) return first.told === told ? { facts: [] } : repeats('a une autre réponse');
  firstOfKey.set(shown, { line, told });
  if (!isCommuneKnown)
    return {
      refusal: {
        column: communeColumn,
        message: `la commune « ${record[communeColumn] ?? ''} » n’existe pas au COG 2026`,
      },
    };
  return { facts: result.data };
}

/** Counts of one commune, measure and period, added up. */
function addUp(facts: readonly Fact[]): Fact[] {
  const sums = new Map<string, Fact>();
  for (const fact of facts) {
    const key = `${fact.measure} ${fact.period} ${fact.commune}`;
    const sum = sums.get(key);
    const isSum = typeof sum?.value === 'number' && typeof fact.value === 'number';
    sums.set(key, isSum ? { ...fact, value: Number(sum.value) + Number(fact.value) } : fact);
  }
  return [...sums.values()];
}

/** What became of a record of an exchange table. */
export type Outcome<Row> =
  | { readonly record: RawRecord; readonly row: Row }
  | { readonly record: RawRecord; readonly refusal: Remark };

/**
 * @param keyColumns columns that make a row unique
 * @param objection what the schema cannot know: a problem with the record, or null
 */
export function validateRows<Row>(
  file: string,
  schema: z.ZodType<Row, RawRecord>,
  keyColumns: readonly string[],
  records: Iterable<Numbered>,
  objection: (record: RawRecord) => Refusal | null,
): Outcome<Row>[] {
  const lineOfKey = new Map<string, number>();
  const outcomes: Outcome<Row>[] = [];
  for (const { line, record } of records) {
    const refuse = (column: string, message: string) =>
      outcomes.push({ record, refusal: toRemark(file, line, { column, message }) });
    const key = keyColumns.map((column) => (record[column] ?? '').trim()).join(' + ');
    const first = lineOfKey.get(key);
    // An empty key is no repetition: the schema says that it is missing.
    if (first !== undefined && key !== '') {
      refuse(keyColumns.join(' + '), `« ${shown(key)} » est déjà à la ligne ${first}`);
      continue;
    }
    lineOfKey.set(key, line);
    const problem = objection(record);
    const result = schema.safeParse(record);
    if (!result.success) {
      const [issue] = result.error.issues;
      refuse(String(issue?.path[0] ?? keyColumns[0]), issue?.message ?? 'ligne refusée');
    } else if (problem) refuse(problem.column, problem.message);
    else outcomes.push({ record, row: result.data });
  }
  return outcomes;
}

export function toRemark(file: string, line: number, { column, message }: Refusal): Remark {
  return {
    reason: `${column} : ${kindOf(message)}`,
    message: `${file}, ligne ${line}, colonne ${column} : ${message}. Ligne refusée.`,
  };
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
