/** Named rows of two shares of a whole: the bar is what one has, the tick what it would have at its size. */
import type { ReactNode } from 'react';
import styles from './share-pairs.module.css';

export interface SharePair {
  readonly key: string;
  readonly name: ReactNode;
  /** 0 to 1. */
  readonly bar: number;
  readonly tick: number;
  /** What is written at the end of the bar. */
  readonly figure: string;
  readonly tickFigure: string;
}

interface SharePairsProps {
  readonly rows: readonly SharePair[];
  readonly words: { readonly bar: string; readonly tick: string };
}

export function SharePairs({ rows, words }: SharePairsProps) {
  const longest = Math.max(0.0001, ...rows.flatMap(({ bar, tick }) => [bar, tick]));
  return (
    <ol className={styles.rows}>
      {rows.map((row) => (
        <li key={row.key} className={styles.row}>
          <span className={styles.name}>{row.name}</span>
          <span className={styles.track}>
            <span className={styles.lane}>
              <span className={styles.bar} style={{ width: `${(row.bar / longest) * 100}%` }} />
              <span className={styles.tick} style={{ left: `${(row.tick / longest) * 100}%` }} />
            </span>
            <span className={styles.figure}>
              {row.figure}
              <span className="visually-hidden">{` ${words.bar}, ${words.tick} ${row.tickFigure}`}</span>
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
