/** The sheet of one referenced project, as it would be printed: what it is, where, what is known of it, what is missing. */

import type { ProjectSheet } from '../../../api/contract-projects.ts';
import { themes } from '../../../data/catalogue/themes.ts';
import { Button } from '../../controls/button.tsx';
import { CopyLink } from '../../controls/copy-link.tsx';
import { Failure } from '../../controls/failure.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { toggleChosen } from '../../state/project-filters.ts';
import { useProjectSheet } from '../../state/project-queries.ts';
import { ApiError } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { projectSheet as words } from '../../text/project-sheet.ts';
import { sections } from '../../text/sections.ts';
import { ProjectCompleteness } from './project-completeness.tsx';
import { ProjectEvidence } from './project-evidence.tsx';
import { ProjectFacts } from './project-facts.tsx';
import { ProjectPlace } from './project-place.tsx';
import { ProjectRelations } from './project-relations.tsx';
import styles from './project-screen.module.css';

export function ProjectScreen() {
  const { view } = useView();
  const { data: sheet, error } = useProjectSheet(view.item);
  if (sheet) return <Sheet key={sheet.projet.id} sheet={sheet} />;
  const isUnknown = error instanceof ApiError && error.problem?.status === 404;
  if (isUnknown)
    return (
      <SectionPage title={words.unknown.title} lead={words.unknown.lead(view.item ?? '')}>
        <ScreenLink change={{ screen: 'projects' }}>{words.unknown.back}</ScreenLink>
      </SectionPage>
    );
  return (
    <SectionPage title={sections.titles.project}>
      {error ? <Failure message={words.failed(error.message)} /> : <Skeleton />}
    </SectionPage>
  );
}

function Sheet({ sheet }: { sheet: ProjectSheet }) {
  const { projet: project } = sheet;
  const theme = themes.find(({ id }) => id === project.theme);
  return (
    <SectionPage
      isOnePage
      title={project.titre}
      lead={project.resume}
      above={
        <p className={styles.kind}>
          <span aria-hidden="true" className={styles.dot} style={{ background: theme?.color }} />
          <strong>{theme?.label ?? project.theme}</strong>
          <span className={styles.muted}>{`${words.kind} ${project.id}`}</span>
        </p>
      }
    >
      <Actions id={project.id} />
      <div className={styles.sheet}>
        <div className={styles.columns}>
          <div className={styles.main}>
            <ProjectFacts sheet={sheet} />
            <ProjectCompleteness completeness={sheet.completude} />
          </div>
          <aside className={styles.aside} aria-label={words.evidence.title}>
            <ProjectPlace project={project} />
            <ProjectEvidence project={project} />
          </aside>
        </div>
        <ProjectRelations sheet={sheet} />
        <p className={styles.address}>{words.address(window.location.origin + window.location.pathname)}</p>
      </div>
    </SectionPage>
  );
}

function Actions({ id }: { id: string }) {
  const { view, choose } = useView();
  const { chosen } = view.projects;
  const isKept = chosen.includes(id);
  return (
    <fieldset className={styles.actions} aria-label={words.actions.label}>
      <Button onPress={() => choose({ projects: { ...view.projects, chosen: toggleChosen(chosen, id) } })}>
        {isKept ? words.actions.leave : words.actions.keep}
      </Button>
      {chosen.length > 0 && (
        <ScreenLink change={{ screen: 'summary' }} className={styles.action}>
          {words.actions.summary(chosen.length)}
        </ScreenLink>
      )}
      <Button isQuiet onPress={() => window.print()}>
        {words.actions.print}
      </Button>
      <CopyLink />
      <a className={styles.action} href={`/api/v1/projets/${id}`}>
        {words.actions.json}
      </a>
    </fieldset>
  );
}

/** The shape of the sheet while it arrives. */
function Skeleton() {
  return (
    <>
      <p className={styles.muted}>{words.waiting}</p>
      <div className={styles.columns} aria-hidden="true">
        <div className={styles.bone} />
        <div className={styles.bone} />
      </div>
    </>
  );
}
