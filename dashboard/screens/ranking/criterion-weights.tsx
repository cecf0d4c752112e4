/** A weight by criterion, 0 to 10; a step of history when the hand lets go. */
import { useState } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { Button } from '../../controls/button.tsx';
import { changeWeight, isProposal, mostWeight } from '../../state/ranking-criteria.ts';
import type { Ranking } from '../../state/use-ranking.ts';
import { useView } from '../../state/use-view.ts';
import { ranking as words } from '../../text/ranking.ts';
import { criterionColor } from './criterion-colors.ts';
import styles from './criterion-weights.module.css';

export function CriterionWeights({ criteria }: { criteria: Ranking['criteria'] }) {
  const { view, choose } = useView();
  const { gaps } = view;
  return (
    <div className={styles.weights}>
      <p className={styles.help}>
        {words.criteriaHelp} {isProposal(gaps.weights) && words.proposed}
      </p>
      {criteria.map(({ id, weight, isHighFirst }, i) => (
        <Weight
          key={id}
          label={requireIndicator(id).label}
          side={isHighFirst ? words.sides.high : words.sides.low}
          color={criterionColor(i)}
          weight={weight}
          onChoose={(next) => choose({ gaps: { ...gaps, weights: changeWeight(gaps.weights, criteria, id, next) } })}
        />
      ))}
      {!isProposal(gaps.weights) && (
        <div>
          <Button isQuiet onPress={() => choose({ gaps: { ...gaps, weights: {} } })}>
            {words.back}
          </Button>
        </div>
      )}
    </div>
  );
}

interface WeightProps {
  readonly label: string;
  readonly side: string;
  readonly color: string;
  readonly weight: number;
  readonly onChoose: (weight: number) => void;
}

function Weight({ label, side, color, weight, onChoose }: WeightProps) {
  const [held, setHeld] = useState<number | null>(null);
  const value = held ?? weight;
  return (
    <Slider
      className={styles.slider ?? ''}
      minValue={0}
      maxValue={mostWeight}
      step={1}
      value={value}
      onChange={(next) => setHeld(Number(next))}
      onChangeEnd={(next) => {
        setHeld(null);
        onChoose(Number(next));
      }}
    >
      <Label className={styles.label ?? ''}>
        <span className={styles.swatch} style={{ background: color }} aria-hidden="true" />
        {label}
      </Label>
      <SliderOutput className={styles.output ?? ''}>{value}</SliderOutput>
      <span className={styles.side}>{side}</span>
      <SliderTrack className={styles.track ?? ''}>
        <SliderThumb className={styles.thumb ?? ''} />
      </SliderTrack>
    </Slider>
  );
}
