/** Numbers, dates and values as French readers expect them: decimal comma, narrow no-break spaces, T2 2026. */
import type { Value } from '../../api/contract.ts';
import type { Indicator } from '../../data/catalogue/catalogue.ts';
import type { Level, Part, Unit } from '../../data/catalogue/declare.ts';

/** Narrow no-break space: between thousands, before % and ; . */
const thin = '\u202f';
/** No-break space: between a number and its noun. */
const unbroken = '\u00a0';
const minus = '\u2212';

/** 22801 → 22 801. */
export function formatCount(count: number): string {
  return formatDecimal(count, 0, 0);
}

/**
 * 0.9683 → 96,8 %. A rate that is not whole never reads 100 % nor 0 %: it takes a second decimal, then a bound.
 * @param ratio 0 to 1, more when the denominator is underestimated
 */
export function formatRatio(ratio: number): string {
  const percent = ratio * 100;
  if (percent === 0 || percent === 100) return `${percent}${thin}%`;
  if (percent < 100 && percent >= 99.995) return `>${thin}99,99${thin}%`;
  if (percent > 0 && percent < 0.005) return `<${thin}0,01${thin}%`;
  const digits = (percent < 100 && percent >= 99.95) || (percent > 0 && percent < 0.05) ? 2 : 1;
  return `${formatDecimal(percent, digits, digits)}${thin}%`;
}

/** A difference of ratios, in points of percentage, always signed: 0.034 → +3,4 points. */
export function formatPoints(difference: number): string {
  const points = Math.round(difference * 1000) / 10;
  const noun = Math.abs(points) < 2 ? 'point' : 'points';
  return `${points > 0 ? '+' : ''}${formatDecimal(points, 1, 1)}${unbroken}${noun}`;
}

/** 3350000 → 3,35 M€; under a million, euros. */
export function formatEuros(euros: number): string {
  if (euros >= 1e6) return `${formatDecimal(euros / 1e6, 0, 2)}${unbroken}M€`;
  return `${formatCount(euros)}${unbroken}€`;
}

/** 2027-01-31 → 31/01/2027; also takes an instant. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** 2024 → 2024, 2024-05 → mai 2024, 2024-05-06 → 06/05/2024: as precise as it was published. */
export function formatPartialDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  if (month === undefined) return iso;
  return day === undefined ? `${months[Number(month) - 1]} ${year}` : formatDate(iso);
}

/** 2026-T2 → T2 2026, 2025-10-20 → 20/10/2025, 2021 → 2021. */
export function formatPeriod(period: string): string {
  const quarter = /^(\d{4})-(T[1-4])$/.exec(period);
  return quarter ? `${quarter[2]}${unbroken}${quarter[1]}` : formatPartialDate(period);
}

/** French takes the plural from two on: plural(1, 'local', 'locaux') → local. */
export function plural(count: number, one: string, many: string): string {
  return Math.abs(count) < 2 ? one : many;
}

/** 1 → 1 local, 22801 → 22 801 locaux. */
export function formatCountOf(count: number, one: string, many: string): string {
  return `${formatCount(count)}${unbroken}${plural(count, one, many)}`;
}

/** Which part of a straddling EPCI is meant: 15 communes sur 23. */
export function shareOfCommunes(territory: {
  readonly communes: readonly string[];
  readonly communesEntier: number;
}): string {
  return `${formatCountOf(territory.communes.length, 'commune', 'communes')} sur ${formatCount(territory.communesEntier)}`;
}

const reasons: Readonly<Record<string, string>> = {
  'non-prevu': 'non prévu',
  'rupture-de-methode': 'non comparable, la méthode de comptage a changé',
  'communes-hors-territoire-non-chargees': 'non disponible, des communes sont hors du département',
  'absent-de-la-source': 'non disponible, absent de la source',
  'aucun-local': 'sans objet, aucun local',
  'aucun-habitant': 'sans objet, aucun habitant',
  'non-agregable': 'non agrégable',
  'non-publie': 'non disponible, non publié',
  'communes-fusionnees': 'non disponible, publié pour d’anciennes communes',
  'secret-statistique': 'secret statistique',
  'aucun-local-sans-fibre': 'sans objet, tous les locaux ont la fibre',
};
const states: Readonly<Record<Exclude<Value['etat'], 'valeur'>, string>> = {
  'non-disponible': 'non disponible',
  secret: 'secret statistique',
  'non-agregable': 'non agrégable',
};

/** Why there is no figure, in words; null where there is one. */
export function formatAbsence(value: Pick<Value, 'valeur' | 'etat' | 'raison'>): string | null {
  if (value.etat === 'valeur' && value.valeur !== null) return null;
  const reason = value.raison === null ? undefined : reasons[value.raison];
  return reason ?? (value.etat === 'valeur' ? 'sans valeur unique' : states[value.etat]);
}

/**
 * The value with its unit, or why there is none: 96,8 %, 1 850 locaux, 31/01/2027, Zone très dense, non prévu.
 * @param level that of the territory: what a single commune has or has not is not a percentage
 */
export function formatValue(
  value: Pick<Value, 'valeur' | 'etat' | 'raison'>,
  indicator: Indicator,
  level: Level,
): string {
  if (value.valeur === null || value.etat !== 'valeur') return formatAbsence(value) ?? states['non-disponible'];
  const ofCommune = communeParts(indicator, level).find(({ key }) => key === String(value.valeur));
  if (ofCommune) return ofCommune.label;
  if (typeof value.valeur === 'number') return formatFigure(value.valeur, indicator.unit);
  return indicator.unit === 'date' ? formatDate(value.valeur) : labelOf(value.valeur, indicator);
}

/** A bare number with its unit. */
export function formatFigure(figure: number, unit: Unit): string {
  if (unit === 'ratio') return formatRatio(figure);
  if (unit === 'points') return formatPoints(figure);
  if (unit === 'premises') return formatCountOf(figure, 'local', 'locaux');
  if (unit === 'projects') return formatCountOf(figure, 'projet', 'projets');
  if (unit === 'sites') return formatCountOf(figure, 'site', 'sites');
  if (unit === 'euros') return formatEuros(figure);
  return formatCount(figure);
}

/** Label of a category or of a part of a partition; the key itself when it is not declared. */
export function labelOf(key: string, indicator: Indicator): string {
  return partsOf(indicator).find((part) => part.key === key)?.label ?? key;
}

/** The declared parts or categories of an indicator, each once, in the order of its legend; empty for the other kinds. */
export function partsOf(indicator: Indicator): readonly Part[] {
  const { measure } = indicator;
  if (measure.kind === 'category') return measure.categories;
  if (measure.kind !== 'partition') return [];
  const parts = measure.segments.flatMap((segment): readonly Part[] => segment.parts);
  return [...new Map(parts.map((part) => [part.key, part])).values()];
}

/** What a commune reads where it either has something or has not; empty above, and for the other indicators. */
export function communeParts({ measure }: Indicator, level: Level): readonly Part[] {
  return level === 'commune' && measure.kind === 'ratio' ? (measure.ofCommune ?? []) : [];
}

/** Made once for each number of digits: a format costs a hundred times what it formats, and tables have hundreds. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(fewest: number, most: number): Intl.NumberFormat {
  const key = `${fewest} ${most}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat('fr-FR', { minimumFractionDigits: fewest, maximumFractionDigits: most });
  formats.set(key, format);
  return format;
}

function formatDecimal(number: number, fewest: number, most: number): string {
  return formatOf(fewest, most)
    .format(number)
    .replace('-', minus)
    .replaceAll(/[\u00a0 ]/g, thin);
}
