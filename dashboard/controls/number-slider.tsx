/** A number on a slider: told as it moves, chosen when it is let go. */
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import styles from './number-slider.module.css';

interface NumberSliderProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly format: (value: number) => string;
  readonly onMove: (value: number) => void;
  readonly onChoose: (value: number) => void;
}

export function NumberSlider({ label, value, least, most, step, format, onMove, onChoose }: NumberSliderProps) {
  return (
    <Slider
      className={styles.slider ?? ''}
      minValue={least}
      maxValue={most}
      step={step}
      value={value}
      onChange={(next) => onMove(Number(next))}
      onChangeEnd={(next) => onChoose(Number(next))}
    >
      <div className={styles.top}>
        <Label className={styles.label ?? ''}>{label}</Label>
        <SliderOutput className={styles.output ?? ''}>{format(value)}</SliderOutput>
      </div>
      <SliderTrack className={styles.track ?? ''}>
        <span className={styles.filled} style={{ width: `${(100 * (value - least)) / (most - least)}%` }} />
        <SliderThumb className={styles.thumb ?? ''} />
      </SliderTrack>
    </Slider>
  );
}
