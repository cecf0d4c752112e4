/** Hours in the French of older lists: « du lundi au jeudi 9h-12h et 13h30-17h ; mardi fermé ». */
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

const names = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const day = `(?:${names.join('|')})s?`;
const hour = '(\\d{1,2})\\s*(?:h|:|heures?)\\s*(\\d\\d)?';
const span = `(?:de\\s+)?${hour}\\s*(?:-|–|à|a)\\s*${hour}`;
const spanPattern = new RegExp(span);
const dayGroup = `(?:du\\s+|le\\s+|les\\s+)?${day}(?:\\s+au\\s+${day}|(?:\\s*(?:,|et)\\s*(?:le\\s+)?${day})*)`;
const everyDay = 'tous\\s+les\\s+jours';
/** A comma after hours and before days: « lundi 9h-12h, mardi 14h-17h ». */
const commaBetweenClauses = new RegExp(
  `(?<=\\d|\\dh|heures?|ferm[ée]e?s?)\\s*,\\s*(?=(?:(?:du|le|les)\\s+)?${day}|${everyDay})`,
);
const clausePattern = new RegExp(
  `^(${everyDay}|${dayGroup})\\s*:?\\s*(ferm[ée]e?s?|${span}(?:\\s*(?:,|et|/|puis)\\s*${span})*)$`,
);
/** What narrows the hours without telling any. */
const condition =
  /\(([^()]*(?:uniquement|seulement|premier|deuxième|dernier|semaine|mois|vacances|rendez-vous|rdv|été|hiver|sauf)[^()]*)\)|,?\s*(?:uniquement\s+)?sur (?:rendez-vous|rdv)\.?/gi;

/** @returns null when some clause is not understood */
export function parseFrenchHours(text: string): WeeklyHours | null {
  const bare = text.replace(condition, ' ');
  const isConditional = bare !== text;
  let clauses: readonly Clause[] = [];
  for (const part of bare.toLowerCase().split(/\s*[;\n·]\s*/)) {
    const group = part.replace(/\.$/, '').trim() === '' ? [] : part.split(commaBetweenClauses).map(parseClause);
    if (!group.every((clause) => clause !== null)) return null;
    const joined = joinClauses(clauses, group, false);
    if (!joined) return null;
    clauses = joined;
  }
  return clauses.length > 0 || isConditional ? toWeek(clauses, isConditional) : null;
}

function parseClause(text: string): Clause | null {
  const [, dayText, hourText] = clausePattern.exec(text.replace(/\.$/, '').trim()) ?? [];
  if (!dayText || !hourText) return null;
  const spans = hourText.startsWith('ferm') ? [] : parseSpans(hourText);
  return spans && { days: parseDays(dayText), spans };
}

function parseDays(text: string): readonly Weekday[] {
  if (text.startsWith('tous')) return weekdays;
  const told = [...text.matchAll(new RegExp(names.join('|'), 'g'))].map(
    ([name]) => (names.indexOf(name) + 1) as Weekday,
  );
  const [first, last] = told;
  return first && last && /\sau\s/.test(text) ? daysBetween(first, last) : [...new Set(told)];
}

function parseSpans(text: string): { from: number; to: number }[] | null {
  const spans: { from: number; to: number }[] = [];
  for (const [, h1 = '', m1, h2 = '', m2] of text.matchAll(new RegExp(spanPattern, 'g'))) {
    const [from, to] = [toMinutes(h1, m1), toMinutes(h2, m2)];
    if (from === null || to === null || from >= to) return null;
    spans.push({ from, to });
  }
  return spans;
}
