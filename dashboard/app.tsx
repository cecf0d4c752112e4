/** The shell: header, the screen that the address names, the page's title, and what to do when a screen fails. */
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import styles from './app.module.css';
import { EditionBanner } from './controls/edition-banner.tsx';
import { ErrorBoundary } from './controls/error-boundary.tsx';
import { FramedPage, RefusedFrame } from './controls/framed-page.tsx';
import { ScreenLink } from './controls/screen-link.tsx';
import { TerritorySearch } from './controls/territory-search.tsx';
import { UnknownEdition, useIsUnknownEdition } from './controls/unknown-edition.tsx';
import { MapScreen } from './screens/map/map-screen.tsx';
import { NoFigures } from './screens/map/no-figures.tsx';
import { frameOf } from './state/frame.ts';
import { useDepartement, useIndicators, useLoadedIndicators } from './state/queries.ts';
import type { Screen } from './state/screens.ts';
import { useAddressView, useView, ViewProvider } from './state/use-view.ts';
import { useViewTitle } from './state/use-view-title.ts';
import { defaultView } from './state/view.ts';
import { shell } from './text/map.ts';

const DataScreen = lazy(async () => ({ default: (await import('./screens/data/data-screen.tsx')).DataScreen }));
const ProjectsScreen = lazy(async () => ({
  default: (await import('./screens/projects/projects-screen.tsx')).ProjectsScreen,
}));
const ProjectScreen = lazy(async () => ({
  default: (await import('./screens/project/project-screen.tsx')).ProjectScreen,
}));
const SummaryScreen = lazy(async () => ({
  default: (await import('./screens/summary/summary-screen.tsx')).SummaryScreen,
}));
const DistributionScreen = lazy(async () => ({
  default: (await import('./screens/distribution/distribution-screen.tsx')).DistributionScreen,
}));
const CatalogueScreen = lazy(async () => ({
  default: (await import('./screens/catalogue/catalogue-screen.tsx')).CatalogueScreen,
}));
const SheetScreen = lazy(async () => ({ default: (await import('./screens/catalogue/sheet-screen.tsx')).SheetScreen }));
const SelectionsScreen = lazy(async () => ({
  default: (await import('./screens/selection/selections-screen.tsx')).SelectionsScreen,
}));
const SelectionScreen = lazy(async () => ({
  default: (await import('./screens/selection/selection-screen.tsx')).SelectionScreen,
}));
const RoadmapScreen = lazy(async () => ({
  default: (await import('./screens/roadmap/roadmap-screen.tsx')).RoadmapScreen,
}));
const GapsScreen = lazy(async () => ({ default: (await import('./screens/gaps/gaps-screen.tsx')).GapsScreen }));
const BalanceScreen = lazy(async () => ({
  default: (await import('./screens/balance/balance-screen.tsx')).BalanceScreen,
}));
const CopperScreen = lazy(async () => ({ default: (await import('./screens/copper/copper-screen.tsx')).CopperScreen }));
const ReachScreen = lazy(async () => ({ default: (await import('./screens/reach/reach-screen.tsx')).ReachScreen }));
const RankingScreen = lazy(async () => ({
  default: (await import('./screens/ranking/ranking-screen.tsx')).RankingScreen,
}));
const GuidesScreen = lazy(async () => ({ default: (await import('./screens/guides/guides-screen.tsx')).GuidesScreen }));
const MethodScreen = lazy(async () => ({ default: (await import('./screens/method/method-screen.tsx')).MethodScreen }));

