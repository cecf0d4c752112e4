/**
 * Opening hours of a week, from what lists publish: OSM `opening_hours`, or French sentences. Nothing is guessed: a text
 * of which a part is not understood gives nothing at all.
 */
import { parseFrenchHours } from './opening-hours-french.ts';
import { parseOsmHours } from './opening-hours-osm.ts';
import { type Weekday, type WeeklyHours, weekdays } from './opening-week.ts';

export type { WeeklyHours } from './opening-week.ts';

/** @returns null for hours that are not understood as a whole */
export function parseOpeningHours(text: string): WeeklyHours | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 2000) return null;
  return parseOsmHours(trimmed) ?? parseFrenchHours(trimmed);
}

export function isOpenOn({ openings }: WeeklyHours, day: Weekday): boolean {
  return openings.some((opening) => opening.day === day);
}

/** @param minutes after midnight of that day */
export function isOpenAt({ openings }: WeeklyHours, day: Weekday, minutes: number): boolean {
  return openings.some(
    (opening) =>
      (opening.day === day && opening.from <= minutes && minutes < opening.to) ||
      ((opening.day % 7) + 1 === day && opening.from <= minutes + 1440 && minutes + 1440 < opening.to),
  );
}

/** Whether it is open at some moment after the given one, on one of the days. */
export function isOpenAfter({ openings }: WeeklyHours, minutes: number, days: readonly Weekday[] = weekdays): boolean {
  return openings.some(({ day, to }) => days.includes(day) && to > minutes);
}

const frenchDays = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'] as const;
const osmDays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** « lun.–ven. 9 h–12 h, 14 h–18 h · sam. 9 h–12 h ». */
export function describeHours(hours: WeeklyHours): string {
  const clock = (minutes: number) => {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60) % 24 || (minutes >= 1440 ? 24 : 0)}\u00a0h${rest === 0 ? '' : `\u00a0${String(rest).padStart(2, '0')}`}`;
  };
  return write(hours, frenchDays, '–', clock, '–', ', ', ' · ');
}

/** The same in OSM syntax: parsed again, it gives the same week. */
export function toOsmHours(hours: WeeklyHours): string {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return write(hours, osmDays, '-', clock, '-', ',', '; ');
}

function write(
  { openings }: WeeklyHours,
  names: readonly string[],
  dayDash: string,
  clock: (minutes: number) => string,
  dash: string,
  comma: string,
  semicolon: string,
): string {
  const told = weekdays.map((day) =>
    openings
      .filter((opening) => opening.day === day)
      .map(({ from, to }) => `${clock(from)}${dash}${clock(to)}`)
      .join(comma),
  );
  const groups: { first: number; last: number; text: string }[] = [];
  for (const [i, text] of told.entries()) {
    const last = groups.at(-1);
    if (last && last.text === text && last.last === i - 1) last.last = i;
    else if (text !== '') groups.push({ first: i, last: i, text });
  }
  return groups
    .map(({ first, last, text }) => {
      const days = first === last ? names[first] : `${names[first]}${dayDash}${names[last]}`;
      return `${days} ${text}`;
    })
    .join(semicolon);
}
