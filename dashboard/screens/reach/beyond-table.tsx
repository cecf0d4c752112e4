/** The communes that are too far, as a table: what the map shows, for those who do not see it. */
import { memo, useState } from 'react';
import { formatCount } from '../../text/numbers.ts';
import { beyondTable as words } from '../../text/reach.ts';
import { formatKm } from '../../text/reach-limit.ts';
import styles from './beyond-table.module.css';
import type { Scenario } from './use-scenario.ts';

export type BeyondTableProps = Pick<
  Scenario,
  'beyond' | 'communes' | 'distances' | 'won' | 'isPartial' | 'inhabitantsOf'
>;

/** Its rows, a hundred or more, are not there while it is folded: a site that moves would draw each of them anew. */
export const BeyondTable = memo(function BeyondTable(props: BeyondTableProps) {
  const { beyond, isPartial } = props;
  const [isOpen, setOpen] = useState(false);
  if (beyond.length === 0) return null;
  return (
    <details className={styles.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title(beyond.length, isPartial)}</summary>
      {isOpen && <Rows {...props} />}
    </details>
  );
});

function Rows({ beyond, communes, distances, won, isPartial, inhabitantsOf }: BeyondTableProps) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.commune}</th>
          <th scope="col" className={styles.number}>
            {words.population}
          </th>
          {isPartial && (
            <th scope="col" className={styles.number}>
              {words.beyond}
            </th>
          )}
          <th scope="col" className={styles.number}>
            {words.distance}
          </th>
          {won.size > 0 && <th scope="col">{words.state}</th>}
        </tr>
      </thead>
      <tbody>
        {beyond.map(({ code, inhabitants }) => {
          const km = distances.get(code);
          const gained = won.get(code) ?? 0;
          return (
            <tr key={code}>
              <th scope="row">{communes.get(code)?.nom ?? code}</th>
              <td className={styles.number}>{formatCount(inhabitantsOf.get(code) ?? inhabitants)}</td>
              {isPartial && <td className={styles.number}>{formatCount(inhabitants)}</td>}
              <td className={styles.number}>
                {km === undefined || km === Number.POSITIVE_INFINITY ? words.noPlace : formatKm(km)}
              </td>
              {won.size > 0 && (
                <td>{gained === 0 ? words.left : gained < inhabitants ? words.partly(gained) : words.won}</td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
