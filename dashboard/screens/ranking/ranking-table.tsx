/** The whole list: what each is worth on every criterion, and what is not known. */
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import type { Ranking } from '../../state/use-ranking.ts';
import { useView } from '../../state/use-view.ts';
import { formatCount, formatValue } from '../../text/numbers.ts';
import { formatScore, sayUnranked, ranking as words } from '../../text/ranking.ts';
import styles from './ranking-table.module.css';

export function RankingTable({ ranking: { criteria, rows } }: { ranking: Ranking }) {
  const { view } = useView();
  const { level } = view;
  const weighing = criteria.flatMap((criterion, i) => (criterion.weight > 0 ? [{ ...criterion, i }] : []));
  const unranked = rows.filter(({ rank }) => rank === null).length;
  if (weighing.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>{words.table}</summary>
      {unranked > 0 && <p className={styles.note}>{sayUnranked(unranked, level)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={words.tableCaption}>
        <table className={styles.table}>
          <caption className="visually-hidden">{words.tableCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.rank}</th>
              <th scope="col">{words.territory[level]}</th>
              <th scope="col">{words.score}</th>
              {weighing.map(({ id }) => (
                <th key={id} scope="col">
                  {requireIndicator(id).label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, name, rank, score, values, percentiles }) => (
              <tr key={code}>
                <td>{rank === null ? words.notRanked : formatCount(rank)}</td>
                <th scope="row">{name}</th>
                <td>{score === null ? '' : formatScore(score)}</td>
                {weighing.map(({ id, i }) => {
                  const value = values[i];
                  const percentile = percentiles[i];
                  if (!value || percentile === null || percentile === undefined)
                    return (
                      <td key={id} className={styles.unknown}>
                        {words.unknown}
                      </td>
                    );
                  return (
                    <td key={id}>
                      {formatValue(value, requireIndicator(id), level)}
                      <span className={styles.unknown}>{`\u00a0· ${formatScore(percentile)}`}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
