/** The shell: header, the screen that the address names, the page's title, and what to do when a screen fails. */
import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import styles from './app.module.css';
import { EditionBanner } from './controls/edition-banner.tsx';
import { ErrorBoundary } from './controls/error-boundary.tsx';
import { ScreenLink } from './controls/screen-link.tsx';
import { TerritorySearch } from './controls/territory-search.tsx';
import { MapScreen } from './screens/map/map-screen.tsx';
import { NoFigures } from './screens/map/no-figures.tsx';
import { useDepartement, useLoadedIndicators } from './state/queries.ts';
import { useAddressView, useView, ViewProvider } from './state/use-view.ts';
import { useViewTitle } from './state/use-view-title.ts';
import { defaultView, type Screen } from './state/view.ts';
import { shell } from './text/map.ts';

const DataScreen = lazy(async () => ({ default: (await import('./screens/data/data-screen.tsx')).DataScreen }));
const MethodScreen = lazy(async () => ({ default: (await import('./screens/method/method-screen.tsx')).MethodScreen }));

/** The map, unless nothing is loaded for its indicator. The first view of all does not wait to know. */
function MapOrWhyNot() {
  const { view } = useView();
  const loaded = useLoadedIndicators();
  if (loaded && !loaded.has(view.indicator)) return <NoFigures />;
  if (!loaded && view.indicator !== defaultView.indicator) return <p className={styles.waiting}>{shell.loading}</p>;
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
const sections = { map: ['map'], sources: ['sources', 'changes', 'editions'], method: ['method'] } as const;

function Shell({ screen }: { screen: Screen }) {
  const title = useViewTitle();
  const place = useDepartement()?.nom;
  useEffect(() => {
    document.title = title;
  }, [title]);
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
          {(['map', 'sources', 'method'] as const).map((each) => (
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
        <ErrorBoundary key={screen}>
          <Suspense fallback={<p className={styles.waiting}>{shell.loading}</p>}>
            {screen === 'map' && <MapOrWhyNot />}
            {screen === 'method' && <MethodScreen />}
            {(sections.sources as readonly Screen[]).includes(screen) && <DataScreen />}
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}
