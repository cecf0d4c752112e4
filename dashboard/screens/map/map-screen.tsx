/** The screen Carte: what the view says, the choices, the map or its table, and the panel of the open territory. */
import { lazy, type ReactNode, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { CopyLink } from '../../controls/copy-link.tsx';
import { ViewControls } from '../../controls/view-controls.tsx';
import { narrowScreen, useMedia } from '../../state/use-media.ts';
import { useView } from '../../state/use-view.ts';
import { useViewTitle } from '../../state/use-view-title.ts';
import { controls } from '../../text/map.ts';
import { Headline } from './headline.tsx';
import styles from './map-screen.module.css';
import { Sheet } from './sheet.tsx';
import { SourceLine } from './source-line.tsx';

// The map and its tiles come first; charts and tables follow in their own files.
const MapView = lazy(async () => {
  const [{ MapView: view }] = await Promise.all([
    import('./map-view.tsx'),
    document.fonts.load('16px "Atkinson Hyperlegible Next Variable"'),
  ]);
  return { default: view };
});
const Ranking = lazy(async () => ({ default: (await import('../../charts/ranking.tsx')).Ranking }));
const ProjectList = lazy(async () => ({ default: (await import('./project-list.tsx')).ProjectList }));
const TerritoryPanel = lazy(async () => ({ default: (await import('./territory-panel.tsx')).TerritoryPanel }));
const ValuesTable = lazy(async () => ({ default: (await import('./values-table.tsx')).ValuesTable }));

export function MapScreen() {
  const { view, choose } = useView();
  const isNarrow = useMedia(narrowScreen);
  const isPanelOpen = view.territory !== null;
  const panel = isPanelOpen && (
    <Suspense>
      <TerritoryPanel />
    </Suspense>
  );
  const reading = (
    <>
      <Headline />
      <ViewControls />
      <Suspense>{view.indicator === 'projets' ? <ProjectList /> : <Ranking />}</Suspense>
      {isNarrow && <SourceLine />}
    </>
  );
  return (
    <div className={styles.screen} data-panel={isPanelOpen || undefined}>
      {!isNarrow && (
        <aside className={styles.column} aria-label={controls.reading}>
          {reading}
        </aside>
      )}
      <Tabs
        className={styles.stage ?? ''}
        selectedKey={view.tab}
        onSelectionChange={(tab) => choose({ tab: tab === 'tableau' ? 'tableau' : 'carte' })}
      >
        <div className={styles.bar}>
          <TabList className={styles.tabs ?? ''} aria-label={controls.tabs}>
            <Tab id="carte" className={styles.tab ?? ''}>
              {controls.mapTab}
            </Tab>
            <Tab id="tableau" className={styles.tab ?? ''}>
              {controls.tableTab}
            </Tab>
          </TabList>
          <CopyLink />
        </div>
        <TabPanel id="carte" className={styles.map ?? ''}>
          <Suspense fallback={<div className={styles.ground} aria-busy="true" />}>
            <MapView />
          </Suspense>
        </TabPanel>
        <TabPanel id="tableau" className={styles.table ?? ''}>
          <Suspense>
            <ValuesTable />
          </Suspense>
        </TabPanel>
        {!isNarrow && <SourceLine />}
      </Tabs>
      {isNarrow ? (
        <NarrowSheet isPanelOpen={isPanelOpen} tab={view.tab}>
          {panel || reading}
        </NarrowSheet>
      ) : (
        panel && <div className={styles.panel}>{panel}</div>
      )}
    </div>
  );
}

interface NarrowSheetProps {
  readonly isPanelOpen: boolean;
  readonly tab: 'carte' | 'tableau';
  readonly children: ReactNode;
}

/** A territory brings the sheet to half height, the table to its least: the key makes it forget its former height. */
function NarrowSheet({ isPanelOpen, tab, children }: NarrowSheetProps) {
  const title = useViewTitle();
  return (
    <Sheet
      key={isPanelOpen ? 'territory' : tab}
      hasOwnMargins={isPanelOpen}
      startsLow={!isPanelOpen && tab === 'tableau'}
    >
      {/* The panel takes the place of the reading, and of the page's title with it. */}
      {isPanelOpen && <h1 className={styles.unseen}>{title}</h1>}
      {children}
    </Sheet>
  );
}
