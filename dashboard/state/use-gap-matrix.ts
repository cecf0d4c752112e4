/** Need × supply × projects, of every EPCI or of the communes of one: asked once, classified here as the threshold moves. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { GapMatrix } from '../../api/contract-gaps.ts';
import { classifyRow } from '../../data/analysis/gap-rows.ts';
import { apiAddress, apiQuery, useScope } from './queries.ts';

/** @param epci null asks for every EPCI; @param needRatio how much worse than the reference makes a need */
export function useGapMatrix(epci: string | null, needRatio: number, isWanted = true) {
  const scope = useScope();
  const { data, error } = useQuery({
    ...apiQuery<GapMatrix>(apiAddress('ecarts/matrice', { niveau: epci === null ? null : 'commune', epci, ...scope })),
    enabled: isWanted,
  });
  const classified = useMemo(
    (): GapMatrix | undefined =>
      data && { ...data, ecart: needRatio, territoires: data.territoires.map((row) => classifyRow(row, needRatio)) },
    [data, needRatio],
  );
  return { data: classified, error };
}
