/** A whole in two parts on an axis of 0 to 100 %, over the interval that chance gives to where they meet. */
import styles from './split-bar.module.css';

interface SplitBarProps {
  readonly first: { readonly name: string; readonly share: number; readonly figure: string };
  readonly second: { readonly name: string; readonly figure: string };
  /** Shares of the first part: bounds and mean. */
  readonly chance: {
    readonly low: number;
    readonly mean: number;
    readonly high: number;
    readonly label: string;
  } | null;
}

export function SplitBar({ first, second, chance }: SplitBarProps) {
  const percent = (share: number) => `${share * 100}%`;
  return (
    <div className={styles.figure}>
      <p className={styles.names}>
        <span className={styles.first}>
          {first.name} <strong>{first.figure}</strong>
        </span>
        <span className={styles.second}>
          {second.name} <strong>{second.figure}</strong>
        </span>
      </p>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.part} style={{ width: percent(first.share) }} />
      </div>
      {chance && (
        <div className={styles.chance}>
          <span aria-hidden="true" className={styles.at} style={{ left: percent(first.share) }} />
          <span
            aria-hidden="true"
            className={styles.interval}
            style={{ left: percent(chance.low), width: percent(chance.high - chance.low) }}
          />
          <span aria-hidden="true" className={styles.mean} style={{ left: percent(chance.mean) }} />
          <span className={styles.label} style={{ right: percent(1 - chance.high) }}>
            {chance.label}
          </span>
        </div>
      )}
    </div>
  );
}
