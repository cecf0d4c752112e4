/** Copies a text to the clipboard, and tells for a moment whether it could: a page without a secure origin has none. */
import { useState } from 'react';

const toldMs = 2500;

/** @returns what became of the last copy, null when it is no longer told; and what copies */
export function useCopy(): {
  readonly isCopied: boolean | null;
  readonly copy: (text: string) => Promise<void>;
} {
  const [isCopied, setCopied] = useState<boolean | null>(null);
  async function copy(text: string) {
    let isDone = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Refused, or no clipboard at all: what is to be copied stands beside the button, or in the address bar.
      isDone = false;
    }
    setCopied(isDone);
    setTimeout(() => setCopied(null), toldMs);
  }
  return { isCopied, copy };
}
