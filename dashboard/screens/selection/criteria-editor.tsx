/** The criteria of a pre-selection and their weights, with the share of the total that each weight makes. */
import { Button as AriaButton, Group, Input, NumberField } from 'react-aria-components';
import { Button } from '../../controls/button.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { mostCriteria, mostWeight, composition as words } from '../../text/selection.ts';
import styles from './criteria-editor.module.css';

export interface Draft {
  /** Tells rows apart while their labels are typed. */
  readonly key: number;
  readonly libelle: string;
  readonly poids: number;
}

export function toDrafts(criteria: readonly { readonly libelle: string; readonly poids: number }[]): readonly Draft[] {
  return criteria.map((criterion, key) => ({ key, ...criterion }));
}

interface CriteriaEditorProps {
  readonly criteria: readonly Draft[];
  readonly onChange: (criteria: readonly Draft[]) => void;
}

export function CriteriaEditor({ criteria, onChange }: CriteriaEditorProps) {
  const whole = criteria.reduce((sum, { poids }) => sum + poids, 0);
  const change = (key: number, part: Partial<Draft>) =>
    onChange(criteria.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <div className={styles.editor}>
      <div className={styles.heads} aria-hidden="true">
        <span />
        <span>{words.weightHead}</span>
        <span>{words.shareHead}</span>
      </div>
      <ul className={styles.list}>
        {criteria.map(({ key, libelle, poids }, i) => (
          <li key={key} className={styles.row}>
            <TextField
              label={words.criterion(i + 1)}
              isBare
              value={libelle}
              onChange={(text) => change(key, { libelle: text })}
              maxLength={80}
            />
            <NumberField
              aria-label={words.weight(libelle)}
              className={styles.weight ?? ''}
              minValue={0}
              maxValue={mostWeight}
              step={1}
              value={poids}
              onChange={(value) => change(key, { poids: Number.isNaN(value) ? 0 : value })}
            >
              <Group className={styles.group ?? ''}>
                <AriaButton slot="decrement" className={styles.step ?? ''} aria-label={words.lessWeight(libelle)}>
                  −
                </AriaButton>
                <Input className={styles.number ?? ''} />
                <AriaButton slot="increment" className={styles.step ?? ''} aria-label={words.moreWeight(libelle)}>
                  +
                </AriaButton>
              </Group>
            </NumberField>
            <span className={styles.share}>
              <span className={styles.track} aria-hidden="true">
                <span style={{ width: `${whole === 0 ? 0 : (100 * poids) / whole}%` }} />
              </span>
              {words.share(whole === 0 ? 0 : poids / whole)}
            </span>
            <Button
              isQuiet
              aria-label={words.removeNamed(libelle)}
              onPress={() => onChange(criteria.filter((one) => one.key !== key))}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {criteria.length < mostCriteria && (
        <Button
          onPress={() =>
            onChange([...criteria, { key: 1 + Math.max(-1, ...criteria.map(({ key }) => key)), libelle: '', poids: 1 }])
          }
        >
          {words.addCriterion}
        </Button>
      )}
      <p className={styles.note}>{words.criteriaNote}</p>
    </div>
  );
}
