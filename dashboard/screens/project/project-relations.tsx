/** What leads on from a sheet: projects near it, the actions that cite it, and what became of the sheet itself. */
import type { ProjectSheet } from '../../../api/contract-projects.ts';
import { themes } from '../../../data/catalogue/themes.ts';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { eventOf, reasonsOf, projectSheet as words } from '../../text/project-sheet.ts';
import styles from './project-relations.module.css';

export function ProjectRelations({ sheet: { proches, fiches, historique } }: { sheet: ProjectSheet }) {
  return (
    <div className={styles.relations}>
      <section aria-labelledby="near-title">
        <h2 id="near-title" className={styles.heading}>
          {words.near.title}
        </h2>
        {proches.length === 0 && <p className={styles.muted}>{words.near.none}</p>}
        <ul className={styles.near}>
          {proches.map(({ projet: { id, titre, theme, porteur }, raisons }) => (
            <li key={id} className={styles.item} data-near={id}>
              <ScreenLink change={{ screen: 'project', item: id }}>{titre}</ScreenLink>
              <p className={styles.muted}>
                <span
                  aria-hidden="true"
                  className={styles.dot}
                  style={{ background: themes.find((each) => each.id === theme)?.color }}
                />
                {`${reasonsOf(raisons)} · ${porteur}`}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {fiches.length > 0 && (
        <section aria-labelledby="sheets-title">
          <h2 id="sheets-title" className={styles.heading}>
            {words.sheets.title}
          </h2>
          <p className={styles.muted}>{words.sheets.cites(fiches.length)}</p>
          <ul className={styles.plain}>
            {fiches.map(({ id, titre }) => (
              <li key={id}>
                <ScreenLink change={{ screen: 'sheet', item: id }}>{titre}</ScreenLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="history-title" className={styles.history}>
        <h2 id="history-title" className={styles.heading}>
          {words.history.title}
        </h2>
        <ol className={styles.plain}>
          {historique.map((event) => (
            <li key={event.le} className={styles.muted}>
              {eventOf(event)}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
