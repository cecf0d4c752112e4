/**
 * The compiler: a plan becomes a function that says what each commune adds to its territory. One case for each kind of
 * measurement; what is stored is read as columns, what is summed and divided is elsewhere.
 */
import type { CommuneFigure } from '../data/analysis/sum-figures.ts';
import type { MeasureId } from '../data/catalogue/measures.ts';
import type { GapAt, Plan, RatioAt } from './plan.ts';
import type { Column, StateTables } from './state-tables.ts';

/** By place of the commune among the members; none where no source names it. */
export type FiguresOf = (place: number) => readonly CommuneFigure[];

const none: readonly CommuneFigure[] = [];

/** Of every kind but counts, which are not of communes. */
export async function readFigures(tables: StateTables, plan: Exclude<Plan, { kind: 'count' }>): Promise<FiguresOf> {
  const { readColumn } = tables;
  switch (plan.kind) {
    case 'ratio':
      return only(await readRatio(tables, plan.at));
    case 'gap':
      return only(await readGap(tables, plan.at));
    case 'sum':
    case 'published': {
      const { segment, period } = plan.at;
      const column = await readColumn({ source: segment.source, period, measure: segment.measure });
      return (place) => (isNamed(column, place) ? [amount(column, place, null)] : none);
    }
    case 'partition': {
      const { segment, period } = plan.at;
      const parts = await Promise.all(
        segment.parts.map(async ({ key, measure }) => ({
          key,
          column: await readColumn({ source: segment.source, period, measure }),
        })),
      );
      return (place) =>
        parts.flatMap(({ key, column }) => (isNamed(column, place) ? [amount(column, place, key)] : []));
    }
    case 'date':
    case 'gap-before':
      return readDates(tables, plan);
    case 'category': {
      const { category, period, source } = plan.at;
      const [keys, operators, gapOf] = await Promise.all([
        readColumn({ source, period, measure: category.measure }),
        readColumn({ source, period, measure: category.operators }),
        readGap(tables, plan.gap),
      ]);
      return (place) => {
        if (!isNamed(keys, place)) return none;
        const gap = gapOf(place);
        return [
          {
            key: textOf(keys, place),
            detail: textOf(operators, place) ?? '',
            numerator: gap?.numerator ?? null,
            denominator: gap?.denominator ?? null,
            isKnown: keys.values[place] !== null,
            isSecret: stateOf(keys, place) === 'secret',
            reason: reasonOf(keys, place),
          },
        ];
      };
    }
    case 'difference': {
      const [fromOf, toOf] = await Promise.all([readRatio(tables, plan.from), readRatio(tables, plan.to)]);
      // Only communes known at both ends, so that the two ratios are of the same territory.
      return (place) => {
        const [from, to] = [fromOf(place), toOf(place)];
        if (!from || !to) return none;
        const both = {
          isKnown: from.isKnown && to.isKnown,
          isSecret: from.isSecret || to.isSecret,
          reason: from.reason ?? to.reason,
        };
        return [
          { ...from, ...both, key: 'depuis' },
          { ...to, ...both, key: 'periode' },
        ];
      };
    }
  }
}

type FigureOf = (place: number) => CommuneFigure | undefined;

const only =
  (figureOf: FigureOf): FiguresOf =>
  (place) => {
    const figure = figureOf(place);
    return figure ? [figure] : none;
  };

const isNamed = ({ values }: Column, place: number) => values[place] !== undefined;
const stateOf = ({ remarks }: Column, place: number) => remarks.get(place)?.state ?? 'value';
const reasonOf = ({ remarks }: Column, place: number) => remarks.get(place)?.reason ?? null;

function numberOf({ values }: Column, place: number): number | null {
  const value = values[place];
  return typeof value === 'number' ? value : null;
}

function textOf({ values }: Column, place: number): string | null {
  const value = values[place];
  return typeof value === 'string' ? value : null;
}

const amount = (column: Column, place: number, key: string | null): CommuneFigure => ({
  key,
  detail: null,
  numerator: numberOf(column, place),
  denominator: null,
  isKnown: column.values[place] !== null,
  isSecret: stateOf(column, place) === 'secret',
  reason: reasonOf(column, place),
});

const readRatio = (tables: StateTables, { segment, period }: RatioAt): Promise<FigureOf> =>
  readPair(tables, { ...segment, period }, [segment.numerator, segment.denominator], (numerator, denominator) => ({
    numerator,
    denominator,
  }));

/** Premises not yet connectable, never below zero in a commune: an excess here does not hide a lack elsewhere. */
const readGap = (tables: StateTables, { segment, period }: GapAt): Promise<FigureOf> =>
  readPair(tables, { ...segment, period }, [segment.covered, segment.base], (covered, base) => ({
    numerator: covered === null || base === null ? null : Math.max(0, base - covered),
    denominator: covered === null ? null : base,
  }));

/** Two measures of a commune, known when both are. */
async function readPair(
  { readColumn }: StateTables,
  { source, period }: { readonly source: string; readonly period: string },
  [first, second]: readonly [MeasureId, MeasureId],
  toAmounts: (a: number | null, b: number | null) => Pick<CommuneFigure, 'numerator' | 'denominator'>,
): Promise<FigureOf> {
  const [columnA, columnB] = await Promise.all([
    readColumn({ source, period, measure: first }),
    readColumn({ source, period, measure: second }),
  ]);
  return (place) => {
    if (!isNamed(columnA, place) && !isNamed(columnB, place)) return undefined;
    const [a, b] = [numberOf(columnA, place), numberOf(columnB, place)];
    return {
      key: null,
      detail: null,
      ...toAmounts(a, b),
      isKnown: a !== null && b !== null,
      isSecret: stateOf(columnA, place) === 'secret' || stateOf(columnB, place) === 'secret',
      reason: firstOf(reasonOf(columnA, place), reasonOf(columnB, place)),
    };
  };
}

/** Of two reasons, the same whichever comes first. */
const firstOf = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);

/** Premises of a commune under its date; a commune that the calendar names without a date is told apart. */
async function readDates(
  tables: StateTables,
  plan: Extract<Plan, { kind: 'date' | 'gap-before' }>,
): Promise<FiguresOf> {
  const { date, period } = plan.at;
  const { beside } = date;
  const [dates, others, gapOf] = await Promise.all([
    tables.readColumn({ source: date.source, period, measure: date.measure }),
    plan.kind === 'date' && beside
      ? tables.readColumn({ source: date.source, period, measure: beside.measure })
      : undefined,
    readGap(tables, plan.gap),
  ]);
  const isOfPremises = plan.kind === 'gap-before';
  return (place) => {
    if (!isNamed(dates, place)) return none;
    const gap = gapOf(place);
    const isTold = stateOf(dates, place) === 'value';
    const on = textOf(dates, place);
    const reason = reasonOf(dates, place);
    const isDated = on !== null && (!isOfPremises || gap?.isKnown === true);
    return [
      {
        key: on ?? (isTold ? 'non-prevu' : null),
        detail: others ? textOf(others, place) : null,
        numerator: gap?.numerator ?? null,
        denominator: gap?.denominator ?? null,
        isKnown: isTold && (!isOfPremises || gap?.isKnown === true),
        isSecret: stateOf(dates, place) === 'secret' || gap?.isSecret === true,
        reason: isTold ? (gap?.reason ?? (isDated ? reason : null)) : reason,
      },
    ];
  };
}
