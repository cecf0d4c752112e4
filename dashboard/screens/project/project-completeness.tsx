/** How complete a sheet is: a mark by piece of information, then what is missing and why each matters. */
import type { ProjectSheet } from '../../../api/contract-projects.ts';
import { projectSheet } from '../../text/project-sheet.ts';
import styles from './project-completeness.module.css';

const words = projectSheet.completeness;

export function ProjectCompleteness({ completeness }: { completeness: ProjectSheet['completude'] }) {
  const { presents, total, manques } = completeness;
  return (
    <section aria-labelledby="completeness-title" className={styles.completeness}>
      <h2 id="completeness-title" className={styles.heading}>
        {words.title(presents, total)}
      </h2>
      <p className={styles.marks} aria-hidden="true">
        {Array.from({ length: total }, (_, rank) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: marks have no other identity than their rank
          <span key={rank} className={styles.mark} data-present={rank < presents || undefined} />
        ))}
      </p>
      {manques.length === 0 ? (
        <p className={styles.intro}>{words.whole}</p>
      ) : (
        <>
          <p className={styles.intro}>{words.missing}</p>
          <ul className={styles.missing}>
            {manques.map(({ champ, libelle, pourquoi }) => (
              <li key={champ}>
                <strong>{words.item(libelle)}</strong>
                {pourquoi}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
