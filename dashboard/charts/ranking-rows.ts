/** What the ranking shows of a view: territories by value, or the parts of the whole where values are not numbers. */
import type { Part } from '../../api/contract.ts';
import { sequenceColors } from '../layers/palette.ts';
import {
  communeParts,
  formatAbsence,
  formatCount,
  formatCountOf,
  formatFigure,
  formatValue,
  labelOf,
  partsOf,
} from '../text/numbers.ts';
import { closure } from '../text/reading.ts';
import type { Facts } from '../text/sentences.ts';

export interface RankingRow {
  readonly key: string;
  readonly name: string;
  /** Length of the bar. */
  readonly length: number;
  readonly figure: string;
  /** Null where the row is a part, not a territory that can be opened. */
  readonly code: string | null;
  /** Null where the colour follows from the territory's value. */
  readonly color: string | null;
}

export interface RankingData {
  readonly kind: 'territories' | 'parts';
  readonly rows: readonly RankingRow[];
  /** The département's value on the same axis, for rates only. */
  readonly reference: { readonly name: string; readonly length: number; readonly figure: string } | null;
  /** Territories that have no number to rank. */
  readonly unranked: number;
}

export function rankingOf(facts: Facts): RankingData {
  const { nature } = facts.indicator;
  if (nature === 'date' || nature === 'category')
    return { kind: 'parts', rows: partRows(facts), reference: null, unranked: 0 };
  return territories(facts);
}

function territories(facts: Facts): RankingData {
  const { indicator, total } = facts;
  const level = facts.level === 'epci' && facts.epci === null ? 'epci' : 'commune';
  const values = level === 'epci' ? facts.epcis : facts.communes;
  const isByTheme = indicator.measure.kind === 'count' && facts.theme !== null;
  const rows = values.flatMap((value) => {
    const number = isByTheme ? projectCount(facts, value.code) : value.valeur;
    if (typeof number !== 'number' || formatAbsence(value) !== null) return [];
    const figure = isByTheme ? formatFigure(number, indicator.unit) : formatValue(value, indicator, level);
    return [{ key: value.code, name: value.nom, length: number, figure, code: value.code, color: null }];
  });
  const unranked = values.length - rows.length;
  // What a commune has or has not is no ranking: those that have it not are what there is to do.
  if (communeParts(indicator, level).length > 0)
    return {
      kind: 'territories',
      rows: rows.filter((row) => row.length === 0).sort(byName),
      reference: null,
      unranked,
    };
  const sign = indicator.direction === 'more-is-better' ? 1 : -1;
  rows.sort((a, b) => sign * (a.length - b.length) || byName(a, b));
  const isRate = indicator.nature === 'ratio' && typeof total.valeur === 'number';
  return {
    kind: 'territories',
    // A territory that has none of what is counted has no place in a ranking of those who have most.
    rows: sign < 0 ? rows.filter((row) => row.length > 0) : rows,
    reference: isRate
      ? { name: total.nom, length: Number(total.valeur), figure: formatValue(total, indicator, 'departement') }
      : null,
    unranked,
  };
}

function byName(a: RankingRow, b: RankingRow): number {
  return a.name.localeCompare(b.name, 'fr');
}

function projectCount(facts: Facts, code: string): number {
  const held = facts.level === 'epci' && facts.epci === null ? 'epci' : 'communes';
  return facts.projects.filter((project) => project.theme === facts.theme && project[held].includes(code)).length;
}

function partRows(facts: Facts): RankingRow[] {
  const { indicator, total } = facts;
  const isCalendar = indicator.nature === 'date';
  const all = (isCalendar ? facts.exposed : total)?.parts ?? [];
  const parts = all.filter((part) =>
    isCalendar
      ? (part.communes ?? 0) > 0
      : part.valeur > 0 && (part.cle !== 'ftth' || indicator.measure.kind !== 'partition'),
  );
  // Dates that this place does not have still take their colour, as on the map.
  const colors = isCalendar ? calendarColors(all) : new Map(partsOf(indicator).map(({ key, color }) => [key, color]));
  const named = parts.map((part) => {
    const name = isCalendar ? closure.label(part.cle) : labelOf(part.cle, indicator);
    const hasCommunes = isCalendar && part.communes !== undefined;
    return {
      key: part.cle,
      name: hasCommunes ? `${name} (${formatCountOf(part.communes ?? 0, 'commune', 'communes')})` : name,
      length: part.valeur,
      figure: formatCount(part.valeur),
      code: null,
      color: colors.get(part.cle) ?? undatedColor,
    };
  });
  return isCalendar ? named : named.sort((a, b) => b.length - a.length);
}

const undatedColor = 'var(--line-strong)';

/** The same colours as on the map: the soonest is the darkest. */
function calendarColors(parts: readonly Part[]): ReadonlyMap<string, string> {
  const dates = parts.map(({ cle }) => cle).filter((key) => /^\d{4}-/.test(key));
  const colors = sequenceColors(dates.length);
  return new Map(dates.map((date, place) => [date, colors[place] ?? undatedColor]));
}
