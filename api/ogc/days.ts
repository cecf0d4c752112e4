/** Days, partial dates and the `datetime` parameter, all read as intervals of days. */
import { badParameter } from '../problem.ts';
import type { DayInterval } from './declare.ts';

const instant =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/i;

/**
 * An instant or an interval of RFC 3339, a `..` or nothing being an open end. What is dated is dated by the day: hours
 * are read and dropped.
 * @throws ProblemError 400
 */
export function parseDatetime(text: string): DayInterval {
  const parts = text.split('/');
  const ends = parts.map((part) => (parts.length === 2 && (part === '..' || part === '') ? null : toDay(part, text)));
  if (ends.length > 2 || text === '/') throw badDatetime(text);
  const from = ends[0] ?? null;
  const to = (ends.length === 2 ? ends[1] : from) ?? null;
  if (from !== null && to !== null && from > to) throw badDatetime(text);
  return { from, to };
}

function toDay(part: string, whole: string): string {
  const day = instant.exec(part)?.[1];
  if (day === undefined || !isDay(day)) throw badDatetime(whole);
  return day;
}

/** False for 30 February. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function badDatetime(text: string) {
  return badParameter('datetime', text, [
    'un jour 2026-06-30',
    'un instant 2026-06-30T12:00:00Z',
    'un intervalle 2025-01-01/2026-06-30, dont un bout peut être « .. »',
  ]);
}

/** A quarter 2026-T2, a year, a month or a day → its days; null for anything else. */
export function daysOf(told: string | null | undefined): DayInterval | null {
  const [, year, quarter, month, day] = /^(\d{4})(?:-T([1-4])|-(\d{2})(?:-(\d{2}))?)?$/.exec(told ?? '') ?? [];
  if (year === undefined) return null;
  if (day !== undefined) return { from: told as string, to: told as string };
  const first = quarter !== undefined ? 3 * Number(quarter) - 2 : Number(month ?? 1);
  const last = quarter !== undefined ? first + 2 : Number(month ?? 12);
  const two = (value: number) => String(value).padStart(2, '0');
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(lastDay)}` };
}

export function meet(a: DayInterval, b: DayInterval): boolean {
  return (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to);
}

/** From the first to the last; null for none. */
export function spanOf(intervals: readonly (DayInterval | null)[]): DayInterval | null {
  const known = intervals.filter((one) => one !== null);
  if (known.length === 0) return null;
  const ends = (pick: 'from' | 'to') => known.map((one) => one[pick]);
  const [from, to] = [ends('from'), ends('to')];
  return {
    from: from.includes(null) ? null : ((from as string[]).sort()[0] ?? null),
    to: to.includes(null) ? null : ((to as string[]).sort().at(-1) ?? null),
  };
}
