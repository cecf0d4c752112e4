/** What the signs mean, with how many cells each has; and the declared rule, on demand. */
import { cellClasses } from '../../../data/analysis/gap-matrix.ts';
import type { GapRow } from '../../state/use-gap-facts.ts';
import { classWords, labelOfTheme, ruleLines, gaps as words } from '../../text/gaps.ts';
import { formatCount } from '../../text/numbers.ts';
import styles from './class-key.module.css';
import { ClassMark } from './class-mark.tsx';

export function ClassKey({ rows }: { rows: readonly GapRow[] }) {
  const cells = rows.flatMap(({ cellules }) => cellules);
  const counts = cellClasses
    .map((kind) => ({ kind, count: cells.filter(({ classe }) => classe === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <ul className={styles.key} aria-label={words.key}>
      {counts.map(({ kind, count }) => (
        <li key={kind} className={styles.item} data-key={kind}>
          <span className={styles.swatch}>
            <ClassMark kind={kind} projects={0} />
          </span>
          <span>
            {classWords[kind].label} <span className={styles.count}>{formatCount(count)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function NeedRule() {
  return (
    <details className={styles.rule}>
      <summary>{words.rule}</summary>
      <dl>
        {ruleLines().map(({ theme, text }) => (
          <div key={theme}>
            <dt>{labelOfTheme(theme)}</dt>
            <dd>{text}.</dd>
          </div>
        ))}
      </dl>
      <p>{words.ruleCoverage}</p>
      <p>{words.ruleReference}</p>
      <p>{words.ruleSilence}</p>
    </details>
  );
}
