/** The indices by period, where several are counted by one method. */
import { formatIndex, balance as words } from '../../text/balance.ts';
import { formatCount, formatPeriod, formatRatio } from '../../text/numbers.ts';
import styles from './balance-screen.module.css';
import type { Balance } from './use-balance.ts';

export function BalanceSeries({ series }: Pick<Balance, 'series'>) {
  if (series.length < 2) return null;
  const index = (value: number | null) => (value === null ? '–' : formatIndex(value));
  return (
    <section aria-labelledby="series-title" className={styles.section}>
      <h2 id="series-title" className={styles.heading}>
        {words.series}
      </h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">{words.series}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.period}</th>
              <th scope="col">{words.columns.missing}</th>
              <th scope="col">{words.columns.rate}</th>
              <th scope="col">{words.columns.theil}</th>
              <th scope="col">{words.columns.gini}</th>
            </tr>
          </thead>
          <tbody>
            {series.map(({ period, quantity, base, theil, gini }) => (
              <tr key={period}>
                <th scope="row">{formatPeriod(period)}</th>
                <td>{formatCount(quantity)}</td>
                <td>{base === 0 ? '–' : formatRatio(quantity / base)}</td>
                <td>{index(theil)}</td>
                <td>{index(gini)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
