/** One referenced project: what it is, who carries it, where it stands, and the page that tells it. */
import type { Project } from '../../../api/contract-projects.ts';
import { themes } from '../../../data/catalogue/themes.ts';
import { formatEuros, formatPartialDate } from '../../text/numbers.ts';
import { projects as words } from '../../text/reading.ts';
import styles from './project-item.module.css';

export function ProjectItem({ project }: { project: Project }) {
  const theme = themes.find(({ id }) => id === project.theme);
  const facts = [
    words.phases[project.phase],
    words.carrier(project.porteur),
    ...(project.budgetEuros === null ? [] : [words.budget(formatEuros(project.budgetEuros))]),
  ];
  return (
    <li className={styles.item} data-project={project.id}>
      <p className={styles.theme}>
        <span aria-hidden="true" className={styles.dot} style={{ background: theme?.color }} />
        {theme?.label}
      </p>
      <p className={styles.title}>{project.titre}</p>
      <p className={styles.summary}>{project.resume}</p>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <p className={styles.facts}>
        <a href={project.sourceUrl} rel="noreferrer" aria-label={words.sourceOf(project.titre)}>
          {words.source}
        </a>
        {`, ${project.sourceDate ? formatPartialDate(project.sourceDate) : words.undated} · ${words.confidence[project.confiance]}`}
      </p>
    </li>
  );
}
