/** How a calendar is cut, and whether only what is past its announced end is kept. */
import { Checkbox } from '../../controls/checkbox.tsx';
import { Segments } from '../../controls/segments.tsx';
import { type CalendarStep, calendarSteps } from '../../state/project-filters.ts';
import { apiAddress, useScope } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { calendar as words } from '../../text/roadmap.ts';
import styles from './roadmap-screen.module.css';

const steps = [...calendarSteps].reverse().map((id) => ({ id, label: words.steps[id] }));

export function CalendarControls({ contents }: { contents: 'decisions' | 'projets' }) {
  const { view, choose } = useView();
  const scope = useScope();
  const { projects } = view;
  const addressOf = (format: 'ics' | 'xlsx') => apiAddress('feuille-de-route', { format, contenu: contents, ...scope });
  return (
    <div className={styles.controls}>
      <div className={styles.step}>
        <Segments
          label={words.step}
          items={steps}
          chosen={projects.step}
          onChoose={(step) => choose({ projects: { ...projects, step: step as CalendarStep } })}
        />
      </div>
      <Checkbox
        isSelected={projects.isOnlyPastDue}
        onChange={(isOnlyPastDue) => choose({ projects: { ...projects, isOnlyPastDue } })}
      >
        {words.onlyPastDue}
      </Checkbox>
      <p className={styles.downloads}>
        {words.download[contents]}
        <a href={addressOf('ics')}>{words.ics}</a>
        <a href={addressOf('xlsx')}>{words.xlsx}</a>
      </p>
    </div>
  );
}
