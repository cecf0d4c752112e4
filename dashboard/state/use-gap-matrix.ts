/** Need × supply × projects as the API answers it, of every EPCI or of the communes of one. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { GapMatrix } from '../../api/contract-gaps.ts';
import { apiAddress, apiQuery, useScope } from './queries.ts';
import { useView } from './use-view.ts';

/** The former classes stay while those of another threshold arrive. @param epci null asks for every EPCI */
export function useGapMatrix(epci: string | null, isWanted = true) {
  const { view } = useView();
  const scope = useScope();
  return useQuery({
    ...apiQuery<GapMatrix>(
      apiAddress('ecarts/matrice', {
        niveau: epci === null ? null : 'commune',
        epci,
        ecart: view.gaps.needRatio,
        ...scope,
      }),
    ),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}
