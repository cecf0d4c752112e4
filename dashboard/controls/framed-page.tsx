/** A screen, or one part of it, in a page of others: no header, no navigation; at its foot, the sources and the whole view. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { FramePart } from '../../data/catalogue/frames.ts';
import { useDepartement } from '../state/queries.ts';
import { useCitedSources } from '../state/use-cited-sources.ts';
import { type CitedSource, FrameProvider } from '../state/use-frame.ts';
import { useView } from '../state/use-view.ts';
import { useViewTitle } from '../state/use-view-title.ts';
import { writeView } from '../state/view.ts';
import { framed as words } from '../text/embed.ts';
import { shell } from '../text/map.ts';
import { EditionBanner } from './edition-banner.tsx';
import styles from './framed-page.module.css';
import { SourceList } from './source-list.tsx';

export function FramedPage({ part, children }: { part: FramePart; children: ReactNode }) {
  const title = useViewTitle();
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const [told, setTold] = useState<readonly CitedSource[]>([]);
  const cite = useCallback((sources: readonly CitedSource[]) => setTold(sources), []);
  const frame = useMemo(() => ({ part, target, shown: new Set<FramePart>(), cite }), [part, target, cite]);
  useLinksInNewTab();
  return (
    <FrameProvider value={frame}>
      <div className={styles.page}>
        <EditionBanner />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <main className={styles.main} data-part={part} tabIndex={0}>
          {part === 'page' ? (
            children
          ) : (
            <>
              <h1 className="visually-hidden">{title}</h1>
              <div ref={setTarget} className={styles.part} />
              <div className={styles.rest}>{children}</div>
            </>
          )}
        </main>
        <Foot told={told} />
      </div>
    </FrameProvider>
  );
}

function Foot({ told }: { told: readonly CitedSource[] }) {
  const { view } = useView();
  const place = useDepartement()?.nom;
  const sources = useCitedSources(told);
  const producers = [...new Set(sources.map(({ producteur }) => producteur))];
  return (
    <footer className={styles.foot}>
      <a className={styles.whole} href={writeView({ ...view, frame: null })} target="_blank" rel="noopener">
        {words.whole}
        <span className="visually-hidden">{words.newTab}</span>
      </a>
      <span className={styles.name}>{[shell.name, place].filter(Boolean).join(' · ')}</span>
      {sources.length > 2 ? (
        <details className={styles.sources}>
          <summary>{words.sources(producers)}</summary>
          <SourceList sources={sources} />
        </details>
      ) : (
        sources.length > 0 && (
          <p className={styles.sources}>
            <SourceList sources={sources} />
          </p>
        )
      )}
    </footer>
  );
}

/** A link to another site would open in the frame, where that site may refuse to be. */
function useLinksInNewTab() {
  useEffect(() => {
    const base = document.createElement('base');
    base.target = '_blank';
    document.head.append(base);
    return () => base.remove();
  }, []);
}

/** What a page that may not be framed shows there, whatever brought it: its buttons are not for others to place. */
export function RefusedFrame() {
  return (
    <main className={styles.refused}>
      <h1>{shell.name}</h1>
      <p>{words.refused}</p>
      <a href={window.location.href} target="_blank" rel="noopener">
        {words.whole}
      </a>
    </main>
  );
}
