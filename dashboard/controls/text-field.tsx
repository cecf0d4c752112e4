/** A labelled field for text, of one line or of several, with a word of help under it. */
import { TextField as AriaTextField, Input, Label, Text, TextArea } from 'react-aria-components';
import styles from './text-field.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  readonly maxLength: number;
  /** Lines that are shown; one by default. */
  readonly lines?: number;
  /** Whether the label is only heard, where a heading of column says it already. */
  readonly isBare?: boolean;
  readonly autoComplete?: 'off';
}

export function TextField({
  label,
  value,
  onChange,
  help,
  maxLength,
  lines = 1,
  isBare = false,
  autoComplete = 'off',
}: TextFieldProps) {
  return (
    <AriaTextField
      className={styles.field ?? ''}
      value={value}
      onChange={onChange}
      maxLength={maxLength}
      autoComplete={autoComplete}
      {...(isBare ? { 'aria-label': label } : {})}
    >
      {!isBare && <Label className={styles.label ?? ''}>{label}</Label>}
      {lines === 1 ? (
        <Input className={styles.input ?? ''} />
      ) : (
        <TextArea className={styles.input ?? ''} rows={lines} />
      )}
      {help !== undefined && (
        <Text slot="description" className={styles.help ?? ''}>
          {help}
        </Text>
      )}
    </AriaTextField>
  );
}
