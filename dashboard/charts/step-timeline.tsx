/** Amounts that add up over dates, as steps on a true time axis, and apart, on the same scale, what has no date. */
import styles from './step-timeline.module.css';

export interface TimelineStep {
  /** ISO day. */
  readonly on: string;
  readonly amount: number;
  readonly figure: string;
  readonly note: string;
  readonly date: string;
}

interface StepTimelineProps {
  readonly steps: readonly TimelineStep[];
  /** The step up to which all counts. */
  readonly chosen: string;
  readonly apart: Omit<TimelineStep, 'on'> | null;
  readonly axis: string;
}

export function StepTimeline({ steps, chosen, apart, axis }: StepTimelineProps) {
  const times = steps.map(({ on }) => Date.parse(on));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  // Room after the last step, so that it has a width too.
  const range = Math.max(last - first, 1) * 1.16;
  const most = Math.max(1, apart?.amount ?? 0, ...steps.map(({ amount }) => amount));
  const height = (amount: number) => `${(amount / most) * 100}%`;
  return (
    <div className={styles.figure} aria-hidden="true">
      <p className={styles.axis}>{axis}</p>
      <div className={styles.plot}>
        <div className={styles.time}>
          {steps.map(({ on, amount, figure, note, date }, rank) => {
            const from = (((times[rank] ?? first) - first) / range) * 100;
            const to = rank + 1 < steps.length ? (((times[rank + 1] ?? last) - first) / range) * 100 : 100;
            return (
              <div
                key={on}
                className={styles.step}
                data-chosen={on === chosen || undefined}
                data-counted={on <= chosen || undefined}
                style={{ left: `${from}%`, width: `${to - from}%` }}
              >
                <span className={styles.block} style={{ height: height(amount) }}>
                  <span className={styles.label}>
                    <strong>{figure}</strong>
                    <span className={styles.note}>{note}</span>
                  </span>
                </span>
                <span className={styles.date}>{date}</span>
              </div>
            );
          })}
        </div>
        {apart && (
          <div className={styles.apart}>
            <span className={styles.hatched} style={{ height: height(apart.amount) }}>
              <span className={styles.label}>
                <strong>{apart.figure}</strong>
                <span className={styles.note}>{apart.note}</span>
              </span>
            </span>
            <span className={styles.date}>{apart.date}</span>
          </div>
        )}
      </div>
    </div>
  );
}
