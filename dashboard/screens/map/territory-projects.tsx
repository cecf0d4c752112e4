/** The referenced projects of the territory: the first ones, and the rest on demand. */
import type { Portrait } from '../../state/use-portrait.ts';
import { projects as projectWords, portrait as words } from '../../text/reading.ts';
import { ProjectItem } from './project-item.tsx';
import styles from './territory-panel.module.css';

const shortLength = 3;

export function TerritoryProjects({ portrait: { projects, territory } }: { portrait: Portrait }) {
  const rest = projects.slice(shortLength);
  const isWide = territory.niveau === 'departement';
  return (
    <section>
      <h3 className={styles.heading}>
        {isWide ? words.wideProjects(projects.length) : words.projects(projects.length)}
      </h3>
      {projects.length === 0 && <p className={styles.note}>{projectWords.none}</p>}
      <ul className={styles.list}>
        {projects.slice(0, shortLength).map((project) => (
          <ProjectItem key={project.id} project={project} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{words.otherProjects(rest.length)}</summary>
          <ul className={styles.list}>
            {rest.map((project) => (
              <ProjectItem key={project.id} project={project} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
