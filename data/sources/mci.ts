/** What the statistics of Ma connexion internet have in common: columns of counts, and the quarter in each row. */
import { z } from 'zod';
import type { MeasureId } from '../catalogue/measures.ts';
import type { RawRecord } from '../catalogue/raw-record.ts';
import { communeCode, count, isoDay, quarterOf } from './cells.ts';
import type { Fact, FactForm, FactTable } from './declare.ts';

/** Our measure → the published column of counts, or those that are added up. */
type Columns = Partial<Record<MeasureId, string | readonly string[]>>;

/** Columns spelled otherwise in the quarters of 2020. */
const formerSpelling: Readonly<Record<string, string>> = { elig_4gf: 'elig_4fg' };

/** Every quarter that is published. Trap: some have no such file yet. */
export function mciForm(file: string, columns: Columns): FactForm {
  const folder = 'https://data.arcep.fr/fixe/maconnexioninternet/statistiques/';
  return {
    editions: { kind: 'quarterly', keep: 'all', index: folder },
    files: [
      {
        path: `arcep-mci/{quarter}/commune/${file}`,
        official: { at: 'url', url: `${folder}{quarter}/commune/${file}` },
      },
    ],
    tables: () => [mciTable(columns)],
  };
}

/** An extract of one département, with fewer columns. */
export function mciExtract(file: string, columns: Columns): FactForm {
  return {
    editions: { kind: 'quarterly', keep: 'all' },
    files: [{ path: `arcep-mci/{quarter}/commune/${file}-{departement}.csv` }],
    tables: () => [mciTable(columns)],
  };
}

export function mciTable(columns: Columns): FactTable {
  const pairs = Object.entries(columns).map(([measure, named]) => ({
    measure: measure as MeasureId,
    named: typeof named === 'string' ? [named] : named,
  }));
  const published = [...new Set(pairs.flatMap(({ named }) => named))];
  return {
    format: {
      delimiter: ';',
      headerColumn: 'code_insee',
      columns: ['code_insee', ...published.filter((column) => !(column in formerSpelling)), 'date'],
    },
    communeColumn: 'code_insee',
    keyColumns: ['code_insee'],
    // Dwellings and business premises apart have been announced as `log` and `loc`.
    isAbout: ({ type }) => type === undefined || type === 'all',
    row: z
      .record(z.string(), z.string())
      .transform(inPresentSpelling)
      .pipe(
        z
          .object({ code_insee: communeCode, date: isoDay })
          .and(z.object(Object.fromEntries(published.map((column) => [column, count])))),
      )
      .transform((row): Fact[] =>
        pairs.map(({ measure, named }) => ({
          commune: row.code_insee,
          period: quarterOf(row.date),
          measure,
          value: named.reduce((sum, column) => sum + Number((row as Record<string, number | string>)[column]), 0),
        })),
      ),
  };
}

function inPresentSpelling(record: RawRecord): RawRecord {
  const renamed = Object.entries(formerSpelling).filter(([column]) => !(column in record));
  if (renamed.length === 0) return record;
  return { ...record, ...Object.fromEntries(renamed.map(([column, former]) => [column, record[former] ?? ''])) };
}

export const mciPage = 'https://www.data.gouv.fr/datasets/ma-connexion-internet';
