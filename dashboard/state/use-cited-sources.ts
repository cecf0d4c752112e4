/** The sources of a framed page: those that its screen cites, or those of all the figures that it joins. */
import { useMemo } from 'react';
import type { IndicatorId } from '../../data/catalogue/catalogue.ts';
import { themeNeeds } from '../../data/catalogue/needs.ts';
import type { SourceId } from '../../data/catalogue/source-ids.ts';
import { useAllValues, useLoadedIndicators, useSources } from './queries.ts';
import { offeredCriteria } from './ranking-criteria.ts';
import type { Screen } from './screens.ts';
import type { CitedSource } from './use-frame.ts';
import { useView } from './use-view.ts';

const placeSources = ['mediation-lieux', 'france-services', 'data-inclusion', 'lieux-recenses'] as const;

/** Lists that the screens join, beside figures. */
const listSources: Partial<Record<Screen, readonly SourceId[]>> = {
  projects: ['projets-recenses'],
  project: ['projets-recenses'],
  summary: ['projets-recenses'],
  distribution: ['projets-recenses', 'recensement-epci'],
  roadmap: ['decisions-fiches', 'projets-recenses'],
  gaps: [...placeSources, 'projets-recenses', 'recensement-epci'],
  reach: [...placeSources, 'cog'],
};
const needIndicators = themeNeeds.flatMap(({ needs }) => needs.map(({ indicator }) => indicator));

export function useCitedSources(told: readonly CitedSource[]): readonly CitedSource[] {
  const { view } = useView();
  const { screen, level } = view;
  const loaded = useLoadedIndicators();
  const known = useSources().data?.sources;
  const requests = useMemo(() => {
    const joined: readonly IndicatorId[] =
      screen === 'ranking' && loaded
        ? offeredCriteria(loaded, level).map(({ id }) => id)
        : screen === 'gaps'
          ? needIndicators
          : [];
    return joined
      .filter((id) => loaded?.has(id))
      .map((indicator) => ({ indicator, level: screen === 'ranking' ? level : ('commune' as const), period: null }));
  }, [screen, level, loaded]);
  const answers = useAllValues(requests);
  if (told.length > 0) return told;
  const lists = (known ?? []).filter(({ id }) => listSources[screen]?.includes(id)).flatMap(citeSource);
  const cited = [...answers.flatMap((answer) => answer?.sources ?? []), ...lists];
  return [...new Map(cited.map((source) => [source.id, source])).values()];
}

type SourceAnswer = NonNullable<ReturnType<typeof useSources>['data']>['sources'][number];

/** As the answer of an indicator cites its own: with the date of its most recent data. Nothing where it is not loaded. */
export function citeSource(source: SourceAnswer): CitedSource[] {
  const { id, titre, producteur, licence, licenceUrl, url, chargements } = source;
  const dateDonnees = chargements
    .map((load) => load.dateDonnees)
    .sort()
    .at(-1);
  return dateDonnees === undefined ? [] : [{ id, titre, producteur, licence, licenceUrl, url, dateDonnees }];
}
