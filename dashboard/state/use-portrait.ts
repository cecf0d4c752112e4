/** Gathers what is known of one territory, against its EPCI and the département. */
import { useMemo } from 'react';
import type { Place, Territory, Value, Values } from '../../api/contract.ts';
import type { Project } from '../../api/contract-projects.ts';
import type { IndicatorId } from '../../data/catalogue/catalogue.ts';
import type { Level } from '../../data/catalogue/declare.ts';
import {
  useAllValues,
  useDepartement,
  useLoadedIndicators,
  usePlaces,
  useProjects,
  useSettled,
  useTerritories,
  type ValuesRequest,
} from './queries.ts';
import type { TerritoryReference, View } from './view.ts';

const compared = [
  'couverture-ftth',
  'locaux-a-raccorder',
  'couverture-thd',
  'couverture-1g',
  'presence-numerique',
  'niveau-de-vie-median',
  'part-75-ans-et-plus',
  'sites-4g',
  'sites-5g',
] as const;
const described = ['fermeture-cuivre', 'locaux-exposes-cuivre', 'zone-reglementaire', 'meilleure-technologie'] as const;

export interface PortraitFigure {
  readonly indicator: IndicatorId;
  readonly answer: Values;
  /** One per column of `Portrait.columns`. */
  readonly values: readonly (Value | undefined)[];
}

export interface Portrait {
  readonly territory: Territory;
  /** Why some of its figures are missing, when a request failed. */
  readonly error: Error | null;
  /** The territory, its EPCI, its département: from the smallest to the largest. */
  readonly columns: readonly { readonly level: Level; readonly code: string; readonly name: string }[];
  readonly figures: readonly PortraitFigure[];
  readonly described: Readonly<Partial<Record<(typeof described)[number], { value: Value; answer: Values }>>>;
  readonly projects: readonly Project[];
  readonly places: readonly Place[];
}

/**
 * @param extent which part of the EPCI is told: its own panel's, or the one beside a commune
 * @returns undefined while figures arrive, null when the territory is not in the database
 */
export function usePortrait({ level, code }: TerritoryReference, extent: View['extent']): Portrait | null | undefined {
  const territories = useTerritories(level).data?.territoires;
  const departement = useDepartement();
  const projects = useProjects().data?.projets;
  const places = usePlaces(true).data?.lieux;
  const territory = territories?.find((candidate) => candidate.code === code);
  const columns = useMemo(() => columnsOf(territory, departement), [territory, departement]);
  const loaded = useLoadedIndicators();
  const requests = useMemo(
    () =>
      requestsOf(
        columns.map((column) => column.level),
        loaded,
        extent,
      ),
    [columns, loaded, extent],
  );
  const answers = useAllValues(requests);
  const { isSettled, error } = useSettled(requests);
  return useMemo(() => {
    if (!territories || !departement || !loaded) return undefined;
    if (!territory) return null;
    if (!isSettled) return undefined;
    const find = (indicator: IndicatorId, column: { level: Level; code: string }) => {
      const place = requests.findIndex((request) => request.indicator === indicator && request.level === column.level);
      const answer = answers[place];
      const value = answer?.valeurs.find((candidate) => candidate.code === column.code);
      return answer && value ? { answer, value } : undefined;
    };
    const own = { level, code };
    return {
      territory,
      error,
      columns,
      figures: compared.flatMap((indicator) => {
        const answer = find(indicator, own)?.answer;
        return answer ? [{ indicator, answer, values: columns.map((column) => find(indicator, column)?.value) }] : [];
      }),
      described: Object.fromEntries(
        described.flatMap((indicator) => {
          const found = find(indicator, own);
          return found ? [[indicator, found]] : [];
        }),
      ),
      projects: (projects ?? []).filter((project) => concerns(project, own)),
      places: (places ?? []).filter(
        (place) => level === 'departement' || code === (level === 'epci' ? place.epci : place.commune),
      ),
    };
  }, [
    territories,
    departement,
    loaded,
    territory,
    columns,
    requests,
    answers,
    isSettled,
    error,
    projects,
    places,
    level,
    code,
  ]);
}

function columnsOf(territory: Territory | undefined, departement: Territory | undefined): Portrait['columns'] {
  if (!territory || !departement) return [];
  const column = (level: Level, { code, nom }: { code: string; nom: string }) => ({ level, code, name: nom });
  const columns = [column(territory.niveau, territory)];
  if (territory.niveau === 'commune' && territory.epci) columns.push(column('epci', territory.epci));
  if (territory.niveau !== 'departement') columns.push(column('departement', departement));
  return columns;
}

/** Of what is loaded: an indicator without figures is not asked for. */
function requestsOf(
  levels: readonly Level[],
  loaded: ReadonlySet<string> | undefined,
  extent: View['extent'],
): readonly ValuesRequest[] {
  const [own] = levels;
  if (!own || !loaded) return [];
  const isLoaded = (indicator: IndicatorId) => loaded.has(indicator);
  const ask = (indicator: IndicatorId, level: Level): ValuesRequest => ({
    indicator,
    level,
    period: null,
    ...(level === 'epci' && { extent }),
  });
  return [
    ...compared.filter(isLoaded).flatMap((indicator) => levels.map((level) => ask(indicator, level))),
    ...described.filter(isLoaded).map((indicator) => ask(indicator, own)),
  ];
}

/** A commune's projects are those that name it; the département's are those without an EPCI. */
function concerns(project: Project, { level, code }: TerritoryReference): boolean {
  if (level === 'departement') return project.epci.length === 0;
  return (level === 'epci' ? project.epci : project.communes).includes(code);
}
