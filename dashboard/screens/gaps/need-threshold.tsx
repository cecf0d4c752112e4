/** How much worse than the reference makes a need; the classes follow. A step of history when the hand lets go. */
import { useState } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useView } from '../../state/use-view.ts';
import { percentOf, gaps as words } from '../../text/gaps.ts';
import styles from './need-threshold.module.css';

export function NeedThreshold() {
  const { view, choose } = useView();
  const { needRatio } = view.gaps;
  const [held, setHeld] = useState<number | null>(null);
  const percent = held ?? Math.round(needRatio * 100);
  return (
    <Slider
      className={styles.slider ?? ''}
      minValue={0}
      maxValue={100}
      step={5}
      value={percent}
      onChange={(value) => setHeld(Number(value))}
      onChangeEnd={(value) => {
        setHeld(null);
        choose({ gaps: { ...view.gaps, needRatio: Number(value) / 100 } });
      }}
    >
      <Label className={styles.label ?? ''}>{words.threshold}</Label>
      <SliderOutput className={styles.output ?? ''}>{percentOf(percent / 100)}</SliderOutput>
      <SliderTrack className={styles.track ?? ''}>
        <SliderThumb className={styles.thumb ?? ''} />
      </SliderTrack>
    </Slider>
  );
}
