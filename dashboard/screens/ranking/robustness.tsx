/** For the analyst: how often each stays among the first ten when the weights are drawn at random. Counted when opened. */
import { useMemo, useState } from 'react';
import { rankRobustness } from '../../../data/analysis/priority.ts';
import type { Ranking } from '../../state/use-ranking.ts';
import { useView } from '../../state/use-view.ts';
import { sayOften, ranking as words } from '../../text/ranking.ts';
import styles from './ranking-table.module.css';

const draws = { top: 10, rounds: 1000, seed: 0.42 } as const;
const shown = 20;

export function Robustness({ ranking }: { ranking: Ranking }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.details} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{words.robust}</summary>
      {isOpen && <Draws ranking={ranking} />}
    </details>
  );
}

function Draws({ ranking: { candidates, criteria, rows } }: { ranking: Ranking }) {
  const { view } = useView();
  const often = useMemo(() => rankRobustness(candidates, criteria, draws), [candidates, criteria]);
  return (
    <>
      <p className={styles.note}>{words.robustHelp}</p>
      <ol className={styles.draws}>
        {rows
          .filter(({ rank }) => rank !== null)
          .slice(0, shown)
          .map(({ code, name }) => {
            const ratio = often.get(code) ?? 0;
            return (
              <li key={code} className={styles.draw}>
                <span>{name}</span>
                <span className={styles.line} aria-hidden="true">
                  <span style={{ width: `${ratio * 100}%` }} />
                </span>
                <span>{sayOften(ratio, view.level)}</span>
              </li>
            );
          })}
      </ol>
    </>
  );
}