const screensByName: Readonly<Record<Screen, ComponentType>> = {
  map: MapOrWhyNot,
  projects: ProjectsScreen,
  project: ProjectScreen,
  summary: SummaryScreen,
  distribution: DistributionScreen,
  catalogue: CatalogueScreen,
  sheet: SheetScreen,
  selections: SelectionsScreen,
  selection: SelectionScreen,
  roadmap: RoadmapScreen,
  gaps: GapsScreen,
  balance: BalanceScreen,
  copper: CopperScreen,
  reach: ReachScreen,
  ranking: RankingScreen,
  tables: DataScreen,
  sources: DataScreen,
  changes: DataScreen,
  editions: DataScreen,
  method: MethodScreen,
  guides: GuidesScreen,
  'guide-decideur': GuidesScreen,
  'guide-epci': GuidesScreen,
  'guide-analyste': GuidesScreen,
  'guide-collectivite': GuidesScreen,
};

/** The map, unless nothing is loaded for its indicator. The first view of all does not wait to know; the map tells a failure. */
function MapOrWhyNot() {
  const { view } = useView();
  const loaded = useLoadedIndicators();
  const { isError } = useIndicators();
  if (loaded && !loaded.has(view.indicator)) return <NoFigures />;
  if (!loaded && !isError && view.indicator !== defaultView.indicator)
    return <p className={styles.waiting}>{shell.loading}</p>;
  return <MapScreen />;
}

export function App() {
  const state = useAddressView();
  return (
    <I18nProvider locale="fr-FR">
      <ViewProvider value={state}>
        <Shell screen={state.view.screen} />
      </ViewProvider>
    </I18nProvider>
  );
}

/** The screens of the navigation, and those that each stands for. */
const sections = {
  map: ['map'],
  projects: [
    'projects',
    'project',
    'summary',
    'distribution',
    'catalogue',
    'sheet',
    'selections',
    'selection',
    'roadmap',
  ],
  gaps: ['gaps', 'balance', 'copper', 'reach', 'ranking'],
  tables: ['tables', 'sources', 'changes', 'editions'],
  method: ['method', 'guides', 'guide-decideur', 'guide-epci', 'guide-analyste', 'guide-collectivite'],
} as const;

/** Name of the département that is shown, which the address then says: what is loaded later does not change its meaning. */
function useShownDepartement(): string | undefined {
  const { view, adjust } = useView();
  const shown = useDepartement();
  useEffect(() => {
    if (shown && shown.code !== view.departement) adjust({ departement: shown.code });
  }, [shown, view.departement, adjust]);
  return shown?.nom;
}

function Shell({ screen }: { screen: Screen }) {
  const { view } = useView();
  const title = useViewTitle();
  const place = useShownDepartement();
  const isUnknownEdition = useIsUnknownEdition();
  const Current = screensByName[screen];
  const frame = frameOf(view);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const content = (
    <ErrorBoundary key={screen}>
      <Suspense fallback={<p className={styles.waiting}>{shell.loading}</p>}>
        {isUnknownEdition ? <UnknownEdition /> : <Current />}
      </Suspense>
    </ErrorBoundary>
  );
  if (frame !== null) return <FramedPage part={frame}>{content}</FramedPage>;
  // The server refuses it already; this holds where a frame would have changed its address by itself.
  if (window.top !== window.self) return <RefusedFrame />;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#contenu">
        {shell.skip}
      </a>
      <header className={styles.header}>
        <p className={styles.name}>
          {shell.name}
          {place && <span className={styles.place}>{place}</span>}
        </p>
        <div className={styles.search}>
          <TerritorySearch />
        </div>
        <nav className={styles.navigation} aria-label={shell.navigation}>
          {(['map', 'gaps', 'projects', 'tables', 'method'] as const).map((each) => (
            <ScreenLink
              key={each}
              change={{ screen: each }}
              className={styles.link}
              isCurrent={(sections[each] as readonly Screen[]).includes(screen)}
            >
              {shell[each]}
            </ScreenLink>
          ))}
          <a className={styles.link} href="/api/docs">
            {shell.api}
          </a>
        </nav>
      </header>
      <EditionBanner />
      <main id="contenu" className={styles.main} tabIndex={-1}>
        {content}
      </main>
    </div>
  );
}
