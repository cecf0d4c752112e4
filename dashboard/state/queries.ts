/** What the dashboard asks of the API, each as a cached query. */
import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  indicatorsSchema,
  Problem,
  placesSchema,
  projectsSchema,
  territoriesSchema,
  Values,
} from '../../api/contract.ts';
import type { sourcesSchema } from '../../api/contract-states.ts';
import type { IndicatorId } from '../../data/catalogue/catalogue.ts';
import type { Level } from '../../data/catalogue/declare.ts';
import { failure } from '../text/reading.ts';
import type { View } from './view.ts';

/** An answer of the API that is not a success; `message` is the French sentence of its problem document. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly problem: Problem | null;
  constructor(message: string, problem: Problem | null) {
    super(message);
    this.problem = problem;
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
  throw new ApiError(problem?.detail ?? failure.status(response.status), problem);
}

function apiQuery<T>(address: string) {
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

/** Keeps the former values on screen while the next arrive, so that nothing blinks. */
export function useValues(request: ValuesRequest) {
  return useQuery({ ...valuesQuery(request), placeholderData: keepPreviousData });
}

/** Several requests at once, in order; undefined while one has no answer of its own yet, or when it failed. */
export function useAllValues(requests: readonly ValuesRequest[]): readonly (Values | undefined)[] {
  return useQueries({
    queries: requests.map((request) => apiQuery<Values>(valuesAddress(request))),
    combine: collectAnswers,
  });
}

/** Whether each of these requests was answered or refused, and the first refusal. */
export function useSettled(requests: readonly ValuesRequest[]): { isSettled: boolean; error: Error | null } {
  return useQueries({
    queries: requests.map((request) => apiQuery<Values>(valuesAddress(request))),
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

export function useTerritories(level: Level) {
  return useQuery(apiQuery<z.infer<typeof territoriesSchema>>(apiAddress('territoires', { niveau: level })));
}

export function useIndicators() {
  return useQuery(apiQuery<z.infer<typeof indicatorsSchema>>(apiAddress('indicateurs')));
}

export function useSources() {
  return useQuery(apiQuery<z.infer<typeof sourcesSchema>>(apiAddress('sources')));
}

/** All projects: 95 sheets are small, and filters then answer at once. */
export function useProjects() {
  return useQuery(apiQuery<z.infer<typeof projectsSchema>>(apiAddress('projets', { limite: 1000 })));
}

/**
 * @param isWanted false asks nothing: most views show no place
 * @param open keeps the places open at that time
 */
export function usePlaces(isWanted: boolean, open: View['open'] = null) {
  return useQuery({
    ...apiQuery<z.infer<typeof placesSchema>>(apiAddress('lieux', { ouvert: open, limite: 1000 })),
    enabled: isWanted,
  });
}
