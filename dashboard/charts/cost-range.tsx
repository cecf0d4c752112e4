/** An indicative cost on a scale from nothing, shared by the sheets that stand one above the other; hatched when not known. */
import type { CatalogueSheet } from '../../api/contract-projects.ts';
import { capitalised, costLine } from '../text/catalogue.ts';
import { formatEuros } from '../text/numbers.ts';
import styles from './cost-range.module.css';

/** Where the common scale ends: the highest cost of the sheets, rounded up; null when none is known. */
export function costScale(sheets: readonly Pick<CatalogueSheet, 'coutMinEuros' | 'coutMaxEuros'>[]): number | null {
  const highest = Math.max(
    0,
    ...sheets.flatMap(({ coutMinEuros, coutMaxEuros }) => [coutMinEuros ?? 0, coutMaxEuros ?? 0]),
  );
  if (highest === 0) return null;
  const step = 10 ** Math.floor(Math.log10(highest));
  return Math.ceil(highest / step) * step;
}

interface CostRangeProps {
  readonly sheet: Pick<CatalogueSheet, 'coutMinEuros' | 'coutMaxEuros'>;
  readonly scale: number | null;
}

export function CostRange({ sheet, scale }: CostRangeProps) {
  const { coutMinEuros: least, coutMaxEuros: most } = sheet;
  const isKnown = scale !== null && (least !== null || most !== null);
  const start = least ?? 0;
  const end = most ?? scale ?? 0;
  return (
    <div className={styles.cost}>
      <p className={isKnown ? styles.words : styles.unknown}>{capitalised(costLine(sheet))}</p>
      {scale !== null && (
        <div className={styles.track} aria-hidden="true" data-unknown={!isKnown || undefined}>
          {isKnown && (
            <span
              className={styles.range}
              // An open end fades: the cost starts there, or stops there, and the rest is not said.
              data-open={most === null ? 'end' : least === null ? 'start' : undefined}
              style={{ left: `${(100 * start) / scale}%`, width: `${(100 * (end - start)) / scale}%` }}
            />
          )}
        </div>
      )}
      {scale !== null && (
        <p className={styles.axis} aria-hidden="true">
          <span>0</span>
          <span>{formatEuros(scale)}</span>
        </p>
      )}
    </div>
  );
}
