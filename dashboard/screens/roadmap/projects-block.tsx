/** The referenced projects in time: facts, each as its source tells it. */
import type { Project } from '../../../api/contract-projects.ts';
import { unsaid } from '../../../data/analysis/project-facets.ts';
import { projectPhaseLabels } from '../../../data/catalogue/project-words.ts';
import { themes } from '../../../data/catalogue/themes.ts';
import { Timeline } from '../../charts/timeline.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { defaultProjectFilters } from '../../state/project-filters.ts';
import { useView } from '../../state/use-view.ts';
import { formatPartialDate } from '../../text/numbers.ts';
import { projectCalendar as words } from '../../text/roadmap.ts';
import { CalendarControls } from './calendar-controls.tsx';
import { byTheme, datedProjects, isProjectPastDue, projectRow } from './calendar-rows.ts';
import { DatesTable } from './dates-table.tsx';
import styles from './roadmap-screen.module.css';

const legend = ['strong', 'light', 'muted', 'alert', 'slope', 'fade', 'today'] as const;

export function ProjectsBlock({ projects, today }: { projects: readonly Project[]; today: string }) {
  const { view } = useView();
  const dated = datedProjects(projects);
  const { isOnlyPastDue, step } = view.projects;
  const shown = isOnlyPastDue ? dated.filter((project) => isProjectPastDue(project, today)) : dated;
  const without = themes.filter(({ id }) => !dated.some(({ theme }) => theme === id)).map(({ label }) => label);
  const undated = projects.length - dated.length;
  const unstarted = projects.filter((project) => (project.dateDebut ?? project.dateDebutPrevue) === null).length;
  return (
    <section className={styles.block} aria-labelledby="projects-calendar">
      <h2 id="projects-calendar" className={styles.heading}>
        {words.title}
      </h2>
      <p className={styles.about}>
        {words.about} {words.undated(undated)}{' '}
        {unstarted > 0 && (
          <ScreenLink
            change={{
              screen: 'projects',
              projects: {
                ...defaultProjectFilters,
                facets: { ...defaultProjectFilters.facets, annees: [unsaid] },
              },
            }}
          >
            {words.undatedLink(unstarted)}
          </ScreenLink>
        )}
        {unstarted > 0 && '. '}
        {without.length > 0 && words.without(without)}
      </p>
      <CalendarControls contents="projets" />
      <ul className={styles.legend}>
        {legend.map((id) => (
          <li key={id}>
            <span className={styles.sample} data-kind={id} aria-hidden="true" />
            {words.legend[id]}
          </li>
        ))}
      </ul>
      {shown.length === 0 ? (
        <p className={styles.none}>{words.noneLate}</p>
      ) : (
        <Timeline
          title={words.title}
          groups={byTheme(shown, (project) => projectRow(project, today))}
          step={step}
          today={today}
        />
      )}
      <DatesTable
        caption={words.caption}
        columns={Object.values(words.columns)}
        rows={shown.map((project) => ({ id: project.id, cells: cellsOf(project, today) }))}
      />
    </section>
  );
}

function cellsOf(project: Project, today: string) {
  return [
    <ScreenLink key="title" change={{ screen: 'project', item: project.id }}>
      {project.titre}
    </ScreenLink>,
    themes.find(({ id }) => id === project.theme)?.label ?? project.theme,
    boundOf(project.dateDebut, project.dateDebutPrevue),
    boundOf(project.dateFin, project.dateFinPrevue),
    projectPhaseLabels[project.phase],
    project.sourceDate === null ? words.unknown : formatPartialDate(project.sourceDate),
    isProjectPastDue(project, today) ? words.pastDue : '',
  ];
}

function boundOf(known: string | null, foreseen: string | null): string {
  if (known !== null) return formatPartialDate(known);
  return foreseen === null ? words.unknown : words.foreseen(formatPartialDate(foreseen));
}
