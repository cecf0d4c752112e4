/** What the address keeps of the screen of tables: which table, of what, with which rows and periods. */
import { type IndicatorId, indicatorIds } from '../../data/catalogue/catalogue.ts';
import type { Level } from '../../data/catalogue/declare.ts';

export const tableSubjects = ['indicateurs', 'lieux', 'projets'] as const;
export type TableSubject = (typeof tableSubjects)[number];

export const everyPeriod = 'toutes';

export interface TableChoices {
  readonly subject: TableSubject;
  /** In the order in which they were chosen; none: the indicator of the view. */
  readonly indicators: readonly IndicatorId[];
  /** What a row is. */
  readonly level: Level;
  /** null: the latest of each indicator; `toutes`; or one, of a single indicator. */
  readonly period: string | null;
}

export const defaultTableChoices: TableChoices = {
  subject: 'indicateurs',
  indicators: [],
  level: 'commune',
  period: null,
};

/** @param read the value of a parameter; empty when it is not there */
export function parseTableChoices(read: (name: string) => string): TableChoices {
  const asked = new Set(read('indicateurs').split('|'));
  const period = read('periodes');
  return {
    subject: tableSubjects.find((subject) => subject === read('jeu')) ?? defaultTableChoices.subject,
    indicators: [...asked].flatMap((id) => indicatorIds.find((one) => one === id) ?? []),
    level: (['commune', 'epci', 'departement'] as const).find((level) => level === read('lignes')) ?? 'commune',
    period: /^(toutes|\d{4}(-T[1-4]|-\d{2}-\d{2})?)$/.test(period) ? period : null,
  };
}

/** @param write names a parameter, its value, and the one that is left out */
export function writeTableChoices(
  choices: TableChoices,
  write: (name: string, value: string | null, fallback: string | null) => void,
): void {
  write('jeu', choices.subject, defaultTableChoices.subject);
  write('indicateurs', choices.indicators.join('|'), '');
  write('lignes', choices.level, defaultTableChoices.level);
  write('periodes', choices.period, null);
}

/** What a table is asked within. */
export interface TableScope {
  readonly epci: string | null;
  readonly departement: string | null;
  readonly edition: string | null;
}

/** Where a table is: the path below `/api/v1/`, and its parameters, those that are null left out. */
export interface TableAddress {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string | null>>;
}

/** @param indicators the chosen ones; one or more */
export function tableAddress(
  { subject, level, period }: TableChoices,
  indicators: readonly IndicatorId[],
  { epci, departement, edition }: TableScope,
): TableAddress {
  const scope = { departement, edition };
  if (subject === 'lieux') return { path: 'lieux', parameters: { epci, ...scope } };
  if (subject === 'projets') return { path: 'projets', parameters: { epcis: epci, ...scope } };
  const rows = { niveau: level, epci, ...scope };
  const [only, ...others] = indicators;
  if (only !== undefined && others.length === 0 && period !== everyPeriod)
    return { path: `indicateurs/${only}/valeurs`, parameters: { ...rows, periode: period } };
  // A period of one indicator is not one of the others: several have their latest, or all.
  const periode = period === everyPeriod ? everyPeriod : null;
  return { path: 'tableau', parameters: { indicateurs: indicators.join('|'), ...rows, periode } };
}
