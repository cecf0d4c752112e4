/** What the statistics of Ma connexion internet have in common: columns of counts, and the quarter in each row. */
import { z } from 'zod';
import type { MeasureId } from '../catalogue/measures.ts';
import { communeCode, count, isoDay, quarterOf } from './cells.ts';
import type { Fact, FactTable } from './declare.ts';

/** @param columns our measure → the published column of counts */
export function mciTable(columns: Partial<Record<MeasureId, string>>): FactTable {
  const pairs = Object.entries(columns) as [MeasureId, string][];
  const cells = Object.fromEntries(pairs.map(([, column]) => [column, count]));
  return {
    format: {
      delimiter: ';',
      headerColumn: 'code_insee',
      columns: ['code_insee', ...pairs.map(([, column]) => column), 'date'],
    },
    communeColumn: 'code_insee',
    keyColumns: ['code_insee'],
    row: z
      .object({ code_insee: communeCode, date: isoDay })
      .and(z.object(cells))
      .transform((row): Fact[] =>
        pairs.map(([measure, column]) => ({
          commune: row.code_insee,
          period: quarterOf(row.date),
          measure,
          value: (row as Record<string, number | string>)[column] ?? null,
        })),
      ),
  };
}

export const mciPage = 'https://www.data.gouv.fr/datasets/ma-connexion-internet';
