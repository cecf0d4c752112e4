/**
 * Where the next places would bring most uncovered inhabitants within reach: the maximal covering location problem
 * (R. Church and C. ReVelle, 1974), solved greedily, which is never below 1 − 1/e of the best (G. Nemhauser,
 * L. Wolsey and M. Fisher, 1978). What a candidate gains only shrinks as others are chosen, so its last gain bounds
 * the next, and most candidates are not counted again (M. Minoux, 1978).
 */
import type { Cover } from './reach.ts';

export interface Candidate {
  readonly code: string;
  readonly cover: Cover;
}

export interface Site {
  readonly code: string;
  /** Inhabitants that this one brings within reach, beyond those before it. */
  readonly gained: number;
  /** Ranks of the demands won. */
  readonly ranks: readonly number[];
}

/** What greedy covers at least, against the best choice of as many sites. */
export const greedyGuarantee = 1 - 1 / Math.E;

/**
 * At the most `count` sites, in the order in which they are chosen; fewer when nothing more can be won. Equal gains go
 * to the first code.
 * @param inhabitants by rank of demand; 0 for those that are covered already
 */
export function chooseSites(candidates: readonly Candidate[], inhabitants: ArrayLike<number>, count: number): Site[] {
  const left = Float64Array.from(inhabitants);
  const gainOf = (cover: Cover) => {
    let gain = 0;
    for (let i = 0; i < cover.length; i++) gain += left[cover[i] ?? 0] ?? 0;
    return gain;
  };
  const bounded = candidates.map(({ code, cover }) => ({ code, cover, most: gainOf(cover) }));
  const sites: Site[] = [];
  while (sites.length < count) {
    bounded.sort((a, b) => b.most - a.most || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
    let best: (typeof bounded)[number] | null = null;
    for (const candidate of bounded) {
      if (best && (candidate.most < best.most || (candidate.most === best.most && candidate.code > best.code))) break;
      candidate.most = gainOf(candidate.cover);
      if (!best || candidate.most > best.most || (candidate.most === best.most && candidate.code < best.code))
        best = candidate;
    }
    if (!best || best.most === 0) break;
    const { code, cover, most } = best;
    const ranks = takeFrom(left, cover);
    best.most = 0;
    sites.push({ code, gained: most, ranks });
  }
  return sites;
}

/** Ranks of a cover that had inhabitants left, who are left no more. */
export function takeFrom(left: Float64Array, cover: Cover): number[] {
  const ranks: number[] = [];
  for (let i = 0; i < cover.length; i++) {
    const rank = cover[i] ?? 0;
    if ((left[rank] ?? 0) === 0) continue;
    ranks.push(rank);
    left[rank] = 0;
  }
  return ranks;
}
