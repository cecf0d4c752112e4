/** What deserves a look in a territory: lists that stay empty where there is nothing to say. The facts are those at hand. */
import { type ClosingCommune, urgentBy } from './copper-exposure.ts';
import { monthsSince } from './project-facts.ts';

export interface WatchedCommune extends ClosingCommune {
  readonly nom: string;
  /** Share of premises that can order fibre, 0 to 1; null: not known. */
  readonly fibreRatio: number | null;
}

/** Anything with a last known date; partial dates are taken at their latest. */
export interface Dated {
  readonly id: string;
  /** null: no date is known. */
  readonly lastOn: string | null;
}

export interface ZonePart {
  readonly zone: string;
  /** Empty where the operator is not published. */
  readonly operator: string;
  readonly lacking: number;
}

export interface VigilanceFacts {
  readonly communes: readonly WatchedCommune[];
  /** Of the département; null: not known. */
  readonly fibreReference: number | null;
  readonly zones: readonly ZonePart[];
  readonly places: readonly Dated[];
  /** Sheets that are not over: those that are need no news. */
  readonly sheets: readonly Dated[];
  readonly epcis: readonly { readonly code: string; readonly hasAnswered: boolean }[];
  /** ISO day. */
  readonly today: string;
}

export interface Aged {
  /** Without news for twelve months or more: the oldest first. */
  readonly old: readonly Dated[];
  /** Of those, for eighteen months or more. */
  readonly over18: number;
  readonly undated: readonly Dated[];
}

export interface Vigilance {
  /** The lowest first. */
  readonly belowRate: readonly WatchedCommune[];
  /** Closure foreseen while premises are still to connect: the earliest first, then those with most. */
  readonly closingEarly: readonly WatchedCommune[];
  /** The most premises first. */
  readonly zones: readonly ZonePart[];
  readonly places: Aged;
  readonly silentSheets: Aged;
  readonly unanswered: readonly string[];
}

const year = 12;
const yearAndHalf = 18;

export function watch({ communes, fibreReference, zones, places, sheets, epcis, today }: VigilanceFacts): Vigilance {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  return {
    belowRate: communes
      .filter(({ fibreRatio }) => fibreRatio !== null && fibreReference !== null && fibreRatio < fibreReference)
      .sort((a, b) => (a.fibreRatio ?? 0) - (b.fibreRatio ?? 0)),
    closingEarly: urgentBy(communes, '9999-12-31').flatMap(({ code }) => byCode.get(code) ?? []),
    zones: zones.filter(({ lacking }) => lacking > 0).sort((a, b) => b.lacking - a.lacking),
    places: ageOf(places, today),
    silentSheets: ageOf(sheets, today),
    unanswered: epcis.filter(({ hasAnswered }) => !hasAnswered).map(({ code }) => code),
  };
}

function ageOf(dated: readonly Dated[], today: string): Aged {
  const aged = dated.flatMap((one) =>
    one.lastOn === null ? [] : [{ ...one, lastOn: one.lastOn, months: monthsSince(one.lastOn, today) }],
  );
  const old = aged
    .filter(({ months }) => months >= year)
    .sort((a, b) => b.months - a.months || (a.lastOn < b.lastOn ? -1 : a.lastOn > b.lastOn ? 1 : a.id < b.id ? -1 : 1));
  return {
    old: old.map(({ id, lastOn }) => ({ id, lastOn })),
    over18: old.filter(({ months }) => months >= yearAndHalf).length,
    undated: dated.filter(({ lastOn }) => lastOn === null),
  };
}
