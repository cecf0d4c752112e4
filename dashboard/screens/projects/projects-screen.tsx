/** The catalogue of referenced projects: a sentence, words to look for, facets, and the list beside its map. */
import { lazy, Suspense, useMemo } from 'react';
import type { Project } from '../../../api/contract-projects.ts';
import { Failure } from '../../controls/failure.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { projectsAddress, useFoundProjects } from '../../state/project-queries.ts';
import { useScope } from '../../state/queries.ts';
import { narrowScreen, useMedia } from '../../state/use-media.ts';
import { useAnsweredFilters, useProjectFilters, useTerritoryName } from '../../state/use-project-filters.ts';
import { empty, facets, files, foundSentence, list, projectMap } from '../../text/projects.ts';
import { sections } from '../../text/sections.ts';
import { ChosenFacets } from './chosen-facets.tsx';
import { Facets } from './facets.tsx';
import styles from './projects-screen.module.css';
import { KeptBar, ResultList } from './result-list.tsx';
import { SearchBox } from './search-box.tsx';

const ProjectMap = lazy(async () => {
  const [{ ProjectMap: map }] = await Promise.all([
    import('./project-map.tsx'),
    document.fonts.load('16px "Atkinson Hyperlegible Next Variable"'),
  ]);
  return { default: map };
});

/** Below, there is no room for a map beside the list: it stands above. */
const stackedScreen = '(width < 1160px)';

const none: readonly Project[] = [];

export function ProjectsScreen() {
  const { filters } = useProjectFilters();
  const nameOf = useTerritoryName();
  const { data, error, isPlaceholderData } = useFoundProjects(filters);
  const answered = useAnsweredFilters(!isPlaceholderData);
  const isNarrow = useMedia(narrowScreen);
  const isStacked = useMedia(stackedScreen);
  const found = data?.projets ?? none;
  const projects = useMemo(
    () => (data?.recherche ? found : [...found].sort((a, b) => a.titre.localeCompare(b.titre, 'fr'))),
    [data, found],
  );
  const without = projects.filter(({ epci }) => epci.length === 0).length;
  const chosenCount = Object.values(filters.facets).flat().length;
  const map = data && <MapPlate projects={projects} without={without} isStacked={isStacked} />;
  return (
    <SectionPage
      title={sections.titles.projects}
      isWide
      isShared
      lead={
        data && foundSentence({ answer: data, withoutEpci: without, q: answered.q, choices: answered.facets }, nameOf)
      }
    >
      <div className={styles.screen}>
        <div className={styles.search}>
          <SearchBox />
        </div>
        {data &&
          (isNarrow ? (
            <details className={styles.fold}>
              <summary>{facets.open(chosenCount)}</summary>
              <Facets counted={data.facettes} />
            </details>
          ) : (
            <div className={styles.facets}>
              <h2 className="visually-hidden">{facets.title}</h2>
              <Facets counted={data.facettes} />
            </div>
          ))}
        <div className={styles.results} aria-busy={isPlaceholderData || !data}>
          <ChosenFacets />
          {isStacked && map}
          {error && <Failure message={list.failed(error.message)} />}
          {data?.total === 0 && <Nothing isSearch={answered.q !== null} />}
          {projects.length > 0 && <ResultList projects={projects} nameOf={nameOf} isSearch={data?.recherche != null} />}
          {!data && !error && <p className={styles.waiting}>{list.waiting}</p>}
          {projects.length > 0 && <p className={styles.caution}>{list.caution}</p>}
          {data && <Files />}
          <KeptBar />
        </div>
        {!isStacked && map}
      </div>
    </SectionPage>
  );
}

interface MapPlateProps {
  readonly projects: readonly Project[];
  readonly without: number;
  readonly isStacked: boolean;
}

function MapPlate({ projects, without, isStacked }: MapPlateProps) {
  const plate = (
    <>
      <div className={styles.map}>
        <Suspense fallback={<p className={styles.waiting}>{projectMap.waiting}</p>}>
          <ProjectMap projects={projects} isWithinPage={isStacked} />
        </Suspense>
      </div>
      <p className={styles.caption}>
        {without > 0 && <strong>{projectMap.without(without)}</strong>} {projectMap.caption}
      </p>
    </>
  );
  return isStacked ? (
    <details className={styles.fold} open>
      <summary>{projectMap.title}</summary>
      {plate}
    </details>
  ) : (
    <div className={styles.plate}>{plate}</div>
  );
}

function Nothing({ isSearch }: { readonly isSearch: boolean }) {
  return (
    <section className={styles.nothing}>
      <h2>{empty.title}</h2>
      <p>{empty.why}</p>
      <p>{isSearch ? empty.whatSearch : empty.whatFacets}</p>
    </section>
  );
}

function Files() {
  const { filters } = useProjectFilters();
  const scope = useScope();
  return (
    <section className={styles.files} aria-label={files.title}>
      <p>
        {files.lead} <a href={projectsAddress(filters, scope)}>{files.json}</a>.
      </p>
      <p>
        {files.feedLead} <a href="/projets.atom">{files.feed}</a>.
      </p>
    </section>
  );
}
