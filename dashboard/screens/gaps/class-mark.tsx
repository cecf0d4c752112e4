/** The sign and the ground of a class: a letter and a pattern say what the colour says. */
import type { GapCell } from '../../../api/contract-gaps.ts';
import { classWords } from '../../text/gaps.ts';
import { formatCount } from '../../text/numbers.ts';
import styles from './class-mark.module.css';

/** Whoever shows it says in words what it means. @param projects 0 leaves the sign alone */
export function ClassMark({ kind, projects }: { kind: GapCell['classe']; projects: number }) {
  return (
    <span className={styles.mark} data-class={kind} aria-hidden="true">
      {classWords[kind].sign}
      {(projects > 0 || kind === 'besoin-sans-projet') && (
        <span className={styles.count}>{`\u00a0${formatCount(projects)}`}</span>
      )}
    </span>
  );
}
