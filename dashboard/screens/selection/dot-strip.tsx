/** The scores that a criterion received, as dots from 0 to 5, with their mean and how far apart they are. */
import type { Basket } from '../../../api/contract-projects.ts';
import { bestScore } from '../../text/selection.ts';
import styles from './dot-strip.module.css';

/** In units of the drawing: a step between two scores, room for a dot at each end. */
const step = 20;
const edge = 6;
const middle = 12;
const width = bestScore * step + 2 * edge;
const xOf = (score: number) => edge + score * step;

interface DotStripProps {
  readonly average: Basket['resultats'][number]['criteres'][number];
  readonly scores: readonly { readonly participant: string; readonly note: number }[];
}

export function DotStrip({ average: { moyenne, min, max }, scores }: DotStripProps) {
  return (
    <svg viewBox={`0 0 ${width} ${2 * middle}`} className={styles.strip} aria-hidden="true">
      <line x1={xOf(0)} x2={xOf(bestScore)} y1={middle} y2={middle} className={styles.axis} />
      {Array.from({ length: bestScore + 1 }, (_, score) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the score
        <line key={score} x1={xOf(score)} x2={xOf(score)} y1={middle - 2} y2={middle + 2} className={styles.axis} />
      ))}
      {min !== null && max !== null && max > min && (
        <line x1={xOf(min)} x2={xOf(max)} y1={middle} y2={middle} className={styles.spread} />
      )}
      {stack(scores.map(({ note }) => note)).map(({ note, place, count }, i) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are drawn anew with the scores
          key={i}
          cx={xOf(note)}
          cy={middle + (place - (count - 1) / 2) * Math.min(5, 14 / count)}
          r={3.6}
          className={styles.dot}
        />
      ))}
      {moyenne !== null && <line x1={xOf(moyenne)} x2={xOf(moyenne)} y1={2} y2={22} className={styles.mean} />}
    </svg>
  );
}

/** Equal scores one above the other, in the order in which they came. */
function stack(notes: readonly number[]): { note: number; place: number; count: number }[] {
  return notes.map((note, i) => ({
    note,
    place: notes.slice(0, i).filter((other) => other === note).length,
    count: notes.filter((other) => other === note).length,
  }));
}
