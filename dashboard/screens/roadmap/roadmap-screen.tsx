/** Two calendars that are never mixed: what was decided, and the facts that were referenced. */
import { spanOf } from '../../../data/analysis/project-calendar.ts';
import { Failure } from '../../controls/failure.tsx';
import { Part } from '../../controls/part.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { useRoadmap } from '../../state/project-queries.ts';
import { useProjects } from '../../state/queries.ts';
import { calendar, projectCalendar, roadmap as words } from '../../text/roadmap.ts';
import { sections } from '../../text/sections.ts';
import { isLinePastDue, isProjectPastDue } from './calendar-rows.ts';
import { DecisionsBlock } from './decisions-block.tsx';
import { ProjectsBlock } from './projects-block.tsx';

export function RoadmapScreen() {
  const roadmap = useRoadmap();
  const projects = useProjects();
  const today = new Date().toISOString().slice(0, 10);
  const title = sections.titles.roadmap;
  const error = roadmap.error ?? projects.error;
  if (error)
    return (
      <SectionPage title={title} isWide>
        <Failure message={calendar.failed(error.message)} />
      </SectionPage>
    );
  if (!roadmap.data || !projects.data)
    return (
      <SectionPage title={title} isWide>
        <p aria-busy="true">{calendar.waiting}</p>
      </SectionPage>
    );
  const all = projects.data.projets;
  const decided = words.summary(roadmap.data, roadmap.data.lignes.filter((line) => isLinePastDue(line, today)).length);
  const known = projectCalendar.summary({
    all: all.length,
    dated: all.filter((project) => spanOf(project) !== null).length,
    late: all.filter((project) => isProjectPastDue(project, today)).length,
  });
  return (
    <SectionPage title={title} lead={`${decided} ${known}`} isWide isShared>
      <Part id="decisions">
        <DecisionsBlock roadmap={roadmap.data} today={today} />
      </Part>
      <Part id="projets">
        <ProjectsBlock projects={all} today={today} />
      </Part>
    </SectionPage>
  );
}
