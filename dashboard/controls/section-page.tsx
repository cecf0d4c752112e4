/** A page of a section that has several: its navigation, a heading, a sentence that says the essential, then the means to dig. */
import { type ReactNode, useRef } from 'react';
import type { Screen } from '../state/screens.ts';
import { useFrame } from '../state/use-frame.ts';
import { usePageDescription } from '../state/use-page-description.ts';
import { useView } from '../state/use-view.ts';
import { sections } from '../text/sections.ts';
import { CopyLink } from './copy-link.tsx';
import { ScreenLink } from './screen-link.tsx';
import styles from './section-page.module.css';

/** In the order in which they are read: facts first, then possible actions, choices, decisions. */
const entries = {
  projects: ['projects', 'distribution', 'catalogue', 'selections', 'roadmap'],
  gaps: ['gaps', 'balance', 'copper', 'reach', 'ranking'],
  guides: ['guides', 'guide-decideur', 'guide-epci', 'guide-analyste', 'guide-collectivite'],
} as const;

/** The entry under which each screen stands. */
const entryOf: Partial<Record<Screen, Screen>> = {
  project: 'projects',
  summary: 'projects',
  sheet: 'catalogue',
  selection: 'selections',
};

interface SectionPageProps {
  /** What stands above the heading: of which kind, or theme, the page is. */
  readonly above?: ReactNode;
  readonly title: string;
  /** What the page says, in a sentence; absent while it is not known. */
  readonly lead?: ReactNode;
  /** Whether the content takes the whole width, as a list beside a map does. */
  readonly isWide?: boolean;
  /** Whether its address and its frame are offered at its top; the others offer them where they are read. */
  readonly isShared?: boolean;
  /** Whether print cuts what would not hold on one A4 page; the last child gives way first. */
  readonly isOnePage?: boolean;
  readonly children: ReactNode;
}

export function SectionPage(props: SectionPageProps) {
  const { above, title, lead, isWide = false, isShared = false, isOnePage = false, children } = props;
  const { view } = useView();
  const { part } = useFrame();
  const told = useRef<HTMLParagraphElement>(null);
  usePageDescription(() => told.current?.textContent);
  const current = entryOf[view.screen] ?? view.screen;
  const section =
    (['gaps', 'guides'] as const).find((id) => (entries[id] as readonly Screen[]).includes(current)) ?? 'projects';
  return (
    <div className={styles.page}>
      <div className={styles.content} data-wide={isWide || undefined} data-one-page={isOnePage || undefined}>
        {part === null && (
          <div className={styles.bar}>
            <nav aria-label={sections.navigation[section]} className={styles.entries}>
              {entries[section].map((entry) => (
                <ScreenLink
                  key={entry}
                  change={{ screen: entry }}
                  className={styles.entry}
                  isCurrent={entry === current}
                >
                  {sections.entries[entry]}
                </ScreenLink>
              ))}
            </nav>
            {isShared && (
              <div className={styles.share}>
                <CopyLink />
              </div>
            )}
          </div>
        )}
        {above !== undefined && <div className={styles.above}>{above}</div>}
        <h1 className={styles.title}>{title}</h1>
        {lead !== undefined && (
          <p ref={told} className={styles.lead}>
            {lead}
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
