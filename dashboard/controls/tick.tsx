/** A box to tick, with its words. */
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './tick.module.css';

interface TickProps {
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
  /** What is heard, where the words alone do not say which one it is. */
  readonly label?: string;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

export function Tick({ isTicked, onTick, label, isDisabled = false, children }: TickProps) {
  return (
    <Checkbox
      className={styles.tick ?? ''}
      isSelected={isTicked}
      onChange={onTick}
      isDisabled={isDisabled}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className={styles.box} aria-hidden="true" />
      <span>{children}</span>
    </Checkbox>
  );
}
