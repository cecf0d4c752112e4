/** The rows of the tab “Tableau”: the same information as the map, in words. Pure. */
import type { Territory, Value, Values } from '../../../api/contract.ts';
import { type Indicator, requireIndicator } from '../../../data/catalogue/catalogue.ts';
import {
  formatAbsence,
  formatCount,
  formatCountOf,
  formatRatio,
  formatValue,
  labelOf,
  partsOf,
  plural,
  shareOfCommunes,
} from '../../text/numbers.ts';
import { alertText, closure } from '../../text/reading.ts';

export interface TableRow {
  readonly code: string;
  readonly name: string;
  readonly epci: string;
  readonly value: Value;
  readonly text: string;
  /** What the column of values is sorted by; null stays last. */
  readonly order: number | string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly detail: string;
  readonly remark: string;
}

/**
 * @param territories those of the level shown, for the name of their EPCI
 * @param epci SIREN of the filter, or null
 */
export function tableRows(values: Values, territories: readonly Territory[], epci: string | null): TableRow[] {
  const indicator = requireIndicator(values.indicateur);
  const byCode = new Map(territories.map((territory) => [territory.code, territory]));
  return values.valeurs
    .filter(({ code }) => epci === null || code === epci || byCode.get(code)?.epci?.code === epci)
    .map((value) => {
      const absence = formatAbsence(value);
      return {
        code: value.code,
        name: value.nom,
        epci: byCode.get(value.code)?.epci?.nom ?? '',
        value,
        text: formatValue(value, indicator, values.niveau),
        order: absence === null ? orderOf(value.valeur, indicator) : null,
        numerator: value.numerateur,
        denominator: value.denominateur,
        detail: detailOf(value, indicator),
        remark: [...partOf(byCode.get(value.code), values.perimetre), ...value.alertes.map(alertText)].join(', '),
      };
    });
}

/** A straddling EPCI says which part of it is counted. */
function partOf(territory: Territory | undefined, extent: Values['perimetre']): string[] {
  if (!territory?.partiel || extent === 'entier') return [];
  return [shareOfCommunes(territory)];
}

/** Categories are sorted in the order of their legend. */
function orderOf(value: Value['valeur'], indicator: Indicator): number | string | null {
  if (typeof value !== 'string' || indicator.unit === 'date') return value;
  return partsOf(indicator).findIndex((part) => part.key === value);
}

function detailOf(value: Value, indicator: Indicator): string {
  const parts = (value.parts ?? []).filter((part) => part.valeur > 0 || (part.communes ?? 0) > 0);
  const total = parts.reduce((sum, part) => sum + part.valeur, 0);
  return parts
    .map((part) => {
      const label =
        indicator.unit === 'date'
          ? closure.label(part.cle)
          : partsOf(indicator).some(({ key }) => key === part.cle)
            ? labelOf(part.cle, indicator)
            : part.libelle;
      const communes =
        indicator.unit === 'date' && part.communes !== undefined
          ? ` ${plural(part.valeur, 'local', 'locaux')} dans ${formatCountOf(part.communes, 'commune', 'communes')}`
          : '';
      const share = indicator.measure.kind === 'partition' && total > 0 ? ` (${formatRatio(part.valeur / total)})` : '';
      return `${label}\u00a0: ${formatCount(part.valeur)}${communes}${share}`;
    })
    .join(' · ');
}

/** Numbers by size, texts as a French reader orders them, nothing always after something: see `sortUndefined`. */
export function compareOrders(a: number | string | null, b: number | string | null): number {
  if (a === null || b === null) return 0;
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'fr');
}
