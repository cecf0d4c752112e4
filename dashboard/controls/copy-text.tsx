/** Copies a text, and says that it did; where there is no clipboard, the text beside it can be selected. */
import { useState } from 'react';
import { copying } from '../text/data-tables.ts';
import { Button } from './button.tsx';

interface CopyTextProps {
  readonly text: string;
  readonly label: string;
}

const saidMs = 2500;

export function CopyText({ text, label }: CopyTextProps) {
  const [word, setWord] = useState<string | null>(null);
  async function copy() {
    const said = await navigator.clipboard.writeText(text).then(
      () => copying.done,
      () => copying.failed,
    );
    setWord(said);
    setTimeout(() => setWord(null), saidMs);
  }
  return (
    <Button isQuiet onPress={copy}>
      <span aria-live="polite">{word ?? label}</span>
    </Button>
  );
}
