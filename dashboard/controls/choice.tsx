/** A labelled list of which one item is chosen. */
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import styles from './choice.module.css';

export interface ChoiceItem {
  readonly id: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly items: readonly ChoiceItem[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly isCompact?: boolean;
}

export function Choice({ label, items, chosen, onChoose, isCompact = false }: ChoiceProps) {
  return (
    <Select
      className={styles.choice ?? ''}
      data-compact={isCompact || undefined}
      value={chosen}
      onChange={(key) => {
        if (typeof key === 'string') onChoose(key);
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''} />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={items}>
          {(item) => (
            <ListBoxItem className={styles.item ?? ''} id={item.id} textValue={item.label}>
              {item.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
