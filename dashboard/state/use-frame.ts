/** What stands alone in a page of others, where its parts go, and the sources that it cites. */
import { createContext, use, useEffect } from 'react';
import type { Values } from '../../api/contract.ts';
import type { FramePart } from '../../data/catalogue/frames.ts';

export type CitedSource = Omit<Values['sources'][number], 'millesime'>;

export interface Frame {
  /** null: an ordinary page. */
  readonly part: FramePart | null;
  /** Where the part that was asked for is drawn, alone; null for a whole page. */
  readonly target: HTMLElement | null;
  /** The parts that the screen shows now, in the order of their appearance. */
  readonly shown: Set<FramePart>;
  /** Tells the sources of what is shown, which the foot of a framed page names. */
  cite(sources: readonly CitedSource[]): void;
}

const FrameContext = createContext<Frame>({ part: null, target: null, shown: new Set(), cite: () => {} });
export const FrameProvider = FrameContext.Provider;

export function useFrame(): Frame {
  return use(FrameContext);
}

/** Cites the sources of a screen, with the dates of the period that it shows. */
export function useCited(sources: readonly CitedSource[] | undefined): void {
  const { cite } = useFrame();
  const told = sources?.map(({ id, dateDonnees }) => `${id} ${dateDonnees}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer that says the same is the same
  useEffect(() => {
    if (sources) cite(sources);
  }, [cite, told]);
}
