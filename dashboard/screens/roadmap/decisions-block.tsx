/** The roadmap itself: sheets of the catalogue that were retained, then those that were not; or why there is none. */
import type { Roadmap } from '../../../api/contract-projects.ts';
import { themes } from '../../../data/catalogue/themes.ts';
import { Timeline } from '../../charts/timeline.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { useCatalogue } from '../../state/project-queries.ts';
import { useView } from '../../state/use-view.ts';
import { formatPartialDate } from '../../text/numbers.ts';
import { projectCalendar, roadmap as words } from '../../text/roadmap.ts';
import { CalendarControls } from './calendar-controls.tsx';
import { byTheme, isLinePastDue, type Line, lineRow } from './calendar-rows.ts';
import { DatesTable } from './dates-table.tsx';
import styles from './roadmap-screen.module.css';

export function DecisionsBlock({ roadmap, today }: { roadmap: Roadmap; today: string }) {
  const { view } = useView();
  const { lignes, autres } = roadmap;
  const { isOnlyPastDue, step } = view.projects;
  const shown = isOnlyPastDue ? lignes.filter((line) => isLinePastDue(line, today)) : lignes;
  return (
    <section className={styles.block} aria-labelledby="roadmap-decisions">
      <h2 id="roadmap-decisions" className={styles.heading}>
        {words.title}
      </h2>
      {lignes.length + autres.length === 0 && <NoDecision />}
      {lignes.length > 0 && (
        <>
          <CalendarControls contents="decisions" />
          {shown.length === 0 ? (
            <p className={styles.none}>{words.noneLate}</p>
          ) : (
            <Timeline
              title={words.title}
              groups={byTheme(shown, (line) => lineRow(line, today))}
              step={step}
              today={today}
            />
          )}
          <DatesTable
            caption={words.caption}
            columns={Object.values(words.columns)}
            rows={shown.map((line) => ({ id: line.fiche, cells: cellsOf(line) }))}
          />
        </>
      )}
      {autres.length > 0 && (
        <>
          <h3 className={styles.subheading}>{words.otherTitle}</h3>
          <ul className={styles.others}>
            {autres.map((line) => (
              <li key={line.fiche}>
                <ScreenLink change={{ screen: 'sheet', item: line.fiche }}>{line.titre}</ScreenLink>
                <span className={styles.verdict}>{words.other(line)}</span>
                <span>{line.motif}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function cellsOf(line: Line) {
  const { dateDebutPrevue, dateFinPrevue, dateFin } = line;
  const [start, plannedEnd, end] = [dateDebutPrevue, dateFinPrevue, dateFin].map((date) =>
    date === null ? projectCalendar.unknown : formatPartialDate(date),
  );
  return [
    <ScreenLink key="title" change={{ screen: 'sheet', item: line.fiche }}>
      {line.titre}
    </ScreenLink>,
    themes.find(({ id }) => id === line.theme)?.label ?? line.theme,
    line.pilote ?? projectCalendar.unknown,
    start,
    plannedEnd,
    end,
    line.jalons.map(({ le, libelle }) => `${formatPartialDate(le)}\u00a0: ${libelle}`).join(' ; '),
    words.other(line),
  ];
}

function NoDecision() {
  const { data } = useCatalogue();
  const { empty } = words;
  const isAllExamples =
    data !== undefined && data.fiches.length > 0 && data.fiches.every(({ statut }) => statut === 'exemple');
  return (
    <div className={styles.empty}>
      <p>
        {empty.why} {isAllExamples && empty.examples(data.fiches.length)}
      </p>
      <div>
        <h3 className={styles.how}>{empty.how}</h3>
        <ol className={styles.ways}>
          <li>
            <ScreenLink change={{ screen: 'catalogue' }}>{empty.publish[0]}</ScreenLink>
            {empty.publish[1]}
          </li>
          <li>
            <a href="/schemas/decisions.xlsx">{empty.fill[0]}</a>
            {empty.fill[1]}
          </li>
          <li>
            {empty.load[0]}
            <code>{empty.file}</code>
            {empty.load[1]}
            <code>{empty.command}</code>.
          </li>
        </ol>
      </div>
    </div>
  );
}
