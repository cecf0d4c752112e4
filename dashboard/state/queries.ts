/** What the dashboard asks of the API, each as a cached query. */
import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Topology } from 'topojson-specification';
import type { z } from 'zod';
import type {
  indicatorsSchema,
  Problem,
  placesSchema,
  Territory,
  territoriesSchema,
  Values,
} from '../../api/contract.ts';
import type { ProjectsAnswer } from '../../api/contract-projects.ts';
import type {
  Changes,
  editionsSchema,
  IndicatorChanges,
  loadsSchema,
  presenceAnswerSchema,
  sourcesSchema,
} from '../../api/contract-states.ts';
import type { IndicatorId } from '../../data/catalogue/catalogue.ts';
import type { Level } from '../../data/catalogue/declare.ts';
import { failure } from '../text/reading.ts';
import { findShown } from './shown-departement.ts';
import { useView } from './use-view.ts';
import type { View } from './view.ts';

/** An answer of the API that is not a success; `message` is the French sentence of its problem document. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly problem: Problem | null;
  /** When asking again may help; null: the answer says nothing of it. */
  readonly retryAfterSeconds: number | null;
  constructor(message: string, problem: Problem | null, retryAfter: string | null = null) {
    super(message);
    this.problem = problem;
    this.retryAfterSeconds = retryAfter !== null && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : null;
  }
}

/** The API could not be reached at all. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
}

/** Address of an API resource; parameters that are null are left out. */
export function apiAddress(path: string, parameters: Readonly<Record<string, string | number | null>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null) query.set(name, String(value));
  const text = query.toString();
  return `/api/v1/${path}${text === '' ? '' : `?${text}`}`;
}

async function fetchJson<T>(address: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } }).catch((error: unknown) => {
    // A request that is given up is not a failure; the browser's own words for the others are in English.
    if (signal.aborted) throw error;
    throw new UnreachableError(failure.unreachable, { cause: error });
  });
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new ApiError(problem?.detail ?? failure.status(response.status), problem, response.headers.get('retry-after'));
}

