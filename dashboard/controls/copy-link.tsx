/** Copies the address of the view, which reopens exactly what is on screen; beside it, what shows it in another page. */
import { useCopy } from '../state/use-copy.ts';
import { useFrame } from '../state/use-frame.ts';
import { controls } from '../text/map.ts';
import { Button } from './button.tsx';
import { EmbedButton } from './embed-dialog.tsx';

export function CopyLink() {
  const { part } = useFrame();
  const { isCopied, copy } = useCopy();
  const word = isCopied === null ? controls.copyLink : isCopied ? controls.copied : controls.copyFailed;
  // In a page of others the address bar is theirs; the foot of the frame leads to the whole view.
  if (part !== null) return null;
  return (
    <>
      <Button isQuiet onPress={() => copy(window.location.href)}>
        <span aria-live="polite">{word}</span>
      </Button>
      <EmbedButton />
    </>
  );
}
