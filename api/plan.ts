/**
 * Decides, from what is asked and what is loaded, which stored measures of which period answer: the plan that
 * `commune-figures.ts` compiles. Periods that nothing answers are refused here, with those that exist.
 */
import type { Indicator } from '../data/catalogue/catalogue.ts';
import { badParameter, ProblemError } from './problem.ts';
import type { CurrentLoad } from './sql/loads.ts';

type Kind = Indicator['measure']['kind'];
type MeasureOf<K extends Kind> = Extract<Indicator['measure'], { kind: K }>;
type At<Segment> = { readonly segment: Segment; readonly period: string };
export type RatioAt = At<MeasureOf<'ratio'>['segments'][number]>;
export type GapAt = At<MeasureOf<'gap'>['segments'][number]>;
export type PartitionAt = At<MeasureOf<'partition'>['segments'][number]>;
export type SumAt = At<MeasureOf<'sum' | 'published'>['segments'][number]>;
export type DateAt = { readonly date: MeasureOf<'date'>['date']; readonly period: string };
export type CategoryAt = {
  readonly category: MeasureOf<'category'>['category'];
  readonly source: string;
  readonly period: string;
};

export type Plan =
  | { readonly kind: 'ratio'; readonly at: RatioAt }
  | { readonly kind: 'gap'; readonly at: GapAt }
  | { readonly kind: 'partition'; readonly at: PartitionAt }
  | { readonly kind: 'sum' | 'published'; readonly at: SumAt }
  | { readonly kind: 'gap-before' | 'date'; readonly at: DateAt; readonly gap: GapAt }
  | { readonly kind: 'category'; readonly at: CategoryAt; readonly gap: GapAt }
  | { readonly kind: 'difference'; readonly from: RatioAt; readonly to: RatioAt }
  | { readonly kind: 'count'; readonly source: string; readonly period: string };

interface SegmentOfSource {
  readonly source: string;
  readonly since?: string;
  readonly until?: string;
}

const isWithin = (period: string, { since, until }: SegmentOfSource) =>
  (since === undefined || period >= since) && (until === undefined || period <= until);

/** A period of an indicator, and how it was counted. */
export interface PlannedPeriod {
  readonly period: string;
  readonly method: string | null;
  readonly note: string | null;
}

