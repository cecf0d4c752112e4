/** Copies the address of the view, which reopens exactly what is on screen. */
import { useState } from 'react';
import { controls } from '../text/map.ts';
import { Button } from './button.tsx';

export function CopyLink() {
  const [word, setWord] = useState<string>(controls.copyLink);
  async function copy() {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setWord(controls.copied);
    } catch {
      // Without a secure origin there is no clipboard, but the address bar says the same.
      setWord(controls.copyFailed);
    }
    setTimeout(() => setWord(controls.copyLink), 2500);
  }
  return (
    <Button isQuiet onPress={copy}>
      <span aria-live="polite">{word}</span>
    </Button>
  );
}
