/** The quarterly workbook of deployments: one column of connectable premises per quarter, whatever their number. */
import type { z } from 'zod';
import type { RawRecord } from '../catalogue/raw-record.ts';
import { communeCode, countOrDash } from './cells.ts';
import type { Fact } from './declare.ts';

export const deploymentDataset = 'le-marche-du-haut-et-tres-haut-debit-fixe-deploiements';
export const deploymentPage = `https://www.data.gouv.fr/datasets/${deploymentDataset}`;

const quarter = /^(T[1-4]) (\d{4})$/;

/** `T2-2024`, `2024 T2`, `2T2024`, `2e trimestre 2024`: a quarter, written as this workbook does not. */
const nearlyQuarter = /^\W*(T\W*\d\W*(\d\d){1,2}|\d{4}\W*T\W*\d|\d\W?T\W*\d{2,4}|\d\S*\s+trimestre.*)\W*$/i;

/** A column that would be lost without a word, its name being nearly that of a quarter. */
export function remarkOfQuarter(column: string): string | null {
  if (quarter.test(column) || !nearlyQuarter.test(column)) return null;
  return 'semble être un trimestre, mais n’est pas écrite comme « T2 2024 » : elle n’est pas lue. Si c’en est un, corriger son nom';
}

type Context = z.core.$RefinementCtx<RawRecord>;

/** The code of the row; undefined, with an issue, when it is none. */
export function readCommune(record: RawRecord, context: Context): string | undefined {
  const commune = communeCode.safeParse(record['Code commune'] ?? '');
  if (!commune.success) refuse(context, 'Code commune', commune.error.issues[0]?.message ?? '');
  return commune.data;
}

/** Connectable premises of a commune, quarter by quarter. */
export function readQuarters(record: RawRecord, commune: string, context: Context): Fact[] {
  return Object.entries(record).flatMap(([column, cell]): Fact[] => {
    const [, number, year] = quarter.exec(column) ?? [];
    if (!number || !year) return [];
    const value = readCount(column, cell, context);
    return value === undefined ? [] : [{ commune, period: `${year}-${number}`, measure: 'locaux_ftth', value }];
  });
}

/** A count, `-` being none; undefined, with an issue, for anything else. */
export function readCount(column: string, cell: string | undefined, context: Context): number | undefined {
  const value = countOrDash.safeParse(cell ?? '');
  if (!value.success) refuse(context, column, value.error.issues[0]?.message ?? '');
  return value.data;
}

function refuse(context: Context, column: string, message: string): void {
  context.issues.push({ code: 'custom', input: column, path: [column], message });
}

/** One count of premises serves every quarter of a workbook: it is repeated for each. */
export function repeatForQuarters(facts: readonly Fact[], counted: Fact['measure']): Fact[] {
  const periods = new Set(facts.filter(({ measure }) => measure === 'locaux_ftth').map(({ period }) => period));
  return facts.flatMap((fact) =>
    fact.measure === counted ? [...periods].map((period) => ({ ...fact, period })) : [fact],
  );
}