/** An address as a cached query: what it answers does not change while the page is open. */
export function apiQuery<T>(address: string) {
  return queryOptions({
    queryKey: [address],
    queryFn: ({ signal }) => fetchJson<T>(address, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Which values are wanted; fields as in the API's parameters. */
export interface ValuesRequest {
  readonly indicator: IndicatorId;
  readonly level: Level;
  readonly period: string | null;
  readonly epci?: string | null;
  readonly extent?: 'partie' | 'entier';
  readonly deadline?: string | null;
  readonly since?: string | null;
  readonly departement?: string | null;
  readonly edition?: string | null;
}

/** The parameters of `/valeurs`, with only those that the indicator takes. */
export function valuesAddress(request: ValuesRequest, format: 'csv' | 'csv-excel' | null = null): string {
  return apiAddress(`indicateurs/${request.indicator}/valeurs`, {
    niveau: request.level,
    periode: request.period,
    epci: request.epci ?? null,
    perimetre: request.extent === 'entier' ? 'entier' : null,
    echeance: request.indicator === 'locaux-exposes-cuivre' ? (request.deadline ?? null) : null,
    depuis: request.indicator === 'evolution-ftth' ? (request.since ?? null) : null,
    departement: request.departement ?? null,
    edition: request.edition ?? null,
    format,
  });
}

/** The values that the view shows, of the whole département: the EPCI filter is applied when drawing. */
export function viewRequest(view: View): ValuesRequest {
  const { indicator, level, period, extent, deadline, since } = view;
  return { indicator, level, period, extent, deadline, since };
}

export function valuesQuery(request: ValuesRequest) {
  return apiQuery<Values>(valuesAddress(request));
}

/** What every question of a page is asked within. */
export interface Scope {
  /** null where one département is loaded: there is nothing to choose. */
  readonly departement: string | null;
  readonly edition: string | null;
}

export function useScope(): Scope {
  const { view } = useView();
  const loaded = useDepartements();
  const { edition } = view;
  const departement = loaded.length > 1 ? (findShown(loaded, view.departement)?.code ?? null) : null;
  return useMemo(() => ({ departement, edition }), [departement, edition]);
}

const noTerritories: readonly Territory[] = [];

/** The départements that are loaded. */
export function useDepartements(): readonly Territory[] {
  const { data } = useQuery(
    apiQuery<z.infer<typeof territoriesSchema>>(apiAddress('territoires', { niveau: 'departement' })),
  );
  return data?.territoires ?? noTerritories;
}

/** The département that the view shows; undefined while it is not known. */
export function useDepartement(): Territory | undefined {
  const { view } = useView();
  return findShown(useDepartements(), view.departement);
}

/** Keeps the former values on screen while the next arrive, so that nothing blinks. */
export function useValues(request: ValuesRequest) {
  const scope = useScope();
  return useQuery({ ...valuesQuery({ ...request, ...scope }), placeholderData: keepPreviousData });
}

/** Several requests at once, in order; undefined while one has no answer of its own yet, or when it failed. */
export function useAllValues(requests: readonly ValuesRequest[]): readonly (Values | undefined)[] {
  const scope = useScope();
  return useQueries({
    queries: requests.map((request) => valuesQuery({ ...request, ...scope })),
    combine: collectAnswers,
  });
}

/** Whether each of these requests was answered or refused, and the first refusal. */
export function useSettled(requests: readonly ValuesRequest[]): { isSettled: boolean; error: Error | null } {
  const scope = useScope();
  return useQueries({
    queries: requests.map((request) => valuesQuery({ ...request, ...scope })),
    combine: collectStates,
  });
}

function collectStates(results: readonly { isPending: boolean; error: Error | null }[]) {
  return {
    isSettled: results.every(({ isPending }) => !isPending),
    error: results.find(({ error }) => error)?.error ?? null,
  };
}

function collectAnswers(results: readonly { data: Values | undefined }[]): readonly (Values | undefined)[] {
  return results.map((result) => result.data);
}

/** The territories of the département that is shown, or of every one. */
export function useTerritories(level: Level, where: 'here' | 'everywhere' = 'here') {
  const { departement } = useScope();
  const within = where === 'here' && level !== 'departement' ? departement : null;
  return useQuery(
    apiQuery<z.infer<typeof territoriesSchema>>(apiAddress('territoires', { niveau: level, departement: within })),
  );
}

/** Generalised outlines of the département that is shown: for pictures, since the map itself has tiles. */
export function outlinesQuery(departement: string | null) {
  return apiQuery<Topology>(apiAddress('contours', { departement }));
}

export function useIndicators() {
  const { edition } = useScope();
  return useQuery(apiQuery<z.infer<typeof indicatorsSchema>>(apiAddress('indicateurs', { edition })));
}

/** Indicators that have figures; undefined while it is not known. */
export function useLoadedIndicators(): ReadonlySet<string> | undefined {
  const { data } = useIndicators();
  return useMemo(
    () => data && new Set(data.indicateurs.filter(({ periodes }) => periodes.length > 0).map(({ id }) => id)),
    [data],
  );
}

/** @param isWanted false asks nothing: nothing is known of most territories until the source is loaded */
export function usePresence({ level, code }: { level: Level; code: string }, isWanted: boolean) {
  const { edition } = useScope();
  return useQuery({
    ...apiQuery<z.infer<typeof presenceAnswerSchema>>(apiAddress(`presence/${level}/${code}`, { edition })),
    enabled: isWanted && level !== 'departement',
  });
}

export function useSources() {
  return useQuery(apiQuery<z.infer<typeof sourcesSchema>>(apiAddress('sources', { ...useScope() })));
}

/** All projects: 95 sheets are small, and filters then answer at once. */
export function useProjects() {
  return useQuery(apiQuery<ProjectsAnswer>(apiAddress('projets', { limite: 1000, ...useScope() })));
}

/**
 * @param isWanted false asks nothing: most views show no place
 * @param open keeps the places open at that time
 */
export function usePlaces(isWanted: boolean, open: View['open'] = null) {
  const scope = useScope();
  return useQuery({
    ...apiQuery<z.infer<typeof placesSchema>>(apiAddress('lieux', { ouvert: open, limite: 1000, ...scope })),
    enabled: isWanted,
  });
}

/** @param isWanted false asks nothing: most views show the figures in force */
export function useEditions(isWanted = true) {
  return useQuery({ ...apiQuery<z.infer<typeof editionsSchema>>(apiAddress('editions')), enabled: isWanted });
}

/** The last loads, whatever became of them since. */
export function useLoadHistory() {
  const { departement } = useScope();
  return useQuery(apiQuery<z.infer<typeof loadsSchema>>(apiAddress('chargements', { departement, limite: 50 })));
}

export function useChanges({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const { departement } = useScope();
  return useQuery(apiQuery<Changes>(apiAddress('changements', { de: from, a: to, departement })));
}

export interface IndicatorChangesRequest {
  readonly indicator: string;
  readonly level: Level;
  readonly from: string;
  readonly to: string;
}

export function changesAddress(
  { indicator, level, from, to }: IndicatorChangesRequest,
  format: 'csv' | 'csv-excel' | null = null,
): string {
  return apiAddress(`changements/${indicator}`, { niveau: level, de: from, a: to, format });
}

export function useIndicatorChanges(request: IndicatorChangesRequest) {
  return useQuery(apiQuery<IndicatorChanges>(changesAddress(request)));
}
