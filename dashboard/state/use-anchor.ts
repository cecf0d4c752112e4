/** Brings into sight the element that the address names, once the figures have drawn it. */
import { useEffect } from 'react';

/** @param isReady whether what the page shows has arrived: the browser looked before there was anything to find */
export function useAnchor(isReady: boolean): void {
  useEffect(() => {
    if (isReady && window.location.hash !== '')
      document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, [isReady]);
}
