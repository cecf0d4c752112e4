/** The folded legend: the colours in a row between the least and the most, or each by its name where they have no order. */
import type { PatternKind } from '../../layers/palette.ts';
import type { Scale } from '../../layers/scale.ts';
import { legend } from '../../text/map.ts';
import legendStyles from './legend.module.css';
import styles from './legend-strip.module.css';

interface LegendStripProps {
  readonly scale: Scale;
  /** The patterns that are on the map. */
  readonly hatched: readonly PatternKind[];
}

export function LegendStrip({ scale: { classes, ends }, hatched }: LegendStripProps) {
  const named = ends ? [] : classes;
  return (
    <>
      {ends && (
        <p className={styles.strip}>
          <span>{ends[0]}</span>
          <span className={styles.colors} aria-hidden="true">
            {classes.map(({ key, color }) => (
              <span key={key} style={{ background: color }} />
            ))}
          </span>
          <span>{ends[1]}</span>
        </p>
      )}
      {named.length + hatched.length > 0 && (
        <ul className={styles.names}>
          {named.map(({ key, label, color }) => (
            <li key={key} className={styles.name}>
              <span className={legendStyles.swatch} style={{ background: color }} /> {label}
            </li>
          ))}
          {hatched.map((kind) => (
            <li key={kind} className={styles.name}>
              <span className={legendStyles.swatch} data-pattern={kind} /> {legend.patterns[kind]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
