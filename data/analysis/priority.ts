/** Ranking by chosen criteria: percentile ranks, their weighted mean, and how much the order owes to the weights. */
import { randomExponential, randomLcg } from 'd3-random';

export interface Candidate {
  readonly code: string;
  /** One per criterion, in their order; null when it is not known. */
  readonly values: readonly (number | null)[];
}

export interface RankingCriterion {
  readonly weight: number;
  /** Whether a high value, or a low one, makes it a priority. */
  readonly isHighFirst: boolean;
}

export interface Ranked {
  readonly code: string;
  /** 0 to 100 by criterion; null where the value is not known: nothing is made up in its place. */
  readonly percentiles: readonly (number | null)[];
  /** What each criterion brings to the score; null where it is not known. */
  readonly parts: readonly (number | null)[];
  /** 0 to 100; null until every criterion that weighs is known. */
  readonly score: number | null;
  /** 1 is the first priority; equal scores share it. */
  readonly rank: number | null;
}

/**
 * Percentile ranks among the candidates whose value is known: the share of the others that are below, those equal
 * counting one half, times 100. A candidate alone ranks 50.
 */
export function percentileRanks(values: readonly (number | null)[], isHighFirst: boolean): (number | null)[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  return values.map((value) => {
    if (value === null) return null;
    if (known.length === 1) return 50;
    const below = lowerBound(known, value);
    const equal = upperBound(known, value) - below;
    const share = (below + (equal - 1) / 2) / (known.length - 1);
    return 100 * (isHighFirst ? share : 1 - share);
  });
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function upperBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** In the order given. */
export function rankByCriteria(candidates: readonly Candidate[], criteria: readonly RankingCriterion[]): Ranked[] {
  const percentiles = criteria.map(({ isHighFirst }, i) =>
    percentileRanks(
      candidates.map(({ values }) => values[i] ?? null),
      isHighFirst,
    ),
  );
  const weights = criteria.map(({ weight }) => weight);
  const scored = candidates.map(({ code }, row) => {
    const own = percentiles.map((column) => column[row] ?? null);
    return { code, percentiles: own, ...scoreOf(own, weights) };
  });
  const scores = scored.flatMap(({ score }) => score ?? []);
  return scored.map((one) => ({
    ...one,
    rank: one.score === null ? null : 1 + scores.filter((other) => other > (one.score ?? 0)).length,
  }));
}

function scoreOf(percentiles: readonly (number | null)[], weights: readonly number[]): Pick<Ranked, 'parts' | 'score'> {
  const sum = weights.reduce((added, weight) => added + weight, 0);
  const parts = percentiles.map((percentile, i) =>
    percentile === null || sum === 0 ? null : (percentile * (weights[i] ?? 0)) / sum,
  );
  const isKnown = sum > 0 && parts.every((part, i) => part !== null || weights[i] === 0);
  return { parts, score: isKnown ? parts.reduce<number>((added, part) => added + (part ?? 0), 0) : null };
}

/**
 * Code → how often, 0 to 1, it is among the first `top` when the weights are drawn at random, every mix being as
 * likely (a flat Dirichlet: exponentials over their sum). Criteria that weigh nothing stay out.
 * @param seed the same gives the same; 0 to 1
 */
export function rankRobustness(
  candidates: readonly Candidate[],
  criteria: readonly RankingCriterion[],
  { top, rounds, seed }: { readonly top: number; readonly rounds: number; readonly seed: number },
): Map<string, number> {
  const drawn = criteria.flatMap(({ weight }, i) => (weight > 0 ? [i] : []));
  const percentiles = drawn.map((i) =>
    percentileRanks(
      candidates.map(({ values }) => values[i] ?? null),
      criteria[i]?.isHighFirst ?? true,
    ),
  );
  const complete = candidates.flatMap(({ code }, row) =>
    drawn.length > 0 && percentiles.every((column) => column[row] !== null) ? [{ code, row }] : [],
  );
  const times = new Map(complete.map(({ code }) => [code, 0]));
  const draw = randomExponential.source(randomLcg(seed))(1);
  for (let round = 0; round < rounds; round++) {
    const weights = drawn.map(() => draw());
    const scores = complete.map(({ code, row }) => ({
      code,
      score: weights.reduce((sum, weight, i) => sum + weight * (percentiles[i]?.[row] ?? 0), 0),
    }));
    scores.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
    for (const { code } of scores.slice(0, top)) times.set(code, (times.get(code) ?? 0) + 1);
  }
  return new Map([...times].map(([code, count]) => [code, count / rounds]));
}
