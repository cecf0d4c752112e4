/** A score from 0 to 5, or no opinion; a digit typed in the group is its score. */
import type { KeyboardEvent } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { bestScore, scoring as words } from '../../text/selection.ts';
import styles from './scoring-form.module.css';

const noOpinion = 'sans-avis';
const marks = Array.from({ length: bestScore + 1 }, (_, score) => String(score));

interface ScoreChoiceProps {
  readonly label: string;
  readonly score: number | null;
  readonly onChange: (score: number | null) => void;
}

export function ScoreChoice({ label, score, onChange }: ScoreChoiceProps) {
  function takeDigit({ key, currentTarget }: KeyboardEvent<HTMLDivElement>) {
    if (!marks.includes(key)) return;
    onChange(Number(key));
    currentTarget.querySelector<HTMLInputElement>(`input[value="${key}"]`)?.focus();
  }
  return (
    <RadioGroup
      className={styles.choice ?? ''}
      value={score === null ? noOpinion : String(score)}
      onChange={(value) => onChange(value === noOpinion ? null : Number(value))}
      orientation="horizontal"
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the radios inside take the focus; keys rise from them */}
      <div className={styles.marks} onKeyDown={takeDigit}>
        <Radio value={noOpinion} className={styles.none ?? ''}>
          {words.noOpinion}
        </Radio>
        {marks.map((mark) => (
          <Radio key={mark} value={mark} className={styles.mark ?? ''}>
            {mark}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
