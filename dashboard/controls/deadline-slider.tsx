/** Chooses a date of the copper calendar; what is counted is everything foreseen up to it. */
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useView } from '../state/use-view.ts';
import { controls } from '../text/map.ts';
import { formatDate } from '../text/numbers.ts';
import styles from './deadline-slider.module.css';

export function DeadlineSlider({ dates, current }: { dates: readonly string[]; current: string | null }) {
  const { choose } = useView();
  // A date between two of the calendar, or after the last, counts what the date before it counts.
  const rank = Math.max(0, dates.filter((date) => current !== null && date <= current).length - 1);
  const text = formatDate(dates[rank] ?? '');
  return (
    <Slider
      className={styles.slider ?? ''}
      minValue={0}
      maxValue={dates.length - 1}
      step={1}
      value={rank}
      onChange={(value) => {
        const date = dates[Number(value)];
        if (date && date !== current) choose({ deadline: date });
      }}
    >
      <div className={styles.top}>
        <Label className={styles.label ?? ''}>{controls.deadline}</Label>
        <SliderOutput className={styles.output ?? ''}>{text}</SliderOutput>
      </div>
      <SliderTrack className={styles.track ?? ''}>
        {dates.map((date, each) => (
          <span
            key={date}
            className={styles.step}
            style={{ left: `${dates.length > 1 ? (100 * each) / (dates.length - 1) : 0}%` }}
          />
        ))}
        <SliderThumb className={styles.thumb ?? ''} />
      </SliderTrack>
      <p className={styles.label}>{controls.deadlineHelp}</p>
    </Slider>
  );
}
