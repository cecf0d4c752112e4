/** A week of openings, and how clauses of a text make one. */

/** ISO day of the week: Monday is 1. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Minutes after midnight; an opening that goes past midnight ends above 1440. */
export interface Opening {
  readonly day: Weekday;
  readonly from: number;
  readonly to: number;
}

export interface WeeklyHours {
  /** By day, then hour; they do not overlap. */
  readonly openings: readonly Opening[];
  /** Whether something may narrow them: alternate weeks, seasons, « sur rendez-vous ». */
  readonly isConditional: boolean;
}

/** One clause of a text: days, and their openings; none when they are closed. */
export interface Clause {
  readonly days: readonly Weekday[];
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** Whether it adds to what was told of its days, however few they are. */
  readonly isAdded?: boolean;
}

/**
 * Clauses in their order: one that tells fewer days than an earlier one replaces what was told of them (« du lundi au
 * vendredi 9h-17h ; mardi 9h-12h »), one of as many days adds to it.
 */
export function toWeek(clauses: readonly Clause[], isConditional: boolean): WeeklyHours {
  const told = new Map<Weekday, Clause[]>();
  for (const clause of clauses)
    for (const day of clause.days) {
      const before = told.get(day) ?? [];
      const isNarrower = !clause.isAdded && before.some(({ days }) => days.length > clause.days.length);
      told.set(day, isNarrower ? [clause] : [...before, clause]);
    }
  const openings = weekdays.flatMap((day) =>
    unite((told.get(day) ?? []).flatMap(({ spans }) => spans)).map(({ from, to }) => ({ day, from, to })),
  );
  return { openings, isConditional };
}

/**
 * Clauses that commas separate, after those told before: « lundi 9h-12h, mardi 14h-17h ».
 * @param mayAdd whether a comma may add hours to a day, as OSM has it; else each day is told once
 * @returns null when one tells again of a day, and it is not plain whether it adds to it or replaces it
 */
export function joinClauses(
  before: readonly Clause[],
  group: readonly Clause[],
  mayAdd: boolean,
): readonly Clause[] | null {
  const joined = [...before];
  for (const [i, clause] of group.entries()) {
    const isDoubtful = (other: Clause, at: number) =>
      other.days.some((day) => clause.days.includes(day)) &&
      !(mayAdd && at >= before.length && areApart(clause, other));
    if (i > 0 && joined.some(isDoubtful)) return null;
    joined.push(i === 0 ? clause : { ...clause, isAdded: true });
  }
  return joined;
}

/** Neither overlaps the other, nor closes its days. */
function areApart(a: Clause, b: Clause): boolean {
  if (a.spans.length === 0 || b.spans.length === 0) return false;
  return a.spans.every((one) => b.spans.every((other) => one.to <= other.from || other.to <= one.from));
}

function unite(spans: Clause['spans']): { from: number; to: number }[] {
  const united: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else united.push({ from, to });
  }
  return united;
}

/** `9`, `30` → 570; null for an hour that is none. */
export function toMinutes(hours: string, minutes: string | undefined): number | null {
  const [h, m] = [Number(hours), Number(minutes || 0)];
  return h <= 24 && m <= 59 && h * 60 + m <= 1440 ? h * 60 + m : null;
}

/** Days from one to another, through Sunday if need be. */
export function daysBetween(first: Weekday, last: Weekday): Weekday[] {
  const days: Weekday[] = [];
  for (let day = first; ; day = ((day % 7) + 1) as Weekday) {
    days.push(day);
    if (day === last) return days;
  }
}
