/** Both figures of a change, and what lies between, as they are written. */
import type { IndicatorChanges } from '../../../api/contract-states.ts';
import type { Indicator } from '../../../data/catalogue/catalogue.ts';
import type { Level } from '../../../data/catalogue/declare.ts';
import { changes as words } from '../../text/data.ts';
import { formatFigure, formatPoints, formatValue } from '../../text/numbers.ts';

type Side = IndicatorChanges['changements'][number]['avant'];

export function formatSide(side: Side, indicator: Indicator, level: Level): string {
  if (side === null) return '—';
  if (side.valeur === null && side.raison !== 'non-prevu') return words.absence[side.etat];
  return formatValue(side, indicator, level);
}

/** Signed: points between two ratios, days between two dates. */
export function formatDifference(difference: number | null, { unit }: Indicator): string {
  if (difference === null || difference === 0) return '';
  if (unit === 'date') return words.days(difference);
  if (unit === 'ratio' || unit === 'points') return formatPoints(difference);
  return `${difference > 0 ? '+' : ''}${formatFigure(difference, unit)}`;
}
