/** The part of OSM `opening_hours` that places of digital help are published in. https://wiki.openstreetmap.org/wiki/Key:opening_hours */
import {
  type Clause,
  daysBetween,
  joinClauses,
  toMinutes,
  toWeek,
  type Weekday,
  type WeeklyHours,
  weekdays,
} from './opening-week.ts';

const names = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
const day = `(?:${names.join('|')})`;
/** Restrictions that narrow a rule without changing its hours: weeks, months, the nth of a day, a comment. */
const restrictions = [
  /^week\s+[\d,\-/\s]+?(?=\s+[a-z]|$)/,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:\s+\d{1,2})?(?:\s*-\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:\s+\d{1,2})?)?:?/,
  /^"[^"]*"/,
];

/** A comma after hours and before days: a rule that adds to those before, where a semicolon would replace them. */
const additionalRule = new RegExp(`(?<=:\\d\\d|off|closed|")\\s*,\\s*(?=(?:${day}|ph|sh)\\b)`);
const holidaysOff = /^(?:ph|sh)(?:\s*,\s*(?:ph|sh))*\s+(?:off|closed)$/;

/** @returns null when it is not OSM syntax, or a part of it that is not read here */
export function parseOsmHours(text: string): WeeklyHours | null {
  if (/^24\/7$/.test(text)) return toWeek([{ days: weekdays, spans: [{ from: 0, to: 1440 }] }], false);
  let clauses: readonly Clause[] = [];
  let isConditional = false;
  for (const rules of text.toLowerCase().split(/\s*(?:;|\|\|)\s*/)) {
    const group: Clause[] = [];
    for (const rule of rules.split(additionalRule)) {
      if (rule === '') continue;
      if (holidaysOff.test(rule)) {
        // Everyone knows a public holiday; school holidays last for weeks.
        isConditional ||= rule.includes('sh');
        continue;
      }
      const read = parseRule(rule);
      if (!read) return null;
      if (read.clause) group.push(read.clause);
      isConditional ||= read.isConditional;
    }
    const joined = joinClauses(clauses, group, true);
    if (!joined) return null;
    clauses = joined;
  }
  return clauses.length > 0 ? toWeek(clauses, isConditional) : null;
}

function parseRule(rule: string): { clause: Clause | null; isConditional: boolean } | null {
  let rest = rule;
  let isConditional = false;
  for (const restriction of restrictions) {
    const found = restriction.exec(rest)?.[0];
    if (found === undefined) continue;
    isConditional = true;
    rest = rest.slice(found.length).trim();
  }
  const comment = /\s*"[^"]*"$/.exec(rest);
  if (comment) {
    isConditional = true;
    rest = rest.slice(0, comment.index);
  }
  if (rest === '') return { clause: null, isConditional };
  const found = new RegExp(
    `^((?:${day}|ph)(?:\\[-?\\d(?:[,-]\\d)*\\])?(?:\\s*[-,]\\s*(?:${day}|ph)(?:\\[-?\\d(?:[,-]\\d)*\\])?)*)?\\s*(.*)$`,
  ).exec(rest);
  if (!found) return null;
  const [, dayText, hourText = ''] = found;
  const days = dayText === undefined ? [...weekdays] : parseDays(dayText.replace(/\[[^\]]*\]/g, ''));
  if (dayText?.includes('[')) isConditional = true;
  const spans = /^(?:off|closed)$/.test(hourText.trim()) ? [] : parseSpans(hourText);
  if (!days || !spans || (dayText === undefined && spans.length === 0)) return null;
  return { clause: { days, spans }, isConditional };
}

function parseDays(text: string): Weekday[] | null {
  const days: Weekday[] = [];
  for (const part of text.split(/\s*,\s*/)) {
    if (part === 'ph') continue;
    const ends = part.split(/\s*-\s*/).map((name) => names.indexOf(name as (typeof names)[number]) + 1);
    const [first, last = first] = ends;
    if (!first || !last || ends.length > 2) return null;
    days.push(...daysBetween(first as Weekday, last as Weekday));
  }
  return days;
}

function parseSpans(text: string): { from: number; to: number }[] | null {
  const spans: { from: number; to: number }[] = [];
  for (const part of text.trim().split(/\s*,\s*/)) {
    const [, h1, m1, h2, m2] = /^(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)$/.exec(part) ?? [];
    if (!h1 || !h2) return null;
    const from = toMinutes(h1, m1);
    // An end after midnight is written 26:00, or as an earlier hour.
    const late = Number(h2) > 24 && Number(h2) <= 48 && Number(m2) <= 59 ? Number(h2) * 60 + Number(m2) : null;
    const to = late ?? toMinutes(h2, m2);
    if (from === null || to === null || from === to || from >= 1440) return null;
    spans.push({ from, to: to < from ? to + 1440 : to });
  }
  return spans;
}
