/** The parts of a whole as one bar, each named and counted beside it. */
import { formatCount, formatRatio } from '../text/numbers.ts';
import styles from './share-bar.module.css';

export interface Share {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly color: string;
}

export function ShareBar({ shares }: { shares: readonly Share[] }) {
  const shown = shares.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <div>
      <div className={styles.bar} aria-hidden="true">
        {shown.map(({ key, count, color }) => (
          <span key={key} className={styles.part} style={{ flexGrow: count / total, background: color }} />
        ))}
      </div>
      <ul className={styles.labels}>
        {shown.map(({ key, label, count, color }) => (
          <li key={key} className={styles.label}>
            <span aria-hidden="true" className={styles.dot} style={{ background: color }} />
            <span className={styles.name}>{label}</span>
            <span className={styles.figure}>{formatCount(count)}</span>
            <span className={styles.ratio}>{formatRatio(count / total)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
