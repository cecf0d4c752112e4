/** Mutualisation, beside balance: the share of projects carried with, or open to, two collectivités or more. */
import { ShareBar } from '../../charts/share-bar.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { useDistribution } from '../../state/project-queries.ts';
import { useDepartement } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { summariseShared, balance as words } from '../../text/balance.ts';
import { inDepartement } from '../../text/departement-name.ts';
import styles from './balance-screen.module.css';

export function SharedProjects() {
  const { view } = useView();
  const departement = useDepartement();
  const { data } = useDistribution();
  const row = view.epci === null ? data?.total : data?.lignes.find(({ epci }) => epci === view.epci);
  const where = view.epci === null ? (departement ? inDepartement(departement) : '') : words.ofEpci(row?.nom ?? '');
  return (
    <section aria-labelledby="shared-title" className={styles.section}>
      <h2 id="shared-title" className={styles.heading}>
        {row ? summariseShared(row.partages, row.nombre, where) : words.shared}
      </h2>
      {row && row.nombre > 0 && (
        <div className={styles.narrow}>
          <ShareBar
            shares={[
              { key: 'shared', label: words.sharedPart, count: row.partages, color: 'var(--accent)' },
              { key: 'alone', label: words.alonePart, count: row.nombre - row.partages, color: 'var(--line-strong)' },
            ]}
          />
        </div>
      )}
      <p className={styles.note}>
        {words.sharedNote} <ScreenLink change={{ screen: 'distribution' }}>{words.sharedLink}</ScreenLink>
      </p>
    </section>
  );
}
