/** The view, read from and written to the address bar. A choice is a step of history; a camera move is not. */
import { createContext, use, useCallback, useMemo, useSyncExternalStore } from 'react';
import { frameOf, leavesFrame } from './frame.ts';
import { changeView, parseView, type View, writeView } from './view.ts';

export interface ViewState {
  readonly view: View;
  /** Applies a change and adds a step of history, so that Back undoes it; `anchor` is an element of the next screen. */
  choose(change: Partial<View>, anchor?: string): void;
  /** Applies a change in place: the camera, which moves too often to be a step. */
  adjust(change: Partial<View>): void;
}

const ViewContext = createContext<ViewState | null>(null);
export const ViewProvider = ViewContext.Provider;

/** @throws Error outside the provider that `app.tsx` sets up. */
export function useView(): ViewState {
  const state = use(ViewContext);
  if (!state) throw new Error('useView outside ViewProvider');
  return state;
}

/** Used once, by `app.tsx`. */
export function useAddressView(): ViewState {
  const address = useSyncExternalStore(subscribe, currentAddress);
  const view = useMemo(() => parseView(address), [address]);
  const choose = useCallback((change: Partial<View>, anchor?: string) => {
    const view = parseView(currentAddress());
    if (leavesFrame(view, change)) {
      window.open(writeView({ ...changeView(view, change), frame: null }), '_blank', 'noopener');
      return;
    }
    const next = writeView(changeView(view, change));
    if (next === currentAddress()) return;
    // In a page of others, Back is theirs.
    if (frameOf(view) !== null) {
      window.history.replaceState(null, '', next);
      notify();
      return;
    }
    window.history.pushState(null, '', anchor === undefined ? next : `${next}#${anchor}`);
    notify();
  }, []);
  const adjust = useCallback((change: Partial<View>) => {
    const next = writeView({ ...parseView(currentAddress()), ...change });
    window.history.replaceState(null, '', next + window.location.hash);
    notify();
  }, []);
  return useMemo(() => ({ view, choose, adjust }), [view, choose, adjust]);
}

const listeners = new Set<() => void>();

function notify() {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

function currentAddress(): string {
  return window.location.pathname + window.location.search;
}
