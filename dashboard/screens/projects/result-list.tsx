/** The projects found, and the means to put some aside for a committee. */
import type { Project } from '../../../api/contract-projects.ts';
import { Button } from '../../controls/button.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { mostChosen, toggleChosen } from '../../state/project-filters.ts';
import { useProjectFilters } from '../../state/use-project-filters.ts';
import { type NameOf, list as words } from '../../text/projects.ts';
import { ResultItem } from './result-item.tsx';
import styles from './result-list.module.css';

interface ResultListProps {
  /** In the order in which they are shown. */
  readonly projects: readonly Project[];
  readonly nameOf: NameOf;
  /** Whether they are those of a search, the nearest first. */
  readonly isSearch: boolean;
}

export function ResultList({ projects, nameOf, isSearch }: ResultListProps) {
  const { filters, change } = useProjectFilters();
  const { chosen } = filters;
  const isFull = chosen.length >= mostChosen;
  const union = [...new Set([...chosen, ...projects.map(({ id }) => id)])];
  return (
    <section aria-labelledby="results-title">
      <h2 id="results-title" className="visually-hidden">
        {words.title}
      </h2>
      <div className={styles.head}>
        <p className={styles.order} role="status">
          {words.order(projects.length, isSearch)}
        </p>
        {union.length > chosen.length && union.length <= mostChosen && (
          <Button isQuiet onPress={() => change(() => ({ chosen: union }))}>
            {words.keepAll(projects.length)}
          </Button>
        )}
        {chosen.length === 0 && (
          <ScreenLink change={{ screen: 'summary' }} className={styles.link}>
            {words.summaryOfList}
          </ScreenLink>
        )}
      </div>
      <ol className={styles.items}>
        {projects.map((project) => (
          <ResultItem
            key={project.id}
            project={project}
            nameOf={nameOf}
            isKept={chosen.includes(project.id)}
            isFull={isFull}
            onKeep={() => change((now) => ({ chosen: toggleChosen(now.chosen, project.id) }))}
          />
        ))}
      </ol>
    </section>
  );
}

/** Always in sight while some are kept: how many, and where they lead. */
export function KeptBar() {
  const { filters, change } = useProjectFilters();
  const { chosen } = filters;
  if (chosen.length === 0) return null;
  return (
    <div className={styles.bar}>
      <p role="status">
        <strong>{words.kept(chosen.length)}</strong>
        {chosen.length >= mostChosen && ` ${words.full(mostChosen)}`}
      </p>
      <Button isQuiet onPress={() => change(() => ({ chosen: [] }))}>
        {words.drop}
      </Button>
      <ScreenLink change={{ screen: 'summary' }} className={styles.go}>
        {words.summary}
      </ScreenLink>
    </div>
  );
}
