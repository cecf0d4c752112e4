/** The sentence that says what the view says, and its key figure. */
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { Failure } from '../../controls/failure.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { useValues, viewRequest } from '../../state/queries.ts';
import { useFacts } from '../../state/use-facts.ts';
import { usePageDescription } from '../../state/use-page-description.ts';
import { useView } from '../../state/use-view.ts';
import { cutAround } from '../../text/cut-around.ts';
import { asOf, definition, failed, waiting } from '../../text/reading.ts';
import { summarise } from '../../text/sentences.ts';
import styles from './headline.module.css';

export function Headline() {
  const { view } = useView();
  const facts = useFacts();
  const { error } = useValues(viewRequest(view));
  usePageDescription(() => facts && summarise(facts).sentences.join(' '));
  if (error)
    return (
      <div className={styles.headline}>
        <h1 className={styles.first}>{requireIndicator(view.indicator).label}</h1>
        <Failure message={failed(error.message)} />
      </div>
    );
  if (!facts)
    return (
      <div className={styles.waiting} aria-busy="true">
        <span className={styles.late}>{waiting}</span>
      </div>
    );
  const { figure, sentences } = summarise(facts);
  const [first, ...others] = sentences;
  const isCalendar = facts.indicator.measure.kind === 'date' || facts.indicator.measure.kind === 'gap-before';
  const [before, after] = (figure && first && cutAround(first, figure.value, facts.epci?.nom)) || [null, null];
  return (
    <div className={styles.headline}>
      {before === null || after === null ? (
        <>
          <h1 className={styles.first}>{first}</h1>
          {figure && (
            <p className={styles.figure}>
              <strong className={styles.value}>{figure.value}</strong> {figure.unit}
            </p>
          )}
        </>
      ) : (
        <h1 className={styles.first}>
          {before} <span className={styles.value}>{figure?.value}</span> {after}
        </h1>
      )}
      {others.length > 0 && <p className={styles.others}>{others.join(' ')}</p>}
      <p className={styles.date}>
        {asOf(facts.period, isCalendar, facts.since)} ·{' '}
        <ScreenLink change={{ screen: 'method' }} anchor={facts.indicator.id}>
          {definition}
        </ScreenLink>
      </p>
    </div>
  );
}
