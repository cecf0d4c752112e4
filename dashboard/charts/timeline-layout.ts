/**
 * Where bars and ticks stand on a timeline: pure, in fractions of its length, 0 at its start and 1 at its end; what is
 * outside is told, not moved. A bound of which only the year or the month is known is a slope over that time.
 */
import { firstDay, lastDay } from '../../data/analysis/project-calendar.ts';

/** Whole years: from 1 January of the first to 31 December of the last. */
export interface Domain {
  readonly firstYear: number;
  readonly lastYear: number;
}

export type Step = 'mois' | 'trimestre' | 'annee';

/** What a bar stands for; dates are partial: a year, a month or a day. */
export interface Dates {
  readonly start: string | null;
  readonly end: string | null;
  /** The last date at which something is known of it, where no end is. */
  readonly seen: string | null;
  readonly isOver: boolean;
}

export interface BarShape {
  readonly left: number;
  readonly width: number;
  /** Shares of the bar's own width, 0 to 1: what slopes up at its start, and down at its end. */
  readonly riseRatio: number;
  readonly fallRatio: number;
  /** Where it begins to fade, and where it is full; 1 and 0 when it is whole. */
  readonly fadesFromRatio: number;
  readonly fullFromRatio: number;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

export interface Tick {
  readonly at: number;
  readonly width: number;
  readonly year: number;
  /** Rank of the month or of the quarter in its year, from 1; null for a year. */
  readonly part: number | null;
}

/** More years than this before today would crush the recent ones: older bars are cut, and say so. */
const mostYearsBack = 16;
const dayMs = 86_400_000;
const yearDays = 365;
const partsOfYear = { mois: 12, trimestre: 4, annee: 1 } as const;

/** Days since 1970. */
function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / dayMs;
}
const startOfYear = (year: number) => dayOf(`${String(year).padStart(4, '0')}-01-01`);

/** The years that the bars need, with today's and the next: what has no end goes on. */
export function domainOf(all: readonly Dates[], today: string): Domain {
  const thisYear = Number(today.slice(0, 4));
  const years = all.flatMap(({ start, end }) => [start, end].flatMap((date) => (date ? Number(date.slice(0, 4)) : [])));
  const first = Math.min(thisYear, ...years);
  return {
    firstYear: Math.max(first, thisYear - mostYearsBack),
    lastYear: Math.max(thisYear + 1, ...years),
  };
}

export function yearsIn({ firstYear, lastYear }: Domain): number {
  return lastYear - firstYear + 1;
}

/** How many cells a step cuts the domain into. */
export function cellsIn(domain: Domain, step: Step): number {
  return yearsIn(domain) * partsOfYear[step];
}

/** @param day ISO day @returns where its morning is; below 0 or above 1 when it is outside */
export function positionOf(day: string, domain: Domain): number {
  return toPosition(dayOf(day), domain);
}

function toPosition(day: number, { firstYear, lastYear }: Domain): number {
  const from = startOfYear(firstYear);
  return (day - from) / (startOfYear(lastYear + 1) - from);
}

/** The years, then what the step cuts them into: nothing more for `annee`. */
export function ticksOf(domain: Domain, step: Step): { years: Tick[]; parts: Tick[] } {
  const years: Tick[] = [];
  const parts: Tick[] = [];
  const count = partsOfYear[step];
  for (let year = domain.firstYear; year <= domain.lastYear; year++) {
    years.push(tick(domain, year, startOfYear(year), startOfYear(year + 1), null));
    if (count === 1) continue;
    for (let part = 1; part <= count; part++)
      parts.push(tick(domain, year, startOfPart(year, part, count), startOfPart(year, part + 1, count), part));
  }
  return { years, parts };
}

function startOfPart(year: number, part: number, count: number): number {
  return Date.UTC(year, ((part - 1) * 12) / count, 1) / dayMs;
}

function tick(domain: Domain, year: number, from: number, to: number, part: number | null): Tick {
  const at = toPosition(from, domain);
  return { at, width: toPosition(to, domain) - at, year, part };
}

/** null when neither bound is known. */
export function shapeOf({ start, end, seen, isOver }: Dates, domain: Domain, today: string): BarShape | null {
  const first = start === null ? null : boundOf(start);
  const last = end === null ? null : boundOf(end);
  if (first === null && last === null) return null;
  // Where one bound is unknown, the bar comes from, or goes to, what is not known: a year is enough to show it.
  const from = first?.from ?? (last?.from ?? 0) - yearDays;
  const full = first === null ? (last?.from ?? 0) : from;
  const sure = Math.max(seen === null ? 0 : dayOf(lastDay(seen)) + 1, first?.to ?? 0);
  const begun = first?.to ?? from;
  // What is over ended at the last evidence or before; what goes on may do so after today.
  const unsure = isOver ? Math.max(sure, begun + yearDays) : Math.max(dayOf(today), sure + yearDays);
  const to = last?.to ?? unsure;
  const fades = last !== null ? to : isOver ? begun : sure;
  const length = Math.max(1, to - from);
  const rise = first === null ? 0 : slopeOf(first) / length;
  const fall = last === null ? 0 : slopeOf(last) / length;
  const excess = Math.max(1, rise + fall);
  const left = toPosition(from, domain);
  const right = toPosition(from + length, domain);
  return {
    left,
    width: right - left,
    riseRatio: rise / excess,
    fallRatio: fall / excess,
    fadesFromRatio: Math.min(1, (fades - from) / length),
    fullFromRatio: (full - from) / length,
    isCutBefore: left < 0,
    isCutAfter: right > 1,
  };
}

interface Bound {
  readonly from: number;
  /** The morning after. */
  readonly to: number;
}

function boundOf(date: string): Bound {
  return { from: dayOf(firstDay(date)), to: dayOf(lastDay(date)) + 1 };
}

/** A day is sharp. */
function slopeOf({ from, to }: Bound): number {
  return to - from > 1 ? to - from : 0;
}
