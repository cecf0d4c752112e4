/** The summary of some projects for a committee, to read, to print and to send: what they are, compared, then one by one. */
import { useEffect, useMemo } from 'react';
import type { Project } from '../../../api/contract-projects.ts';
import { Button } from '../../controls/button.tsx';
import { CopyLink } from '../../controls/copy-link.tsx';
import { Failure } from '../../controls/failure.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { defaultProjectFilters, mostChosen } from '../../state/project-filters.ts';
import { useFoundProjects } from '../../state/project-queries.ts';
import { useDepartement } from '../../state/queries.ts';
import { useProjectFilters, useTerritoryName } from '../../state/use-project-filters.ts';
import { ofDepartement } from '../../text/departement-name.ts';
import { summarySentence, summary as words } from '../../text/project-summary.ts';
import { list } from '../../text/projects.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { SheetBlock } from './sheet-block.tsx';
import styles from './summary-screen.module.css';

const none: readonly Project[] = [];

export function SummaryScreen() {
  const { filters, change } = useProjectFilters();
  const { chosen, q } = filters;
  const nameOf = useTerritoryName();
  const isChosen = chosen.length > 0;
  const { data, error, isPlaceholderData } = useFoundProjects(isChosen ? defaultProjectFilters : filters);
  const answered = (!isPlaceholderData && data?.projets) || none;
  const projects = useMemo(() => {
    if (isChosen) return chosen.flatMap((id) => answered.find((project) => project.id === id) ?? []);
    const ordered = q === null ? [...answered].sort((a, b) => a.titre.localeCompare(b.titre, 'fr')) : answered;
    return ordered.slice(0, mostChosen);
  }, [isChosen, chosen, q, answered]);
  const place = useDepartement();
  usePrintedHeader(place ? words.header(ofDepartement(place)) : '');
  const today = new Date();
  const isAnswered = data !== undefined && !isPlaceholderData;

  function remove(id: string) {
    change(() => ({ chosen: projects.map((project) => project.id).filter((one) => one !== id) }));
  }

  return (
    <SectionPage
      title={projects.length > 0 ? words.title(projects.length) : words.noTitle}
      lead={projects.length > 0 ? summarySentence(projects, nameOf) : undefined}
    >
      {error && <Failure message={words.failed(error.message)} />}
      {isAnswered && projects.length === 0 && <p>{words.none}</p>}
      <div className={styles.actions}>
        {projects.length > 0 && <Button onPress={() => window.print()}>{words.print}</Button>}
        {projects.length > 0 && <CopyLink />}
        <ScreenLink change={{ screen: 'projects' }} className={styles.back}>
          {words.back}
        </ScreenLink>
      </div>
      {projects.length > 0 && (
        <div className={styles.summary}>
          <p className={styles.note}>
            {words.madeOn(today)}
            {!isChosen && <span className={styles.onScreen}> {words.fromList(projects.length, data?.total ?? 0)}</span>}
            {isChosen && projects.length < chosen.length && ` ${words.gone(chosen.length - projects.length)}`}
          </p>
          <ComparisonTable projects={projects} nameOf={nameOf} today={today} onRemove={remove} />
          <h2 className={styles.title}>{words.sheetsTitle}</h2>
          {projects.map((project, rank) => (
            <SheetBlock key={project.id} project={project} rank={rank + 1} nameOf={nameOf} />
          ))}
          <p className={styles.note}>{list.caution}</p>
        </div>
      )}
    </SectionPage>
  );
}

/** Hands the words of the page's margin over to the style sheet of print, which alone can repeat them on each page. */
function usePrintedHeader(header: string) {
  useEffect(() => {
    const root = document.documentElement;
    root.style.setProperty('--printed-header', JSON.stringify(header));
    return () => {
      root.style.removeProperty('--printed-header');
    };
  }, [header]);
}
