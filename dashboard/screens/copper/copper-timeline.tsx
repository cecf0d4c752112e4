/** What closures add up to over the calendar, with its slider, and beside it what has no date. */
import { StepTimeline } from '../../charts/step-timeline.tsx';
import { ChartImage } from '../../controls/chart-image.tsx';
import { DeadlineSlider } from '../../controls/deadline-slider.tsx';
import { fileNameOf } from '../../state/file-name.ts';
import { useView } from '../../state/use-view.ts';
import { findingOfTimeline, copper as words } from '../../text/copper.ts';
import { formatCount, formatDate } from '../../text/numbers.ts';
import styles from './copper-screen.module.css';
import type { Copper } from './use-copper.ts';

export function CopperTimeline({ found, on }: { found: Copper; on: string }) {
  const { view } = useView();
  const { steps, reading, calendar, premises } = found;
  const [first, last] = [steps[0], steps.at(-1)];
  const undated = reading?.undated;
  if (!first || !last) return null;
  const title = findingOfTimeline(first, last);
  const told = {
    axis: words.timelineAxis,
    chosen: on,
    steps: steps.map((step) => ({
      on: step.on,
      amount: step.cumulativeLacking,
      figure: formatCount(step.cumulativeLacking),
      note: words.communes(step.cumulativeCommunes),
      date: words.dateOnTwoLines(step.on),
    })),
    apart:
      undated && undated.communes > 0
        ? {
            amount: undated.lacking,
            figure: formatCount(undated.lacking),
            note: words.communes(undated.communes),
            date: words.undated,
          }
        : null,
  };
  return (
    <section aria-labelledby="timeline-title" className={styles.section}>
      <h2 id="timeline-title" className={styles.heading}>
        {title}
      </h2>
      <StepTimeline {...told} />
      <div className={styles.slider}>
        <DeadlineSlider dates={steps.map((step) => step.on)} current={on} />
      </div>
      <details className={styles.details}>
        <summary>{words.table}</summary>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.date}</th>
                <th scope="col">{words.columns.communes}</th>
                <th scope="col">{words.columns.lacking}</th>
                <th scope="col">{words.columns.cumulativeCommunes}</th>
                <th scope="col">{words.columns.cumulativeLacking}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <tr key={step.on}>
                  <th scope="row">{formatDate(step.on)}</th>
                  <td>{formatCount(step.communes)}</td>
                  <td>{formatCount(step.lacking)}</td>
                  <td>{formatCount(step.cumulativeCommunes)}</td>
                  <td>{formatCount(step.cumulativeLacking)}</td>
                </tr>
              ))}
              {undated && (
                <tr>
                  <th scope="row">{words.undatedRow}</th>
                  <td>{formatCount(undated.communes)}</td>
                  <td>{formatCount(undated.lacking)}</td>
                  <td>–</td>
                  <td>–</td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      </details>
      <ChartImage
        fileName={fileNameOf(['fermeture-cuivre', 'calendrier', view.epci ?? view.departement, calendar.periode])}
        title={title}
        about={[words.calendar(calendar.periode, premises.periode)]}
        sources={[...calendar.sources, ...premises.sources]}
        load={async () => {
          const { drawSteps } = await import('../../pictures/steps-picture.ts');
          return (width) => drawSteps(told, width);
        }}
      />
    </section>
  );
}
