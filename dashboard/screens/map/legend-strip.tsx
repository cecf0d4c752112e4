/** The folded legend: the colours in a row between the least and the most, or each with its name where they have no order. */
import type { Scale } from '../../layers/scale.ts';
import styles from './legend-strip.module.css';

export function LegendStrip({ scale: { classes, ends } }: { scale: Scale }) {
  if (classes.length === 0) return null;
  if (!ends)
    return (
      <ul className={styles.names}>
        {classes.map(({ key, label, color }) => (
          <li key={key}>
            <span className={styles.dot} style={{ background: color }} /> {label}
          </li>
        ))}
      </ul>
    );
  return (
    <p className={styles.strip}>
      <span>{ends[0]}</span>
      <span className={styles.colors} aria-hidden="true">
        {classes.map(({ key, color }) => (
          <span key={key} style={{ background: color }} />
        ))}
      </span>
      <span>{ends[1]}</span>
    </p>
  );
}