/** Plans within the loads in force. `indicators` is where a declaration that names another finds it. */
export function planner(indicators: readonly Indicator[], loads: readonly CurrentLoad[]) {
  const loaded = (source: string) => [
    ...new Set(loads.filter((load) => load.source === source).map((load) => load.period)),
  ];

  /** The periods of the segments, each answered by the first segment that has it, the oldest first. */
  function every<Segment extends SegmentOfSource>(segments: readonly Segment[]): At<Segment>[] {
    const answered = new Map<string, At<Segment>>();
    for (const segment of segments)
      for (const period of loaded(segment.source))
        if (isWithin(period, segment) && !answered.has(period)) answered.set(period, { segment, period });
    return [...answered.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
  }
  function measureOf<K extends Kind>(id: string, kind: K): MeasureOf<K> {
    const measure = indicators.find((indicator) => indicator.id === id)?.measure;
    if (measure?.kind !== kind) throw new Error(`indicator "${id}" is named where one of kind "${kind}" is wanted`);
    return measure as MeasureOf<K>;
  }
  function zoningOf({ category }: MeasureOf<'category'>): { source: string; period: string } | undefined {
    for (const source of category.sources) {
      const period = loaded(source).at(-1);
      if (period !== undefined) return { source, period };
    }
    return undefined;
  }
  const gaps = (id: string) => every(measureOf(id, 'gap').segments);
  const ratios = (id: string) => every(measureOf(id, 'ratio').segments);

  function periodsOf({ measure }: Indicator): PlannedPeriod[] {
    const described = <S extends { method: string; note?: string }>(ats: readonly At<S>[]) =>
      ats.map(({ period, segment }) => ({ period, method: segment.method, note: segment.note ?? null }));
    const bare = (periods: readonly string[]) => periods.map((period) => ({ period, method: null, note: null }));
    switch (measure.kind) {
      case 'ratio':
        return described(every(measure.segments));
      case 'gap':
        return described(every(measure.segments));
      case 'partition':
        return described(every(measure.segments));
      case 'sum':
      case 'published':
        return described(every(measure.segments));
      case 'difference':
        return described(ratios(measure.of)).slice(1);
      case 'gap-before':
        return gaps(measure.gap).length > 0 ? bare(loaded(measure.date.source)) : [];
      case 'date':
        return bare(loaded(measure.date.source));
      case 'category':
        return zoningOf(measure) ? described(gaps(measure.gap)).slice(-1) : [];
      case 'count':
        return bare(loaded(measure.source));
    }
  }

  /** @throws ProblemError 404 when a well-written period has no data, 400 when `since` does not come before it. */
  function plan(indicator: Indicator, asked: { period?: string | undefined; since?: string | undefined }): Plan {
    const periods = periodsOf(indicator).map(({ period }) => period);
    const period = pick(asked.period ?? periods.at(-1), periods, 'periode');
    const { measure } = indicator;
    switch (measure.kind) {
      case 'ratio':
        return { kind: 'ratio', at: at(every(measure.segments), period) };
      case 'gap':
        return { kind: 'gap', at: at(every(measure.segments), period) };
      case 'partition':
        return { kind: 'partition', at: at(every(measure.segments), period) };
      case 'sum':
      case 'published':
        return { kind: measure.kind, at: at(every(measure.segments), period) };
      case 'gap-before':
        return { kind: 'gap-before', at: { date: measure.date, period }, gap: latest(gaps(measure.gap)) };
      case 'date':
        return { kind: 'date', at: { date: measure.date, period }, gap: latest(gaps(measure.weightOf)) };
      case 'category': {
        const zoning = zoningOf(measure) ?? { source: '', period };
        return { kind: 'category', at: { category: measure.category, ...zoning }, gap: latest(gaps(measure.gap)) };
      }
      case 'difference': {
        const all = ratios(measure.of);
        const earlier = all.map((one) => one.period).filter((one) => one < period);
        if (asked.since !== undefined && asked.since >= period) throw badParameter('depuis', asked.since, earlier);
        const to = at(all, period);
        const alike = all.filter((one) => one.segment === to.segment && one.period < period);
        const since = pick(asked.since ?? alike.at(-1)?.period ?? earlier.at(-1), earlier, 'depuis');
        return { kind: 'difference', from: at(all, since), to };
      }
      case 'count':
        return { kind: 'count', source: measure.source, period };
    }
  }

  return { periodsOf, plan };
}

/** The sources that an indicator's figures come from, each with the period that is read. */
export function sourcesOf(plan: Plan): { source: string; period: string }[] {
  const ofSegment = ({ segment, period }: At<{ source: string }>) => ({ source: segment.source, period });
  switch (plan.kind) {
    case 'ratio':
    case 'gap':
    case 'partition':
    case 'sum':
    case 'published':
      return [ofSegment(plan.at)];
    case 'gap-before':
    case 'date':
      return [{ source: plan.at.date.source, period: plan.at.period }, ofSegment(plan.gap)];
    case 'category':
      return [{ source: plan.at.source, period: plan.at.period }, ofSegment(plan.gap)];
    case 'difference':
      return [ofSegment(plan.from), ofSegment(plan.to)];
    case 'count':
      return [{ source: plan.source, period: plan.period }];
  }
}

function pick(wanted: string | undefined, available: readonly string[], parametre: string): string {
  if (wanted !== undefined && available.includes(wanted)) return wanted;
  const list =
    available.length > 0 ? `Périodes disponibles : ${available.join(', ')}.` : 'Aucune période n’est chargée.';
  throw new ProblemError(
    404,
    `Pas de chiffres pour ${wanted === undefined ? 'cet indicateur' : `« ${wanted} »`}. ${list}`,
    {
      parametre,
      ...(wanted === undefined ? {} : { recu: wanted }),
      accepte: [...available],
    },
  );
}

function at<Segment>(all: readonly At<Segment>[], period: string): At<Segment> {
  const found = all.find((one) => one.period === period);
  if (!found) throw new Error(`no segment for the period ${period}`);
  return found;
}

function latest<Segment>(all: readonly At<Segment>[]): At<Segment> {
  const last = all.at(-1);
  if (!last) throw new ProblemError(404, 'Les chiffres de locaux dont cet indicateur dépend ne sont pas chargés.');
  return last;
}
