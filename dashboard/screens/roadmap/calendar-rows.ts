/** Lines of the roadmap and referenced projects → what the timeline draws, and what is said of each; pure. */
import type { Project, Roadmap } from '../../../api/contract-projects.ts';
import { isPastDue, spanOf } from '../../../data/analysis/project-calendar.ts';
import { lastEvidence } from '../../../data/analysis/project-facts.ts';
import { themes } from '../../../data/catalogue/themes.ts';
import type { TimelineGroup, TimelineRow, Tone } from '../../charts/timeline.tsx';
import { formatSpan, projectCalendar, shortDate, roadmap as words } from '../../text/roadmap.ts';

export type Line = Roadmap['lignes'][number];

const isOver = ({ phase }: Pick<Project, 'phase'>) => phase === 'termine' || phase === 'abandonne';

export function isProjectPastDue(project: Project, today: string): boolean {
  return isPastDue(spanOf(project), isOver(project), today);
}

export function isLinePastDue(line: Line, today: string): boolean {
  return isPastDue(spanOf({ ...line, dateDebut: null }), line.dateFin !== null, today);
}

/** By their start, then by name; those without a date are left out. */
export function datedProjects(projects: readonly Project[]): Project[] {
  const dated = projects.flatMap((project) => {
    const span = spanOf(project);
    return span ? [{ project, from: span.from }] : [];
  });
  return dated
    .sort((a, b) => a.from.localeCompare(b.from) || a.project.titre.localeCompare(b.project.titre, 'fr'))
    .map(({ project }) => project);
}

export function projectRow(project: Project, today: string): TimelineRow {
  const start = project.dateDebut ?? project.dateDebutPrevue;
  const end = project.dateFin ?? project.dateFinPrevue;
  const dates = { start, end, seen: lastEvidence(project), isOver: isOver(project) };
  const isLate = isProjectPastDue(project, today);
  return {
    id: project.id,
    change: { screen: 'project', item: project.id },
    label: project.titre,
    when: formatSpan(dates, today),
    notes: isLate ? [{ text: projectCalendar.pastDue, isAlert: true }] : [],
    dates,
    overrunsTo: null,
    tone: isLate ? 'alert' : toneOf(project),
    marks: [],
  };
}

function toneOf(project: Project): Tone {
  if (isOver(project)) return 'muted';
  return project.phase === 'operation' ? 'strong' : 'light';
}

export function lineRow(line: Line, today: string): TimelineRow {
  const start = line.dateDebutPrevue;
  const end = line.dateFin ?? line.dateFinPrevue;
  const dates = { start, end, seen: null, isOver: line.dateFin !== null };
  const isLate = isLinePastDue(line, today);
  return {
    id: line.fiche,
    change: { screen: 'sheet', item: line.fiche },
    label: line.titre,
    when: start === null && end === null ? words.undated : formatSpan(dates, today),
    notes: [
      ...(line.pilote ? [{ text: words.pilot(line.pilote) }] : []),
      ...(line.dateFin === null ? [] : [{ text: words.ended(line.dateFin, line.dateFinPrevue) }]),
      ...(isLate ? [{ text: words.late(end ?? ''), isAlert: true }] : []),
      ...line.jalons.map(({ le, libelle }) => ({ text: `${shortDate(le)}\u00a0: ${libelle}`, isMark: true })),
    ],
    dates,
    overrunsTo: isLate ? today : null,
    tone: isLate ? 'alert' : line.dateFin === null ? 'strong' : 'muted',
    marks: line.jalons.map(({ le }) => le),
  };
}

/** In the order of the themes; those without a row are left out. */
export function byTheme<T extends { readonly theme: string }>(
  items: readonly T[],
  toRow: (item: T) => TimelineRow,
): TimelineGroup[] {
  return themes
    .map(({ id, label }) => ({ id, label, rows: items.filter(({ theme }) => theme === id).map(toRow) }))
    .filter(({ rows }) => rows.length > 0);
}
