/** The page's description follows what the view says, so that a bookmarked or shared page tells it. */
import { useEffect } from 'react';

const find = () => document.querySelector<HTMLMetaElement>('meta[name="description"]');

/** @param read the summary as text; nothing while it is not known, and the page keeps what it says of itself */
export function usePageDescription(read: () => string | null | undefined): void {
  // After every render: a summary is made of parts that follow the figures, and comparing them costs more than reading it.
  useEffect(() => {
    const meta = find();
    const text = read()?.trim();
    if (!meta || !text) return;
    const before = meta.content;
    meta.content = text;
    return () => {
      meta.content = before;
    };
  });
}
