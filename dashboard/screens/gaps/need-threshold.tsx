/** How much worse than the reference makes a need; the classes follow. A step of history when the hand lets go. */
import { useState } from 'react';
import { NumberSlider } from '../../controls/number-slider.tsx';
import { useView } from '../../state/use-view.ts';
import { percentOf, gaps as words } from '../../text/gaps.ts';
import styles from './need-threshold.module.css';

export function NeedThreshold() {
  const { view, choose } = useView();
  const [held, setHeld] = useState<number | null>(null);
  return (
    <div className={styles.threshold}>
      <NumberSlider
        label={words.threshold}
        value={held ?? Math.round(view.gaps.needRatio * 100)}
        least={0}
        most={100}
        step={5}
        format={(percent) => percentOf(percent / 100)}
        onMove={setHeld}
        onChoose={(percent) => {
          setHeld(null);
          choose({ gaps: { ...view.gaps, needRatio: percent / 100 } });
        }}
      />
    </div>
  );
}
