/**
 * Where the next places would bring most uncovered inhabitants within reach: the maximal covering location problem
 * (R. Church and C. ReVelle, 1974), solved greedily, which is never below 1 − 1/e of the best (G. Nemhauser,
 * L. Wolsey and M. Fisher, 1978).
 */
import { type Demand, distanceKm, type Position } from './reach.ts';

export interface Candidate {
  readonly code: string;
  readonly at: Position;
}

export interface Site {
  readonly code: string;
  /** Inhabitants that this one brings within reach, beyond those before it. */
  readonly gained: number;
  /** Demands won, those with most inhabitants first. */
  readonly won: readonly string[];
}

/** What greedy covers at least, against the best choice of as many sites. */
export const greedyGuarantee = 1 - 1 / Math.E;

/** Candidate → places in `demands` that it covers. */
function coverSets(candidates: readonly Candidate[], demands: readonly Demand[], limitKm: number): number[][] {
  return candidates.map(({ at }) => demands.flatMap((demand, i) => (distanceKm(at, demand.at) <= limitKm ? [i] : [])));
}

/**
 * At the most `count` sites, in the order in which they are chosen; fewer when nothing more can be won. Equal gains go
 * to the first code.
 * @param demands those not covered yet
 */
export function chooseSites(
  candidates: readonly Candidate[],
  demands: readonly Demand[],
  limitKm: number,
  count: number,
): Site[] {
  const ordered = [...candidates].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const sets = coverSets(ordered, demands, limitKm);
  const isCovered = new Array<boolean>(demands.length).fill(false);
  const sites: Site[] = [];
  while (sites.length < count) {
    let best = -1;
    let bestGain = 0;
    for (const [i, set] of sets.entries()) {
      const gain = set.reduce((sum, at) => sum + (isCovered[at] ? 0 : (demands[at]?.inhabitants ?? 0)), 0);
      if (gain > bestGain) [best, bestGain] = [i, gain];
    }
    const chosen = ordered[best];
    if (!chosen) break;
    const won = (sets[best] ?? []).filter((at) => !isCovered[at]);
    for (const at of won) isCovered[at] = true;
    sites.push({
      code: chosen.code,
      gained: bestGain,
      won: won
        .flatMap((at) => demands[at] ?? [])
        .sort((a, b) => b.inhabitants - a.inhabitants || (a.code < b.code ? -1 : 1))
        .map(({ code }) => code),
    });
  }
  return sites;
}
