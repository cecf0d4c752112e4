/** The sentence that says what the view says, and its key figure. */
import { useValues, viewRequest } from '../../state/queries.ts';
import { useFacts } from '../../state/use-facts.ts';
import { useView } from '../../state/use-view.ts';
import { asOf, failed, waiting } from '../../text/reading.ts';
import { summarise } from '../../text/sentences.ts';
import styles from './headline.module.css';

export function Headline() {
  const { view } = useView();
  const facts = useFacts();
  const { error } = useValues(viewRequest(view));
  if (error) return <p className={styles.failed}>{failed(error.message)}</p>;
  if (!facts)
    return (
      <div className={styles.waiting} aria-busy="true">
        <span className={styles.late}>{waiting}</span>
      </div>
    );
  const { figure, sentences } = summarise(facts);
  const [first, ...others] = sentences;
  const isCalendar = facts.indicator.measure.kind === 'date' || facts.indicator.measure.kind === 'gap-before';
  return (
    <section className={styles.headline} aria-label={facts.indicator.label}>
      {figure && (
        <p className={styles.figure}>
          <strong className={styles.value}>{figure.value}</strong>{' '}
          <span className={styles.unit}>
            {figure.unit}
            <span className={styles.date}>{asOf(facts.period, isCalendar)}</span>
          </span>
        </p>
      )}
      <h1 className={styles.first}>{first}</h1>
      {others.length > 0 && <p className={styles.others}>{others.join(' ')}</p>}
    </section>
  );
}
