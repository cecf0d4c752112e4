/** The communes that are too far, as a table: what the map shows, for those who do not see it. */
import { formatCount } from '../../text/numbers.ts';
import { formatKm, beyondTable as words } from '../../text/reach.ts';
import styles from './beyond-table.module.css';
import type { Scenario } from './use-scenario.ts';

export function BeyondTable({ scenario }: { readonly scenario: Scenario }) {
  const { reach, communes, distances, won } = scenario;
  if (reach.codes.length === 0) return null;
  return (
    <details className={styles.fold}>
      <summary>{words.title(reach.codes.length)}</summary>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.commune}</th>
            <th scope="col" className={styles.number}>
              {words.population}
            </th>
            <th scope="col" className={styles.number}>
              {words.distance}
            </th>
            {won.size > 0 && <th scope="col">{words.state}</th>}
          </tr>
        </thead>
        <tbody>
          {reach.codes.map((code) => {
            const km = distances.get(code);
            return (
              <tr key={code}>
                <th scope="row">{communes.get(code)?.nom ?? code}</th>
                <td className={styles.number}>{formatCount(communes.get(code)?.population ?? 0)}</td>
                <td className={styles.number}>
                  {km === undefined || km === Number.POSITIVE_INFINITY ? words.noPlace : formatKm(km)}
                </td>
                {won.size > 0 && <td>{won.has(code) ? words.won : words.left}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
