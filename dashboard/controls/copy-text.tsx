/** Copies a text, and says that it did; where there is no clipboard, the text beside it can be selected. */
import { useCopy } from '../state/use-copy.ts';
import { copying } from '../text/data-tables.ts';
import { Button } from './button.tsx';

interface CopyTextProps {
  readonly text: string;
  readonly label: string;
}

export function CopyText({ text, label }: CopyTextProps) {
  const { isCopied, copy } = useCopy();
  return (
    <Button isQuiet onPress={() => copy(text)}>
      <span aria-live="polite">{isCopied === null ? label : isCopied ? copying.done : copying.failed}</span>
    </Button>
  );
}
