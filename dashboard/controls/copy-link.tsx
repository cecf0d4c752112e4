/** Copies the address of the view, which reopens exactly what is on screen; beside it, what shows it in another page. */
import { useState } from 'react';
import { useFrame } from '../state/use-frame.ts';
import { controls } from '../text/map.ts';
import { Button } from './button.tsx';
import { EmbedButton } from './embed-dialog.tsx';

export function CopyLink() {
  const { part } = useFrame();
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
  // In a page of others the address bar is theirs; the foot of the frame leads to the whole view.
  if (part !== null) return null;
  return (
    <>
      <Button isQuiet onPress={copy}>
        <span aria-live="polite">{word}</span>
      </Button>
      <EmbedButton />
    </>
  );
}
