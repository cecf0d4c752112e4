/** A few choices side by side, of which one is made. */
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { ChoiceItem } from './choice.tsx';
import styles from './segments.module.css';

interface SegmentsProps {
  readonly label: string;
  readonly items: readonly ChoiceItem[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function Segments({ label, items, chosen, onChoose }: SegmentsProps) {
  return (
    <RadioGroup className={styles.group ?? ''} value={chosen} onChange={onChoose} orientation="horizontal">
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.items} data-many={items.length > 2 || undefined}>
        {items.map((item) => (
          <Radio key={item.id} value={item.id} className={styles.item ?? ''}>
            {item.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
