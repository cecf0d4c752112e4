/** One project of the list: its theme, its title, who carries it, where, when, and how far its source can be trusted. */
import type { Project } from '../../../api/contract-projects.ts';
import { Checkbox } from '../../controls/checkbox.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { ThemeMark } from '../../controls/theme-mark.tsx';
import { type NameOf, phaseLabel, projectDates, projectPlace, list as words } from '../../text/projects.ts';
import styles from './result-item.module.css';

interface ResultItemProps {
  readonly project: Project;
  readonly nameOf: NameOf;
  readonly isKept: boolean;
  /** Whether no more can be kept. */
  readonly isFull: boolean;
  readonly onKeep: () => void;
}

export function ResultItem({ project, nameOf, isKept, isFull, onKeep }: ResultItemProps) {
  const source = project.sourceDate ? words.sourceOn(project.sourceDate) : words.undatedSource;
  const dates = projectDates(project);
  return (
    <li className={styles.item} data-project={project.id} data-kept={isKept || undefined}>
      <p className={styles.theme}>
        <ThemeMark theme={project.theme} />
      </p>
      <h3 className={styles.title}>
        <ScreenLink change={{ screen: 'project', item: project.id }}>{project.titre}</ScreenLink>
      </h3>
      <p className={styles.carrier} title={project.porteur}>
        {project.porteur}
      </p>
      <p className={styles.place}>{projectPlace(project, nameOf)}</p>
      <p className={styles.facts}>
        <strong>{phaseLabel(project.phase)}</strong>
        {dates !== null && `, ${dates}`}
        {' · '}
        {words.confidence[project.confiance]}, {source}
      </p>
      <div className={styles.keep}>
        <Checkbox
          aria-label={words.keepThis(project.titre)}
          isSelected={isKept}
          isDisabled={isFull && !isKept}
          onChange={onKeep}
        >
          {words.keep}
        </Checkbox>
      </div>
    </li>
  );
}
