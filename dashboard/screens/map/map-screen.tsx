/** The screen Carte: what the view says, the choices, the map or its table, and the panel of the open territory. */
import { type ReactNode, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { CopyLink } from '../../controls/copy-link.tsx';
import { Part } from '../../controls/part.tsx';
import { ViewControls } from '../../controls/view-controls.tsx';
import { useFrame } from '../../state/use-frame.ts';
import { narrowScreen, useMedia } from '../../state/use-media.ts';
import { useView } from '../../state/use-view.ts';
import { useViewTitle } from '../../state/use-view-title.ts';
import { controls } from '../../text/map.ts';
import { FramedMap } from './framed-map.tsx';
import { Headline } from './headline.tsx';
import { MapImage, MapView, ProjectList, Ranking, TerritoryPanel, ValuesTable } from './map-parts.ts';
import styles from './map-screen.module.css';
import { Sheet } from './sheet.tsx';
import { SourceLine } from './source-line.tsx';

export function MapScreen() {
  const { part } = useFrame();
  return part === null ? <WholeMap /> : <FramedMap />;
}

function WholeMap() {
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
      <Part id="classement">
        <Suspense>{view.indicator === 'projets' ? <ProjectList /> : <Ranking />}</Suspense>
      </Part>
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
          <div className={styles.share}>
            <Suspense>{view.tab === 'carte' && <MapImage />}</Suspense>
            <CopyLink />
          </div>
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
