/** Whether a media query holds, and again each time it changes. */
import { useSyncExternalStore } from 'react';

export const narrowScreen = '(width < 760px)';
export const darkPage = '(prefers-color-scheme: dark)';

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
