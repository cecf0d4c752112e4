/** Ranks the territories of the view by the weights of the address. Nothing is asked of the API when a weight moves. */
import { useMemo } from 'react';
import type { Value } from '../../api/contract.ts';
import { type Candidate, type Ranked, type RankingCriterion, rankByCriteria } from '../../data/analysis/priority.ts';
import {
  useAllValues,
  useDepartement,
  useLoadedIndicators,
  useSettled,
  useTerritories,
  type ValuesRequest,
} from './queries.ts';
import { type OfferedCriterion, offeredCriteria, weightsOf } from './ranking-criteria.ts';
import { useView } from './use-view.ts';

export interface RankedTerritory extends Ranked {
  readonly name: string;
  /** One per criterion; undefined when the API has none for it. */
  readonly values: readonly (Value | undefined)[];
}

export interface Ranking {
  readonly criteria: readonly (OfferedCriterion & RankingCriterion)[];
  readonly candidates: readonly Candidate[];
  /** Of the chosen EPCI, or of the département; the first first, then those that cannot be ranked, by name. */
  readonly rows: readonly RankedTerritory[];
  /** All that are compared, whatever the EPCI. */
  readonly compared: number;
  readonly unranked: number;
  /** Name of the chosen EPCI, whose communes are shown; null: all. */
  readonly epci: string | null;
}

const noCriteria: readonly OfferedCriterion[] = [];

export function useRanking(): { ranking: Ranking | null; error: Error | null } {
  const { view } = useView();
  const { level } = view;
  const loaded = useLoadedIndicators();
  const departement = useDepartement();
  const epcis = useTerritories('epci').data?.territoires;
  const offered = useMemo(() => (loaded ? offeredCriteria(loaded, level) : noCriteria), [loaded, level]);
  const requests = useMemo(
    () => offered.map(({ id }): ValuesRequest => ({ indicator: id, level, period: null })),
    [offered, level],
  );
  const answers = useAllValues(requests);
  const { isSettled, error } = useSettled(requests);
  const { weights } = view.gaps;
  const ranking = useMemo(() => {
    if (!loaded || !departement || !epcis || !isSettled || answers.length !== offered.length) return null;
    const byCode = answers.map((answer) => new Map(answer?.valeurs.map((value) => [value.code, value])));
    const names = new Map(
      answers.flatMap((answer) => answer?.valeurs.map(({ code, nom }) => [code, nom] as const) ?? []),
    );
    const held = [...names].map(([code, name]) => ({ code, name, values: byCode.map((values) => values.get(code)) }));
    const candidates = held.map(({ code, values }) => ({
      code,
      values: values.map((value) => (typeof value?.valeur === 'number' ? value.valeur : null)),
    }));
    const weighed = weightsOf(weights, offered);
    const criteria = offered.map((criterion, i) => ({ ...criterion, weight: weighed[i] ?? 0 }));
    const ranked = rankByCriteria(candidates, criteria).map((one, i) => ({
      ...one,
      name: held[i]?.name ?? one.code,
      values: held[i]?.values ?? [],
    }));
    const epci = level === 'commune' ? epcis.find(({ code }) => code === view.epci) : undefined;
    return {
      criteria,
      candidates,
      rows: ranked
        .filter(({ code }) => !epci || epci.communes.includes(code))
        .sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9) || a.name.localeCompare(b.name, 'fr')),
      compared: ranked.length,
      unranked: ranked.filter(({ rank }) => rank === null).length,
      epci: epci?.nom ?? null,
    } satisfies Ranking;
  }, [loaded, departement, epcis, isSettled, answers, offered, weights, level, view.epci]);
  return { ranking, error };
}
