/** What to type to load a source; its options are not cut in two at the end of a line. */
import type { SourceAnswer } from '../../api/contract-states.ts';
import { useDepartement } from '../state/queries.ts';
import { loading } from '../text/loading.ts';
import styles from './load-command.module.css';

export function LoadCommand({ source }: { source: Pick<SourceAnswer, 'id' | 'adresseOfficielle'> }) {
  const departement = useDepartement();
  return (
    <>
      {loading.how(source.adresseOfficielle)}{' '}
      <code className={styles.command}>
        {loading.command(source.id, source.adresseOfficielle, departement?.code).map((part, rank) => (
          <span key={part}>
            {rank > 0 && ' '}
            <span className={styles.part}>{part}</span>
          </span>
        ))}
      </code>
    </>
  );
}
