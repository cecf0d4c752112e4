/** What the screen of access to places reads: where inhabitants are counted, how far can be measured, travel times. */
import { useQuery } from '@tanstack/react-query';
import type { Population, ReachCovers, ReachMeans } from '../../api/contract-reach.ts';
import { ApiError, apiAddress, apiQuery, useScope } from './queries.ts';
import type { View } from './view.ts';

export function usePopulation() {
  return useQuery(apiQuery<Population>(apiAddress('population/carreaux', { ...useScope() })));
}

export function useReachMeans() {
  return useQuery(apiQuery<ReachMeans>(apiAddress('ecarts/acces/moyens')));
}

/** A service that is still at work says when to ask again: an hour of that is enough. */
const mostTries = 200;

/** What sites cover in minutes; asked only when the address wants minutes, and asked again while the service works. */
export function useCovers({ gaps, epci, open }: Pick<View, 'gaps' | 'epci' | 'open'>, isWanted: boolean) {
  const scope = useScope();
  return useQuery({
    ...apiQuery<ReachCovers>(
      apiAddress('ecarts/acces/couvertures', {
        minutes: gaps.limitMinutes,
        profil: gaps.profile,
        type: gaps.kind,
        service: gaps.service,
        ouvert: open,
        epci,
        ...scope,
      }),
    ),
    enabled: isWanted,
    retry: (failures, error) => failures < mostTries && retryAfterOf(error) !== null,
    retryDelay: (_, error) => 1000 * (retryAfterOf(error) ?? 1),
  });
}

/** Seconds, when the service asks to wait; null when it answers badly: asking again is then for the person. */
function retryAfterOf(error: Error): number | null {
  return error instanceof ApiError && error.problem?.status === 503 ? error.retryAfterSeconds : null;
}
