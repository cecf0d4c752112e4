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

export interface Vigilance {
  /** The lowest first. */
  readonly belowRate: readonly WatchedCommune[];
  /** Closure foreseen while premises are still to connect: the earliest first, then those with most. */
  readonly closingEarly: readonly WatchedCommune[];
  /** The most premises first. */
  readonly zones: readonly ZonePart[];
  /** Not brought up to date for so many months or more; those of 18 are among those of 12. */
  readonly places: { readonly over12: number; readonly over18: number; readonly undated: number };
  readonly silentSheets: { readonly over12: number; readonly undated: number };
  readonly unanswered: readonly string[];
}

const year = 12;
const yearAndHalf = 18;

export function watch({ communes, fibreReference, zones, places, sheets, epcis, today }: VigilanceFacts): Vigilance {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  const older = (dated: readonly Dated[], months: number) =>
    dated.filter(({ lastOn }) => lastOn !== null && monthsSince(lastOn, today) >= months).length;
  const undated = (dated: readonly Dated[]) => dated.filter(({ lastOn }) => lastOn === null).length;
  return {
    belowRate: communes
      .filter(({ fibreRatio }) => fibreRatio !== null && fibreReference !== null && fibreRatio < fibreReference)
      .sort((a, b) => (a.fibreRatio ?? 0) - (b.fibreRatio ?? 0)),
    closingEarly: urgentBy(communes, '9999-12-31').flatMap(({ code }) => byCode.get(code) ?? []),
    zones: zones.filter(({ lacking }) => lacking > 0).sort((a, b) => b.lacking - a.lacking),
    places: { over12: older(places, year), over18: older(places, yearAndHalf), undated: undated(places) },
    silentSheets: { over12: older(sheets, year), undated: undated(sheets) },
    unanswered: epcis.filter(({ hasAnswered }) => !hasAnswered).map(({ code }) => code),
  };
}
