/** The roadmap, or the referenced projects, as a calendar that other programs subscribe to, and as a workbook. */
import { ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import { firstDay, lastDay, spanOf } from '../../data/analysis/project-calendar.ts';
import { decisionLabels, projectPhaseLabels } from '../../data/catalogue/project-words.ts';
import { themes } from '../../data/catalogue/themes.ts';
import type { Project, Roadmap } from '../contract-projects.ts';
import type { WorkbookSheet } from './workbook.ts';

const themeLabel = (id: string) => themes.find((theme) => theme.id === id)?.label ?? id;

/** An all-day event; `to` is its last day. */
interface DayEvent {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  readonly description: string;
  readonly path: string;
}

/** One event an action of the roadmap, and one a milestone. */
export function roadmapEvents({ lignes }: Roadmap): DayEvent[] {
  return lignes.flatMap((line) => {
    const span = spanOf({ ...line, dateDebut: null });
    const path = `/catalogue/${line.fiche}`;
    const action = span
      ? [
          {
            id: line.fiche,
            from: span.from,
            to: span.to ?? span.from,
            summary: line.titre,
            description: `${themeLabel(line.theme)}. Pilote : ${line.pilote ?? 'non précisé'}. Décision : ${line.instance}, ${line.date}.`,
            path,
          },
        ]
      : [];
    const milestones = line.jalons.map(({ le, libelle }, i) => ({
      id: `${line.fiche}-jalon-${i + 1}`,
      from: firstDay(le),
      to: lastDay(le),
      summary: `${libelle} (${line.titre})`,
      description: `Jalon de la feuille de route. ${themeLabel(line.theme)}.`,
      path,
    }));
    return [...action, ...milestones];
  });
}

/** One event a referenced project of which a date is known. */
export function projectEvents(projects: readonly Project[]): DayEvent[] {
  return projects.flatMap((project) => {
    const span = spanOf(project);
    if (!span) return [];
    return [
      {
        id: project.id,
        from: span.from,
        to: span.to ?? span.from,
        summary: project.titre,
        description: `${themeLabel(project.theme)}. ${project.porteur}. ${projectPhaseLabels[project.phase]} à la date de la source.`,
        path: `/projets/${project.id}`,
      },
    ];
  });
}

/** @param origin where the pages are, `https://observatoire.example` @param stampedAt instant of the data: the same data give the same bytes */
export function calendarResponse(
  name: string,
  events: readonly DayEvent[],
  { origin, stampedAt, fileName }: { origin: string; stampedAt: Date; fileName: string },
): Response {
  const calendar = new ICalCalendar({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'observatoire', product: 'presence-numerique', language: 'FR' },
  });
  for (const event of events)
    calendar.createEvent({
      id: `${event.id}@presence-numerique`,
      start: event.from,
      // In iCalendar the end of an all-day event is the day after its last one.
      end: dayAfter(event.to),
      allDay: true,
      stamp: stampedAt,
      summary: event.summary,
      description: event.description,
      url: origin + event.path,
    });
  return new Response(calendar.toString(), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}.ics"`,
    },
  });
}

export function roadmapSheets({ lignes, autres }: Roadmap): WorkbookSheet[] {
  const columns = [
    'fiche',
    'titre',
    'theme',
    'decision',
    'instance',
    'date_decision',
    'motif',
    'pilote',
    'debut_prevu',
    'fin_prevue',
    'fin',
    'jalons',
  ];
  const rows = [...lignes, ...autres].map((line) => [
    line.fiche,
    line.titre,
    themeLabel(line.theme),
    decisionLabels[line.decision],
    line.instance,
    line.date,
    line.motif,
    line.pilote,
    line.dateDebutPrevue,
    line.dateFinPrevue,
    line.dateFin,
    line.jalons.map(({ le, libelle }) => `${le} : ${libelle}`).join('\n') || null,
  ]);
  return [{ name: 'Feuille de route', columns, rows, widths: [10, 40, 26, 12, 26, 14, 40, 24, 14] }];
}

export function projectSheets(projects: readonly Project[]): WorkbookSheet[] {
  const columns = ['id', 'titre', 'theme', 'porteur', 'phase', 'debut', 'debut_prevu', 'fin', 'fin_prevue', 'source'];
  const rows = projects.map((project) => [
    project.id,
    project.titre,
    themeLabel(project.theme),
    project.porteur,
    projectPhaseLabels[project.phase],
    project.dateDebut,
    project.dateDebutPrevue,
    project.dateFin,
    project.dateFinPrevue,
    project.sourceUrl,
  ]);
  return [{ name: 'Projets recensés', columns, rows, widths: [10, 50, 26, 30, 14, 14, 14, 14, 14, 40] }];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
