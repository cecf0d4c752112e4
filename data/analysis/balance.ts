/**
 * How evenly a quantity is spread over communes against what it is counted on: Lorenz curve, Gini and Theil indices,
 * Theil split between and within EPCI. Measured on what is missing where a service is nearly complete.
 */
import { shuffler } from 'd3-array';
import { randomLcg } from 'd3-random';

/** A commune: `base` (premises, inhabitants) and `quantity` (premises not yet connectable), neither negative. */
export interface Unit {
  readonly code: string;
  readonly group: string;
  readonly base: number;
  readonly quantity: number;
}

export interface LorenzPoint {
  /** Cumulative shares, 0 to 1, from the communes that have least for their base to those that have most. */
  readonly base: number;
  readonly quantity: number;
}

/** Communes that are counted: those with a base. What is measured on none is measured nowhere. */
function counted(units: readonly Unit[]): readonly Unit[] {
  return units.filter(({ base }) => base > 0);
}

function total(units: readonly Unit[], of: 'base' | 'quantity'): number {
  return units.reduce((sum, unit) => sum + unit[of], 0);
}

/** From (0, 0) to (1, 1); both ends alone when the quantity is nil. (M. O. Lorenz, 1905.) */
export function lorenzCurve(units: readonly Unit[]): LorenzPoint[] {
  const ordered = [...counted(units)].sort((a, b) => a.quantity * b.base - b.quantity * a.base);
  const base = total(ordered, 'base');
  const quantity = total(ordered, 'quantity');
  const points: LorenzPoint[] = [{ base: 0, quantity: 0 }];
  if (quantity === 0) return [...points, { base: 1, quantity: 1 }];
  let ofBase = 0;
  let ofQuantity = 0;
  for (const unit of ordered) {
    ofBase += unit.base;
    ofQuantity += unit.quantity;
    points.push({ base: ofBase / base, quantity: ofQuantity / quantity });
  }
  return points;
}

/**
 * 1 − Σ sᵢ (Cᵢ + Cᵢ₋₁) along a Lorenz curve: 0 when the quantity follows the base, 1 − its share of the base when one
 * commune holds all of it. null when the quantity is nil everywhere.
 */
export function giniIndex(units: readonly Unit[], points = lorenzCurve(units)): number | null {
  if (total(counted(units), 'quantity') === 0) return null;
  let area = 0;
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    if (before) area += (point.base - before.base) * (point.quantity + before.quantity);
  }
  return 1 - area;
}

export interface TheilSplit {
  /** Σ qᵢ ln(qᵢ/sᵢ), a commune without the quantity counting 0; 0 to ln(1/s). (H. Theil, 1967.) */
  readonly total: number;
  /** Σ Q ln(Q/S) over the EPCI. */
  readonly between: number;
  /** Σ Q·T over the EPCI: computed from theirs, not as a difference. */
  readonly within: number;
  /** EPCI → its part of `within`, its own index and its shares. */
  readonly groups: readonly TheilGroup[];
}

export interface TheilGroup {
  readonly group: string;
  readonly baseShare: number;
  readonly quantityShare: number;
  /** Index among its own communes; null when it has none of the quantity. */
  readonly own: number | null;
  /** What it adds to `between`, and to `within`. */
  readonly between: number;
  readonly within: number;
}

const entropy = (part: number, of: number) => (part === 0 ? 0 : part * Math.log(part / of));

/** null when the quantity is nil everywhere. */
export function theilSplit(units: readonly Unit[]): TheilSplit | null {
  const all = counted(units);
  const base = total(all, 'base');
  const quantity = total(all, 'quantity');
  if (quantity === 0) return null;
  const members = groupBy(all);
  const groups = [...members].map(([group, held]): TheilGroup => {
    const ownBase = total(held, 'base');
    const ownQuantity = total(held, 'quantity');
    const own =
      ownQuantity === 0
        ? null
        : held.reduce((sum, unit) => sum + entropy(unit.quantity / ownQuantity, unit.base / ownBase), 0);
    const share = ownQuantity / quantity;
    return {
      group,
      baseShare: ownBase / base,
      quantityShare: share,
      own,
      between: entropy(share, ownBase / base),
      within: share * (own ?? 0),
    };
  });
  const sum = (read: (group: TheilGroup) => number) => groups.reduce((added, group) => added + read(group), 0);
  return {
    total: all.reduce((added, unit) => added + entropy(unit.quantity / quantity, unit.base / base), 0),
    between: sum((group) => group.between),
    within: sum((group) => group.within),
    groups,
  };
}

function groupBy(units: readonly Unit[]): Map<string, Unit[]> {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const held = groups.get(unit.group);
    if (held) held.push(unit);
    else groups.set(unit.group, [unit]);
  }
  return groups;
}

export interface PermutationTest {
  /** Share of the index that is within EPCI, as observed. */
  readonly observed: number;
  /** The same when communes are dealt to EPCI of the same sizes at random: mean, and the bounds that hold 90 %. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly rounds: number;
}

/**
 * The more communes an EPCI has, the more of any difference is within it. What is observed means something against
 * what chance would give: communes shuffled between EPCI that keep their number of communes.
 * @param seed the same gives the same; 0 to 1
 */
export function permuteGroups(units: readonly Unit[], rounds: number, seed: number): PermutationTest | null {
  const split = theilSplit(units);
  if (split === null || split.total === 0) return null;
  // Only which EPCI a commune falls in changes from round to round: the whole index does not, and shares are summed once.
  const whole = split.total;
  const all = counted(units);
  const base = total(all, 'base');
  const quantity = total(all, 'quantity');
  const rankOf = new Map<string, number>();
  for (const { group } of all) if (!rankOf.has(group)) rankOf.set(group, rankOf.size);
  const ranks = Uint16Array.from(all, ({ group }) => rankOf.get(group) ?? 0);
  const baseShares = Float64Array.from(all, (unit) => unit.base / base);
  const quantityShares = Float64Array.from(all, (unit) => unit.quantity / quantity);
  const shuffle = shuffler(randomLcg(seed));
  const shares: number[] = [];
  for (let round = 0; round < rounds; round++) {
    shuffle(ranks as unknown as number[]);
    const ofBase = new Float64Array(rankOf.size);
    const ofQuantity = new Float64Array(rankOf.size);
    for (let i = 0; i < ranks.length; i++) {
      const rank = ranks[i] as number;
      (ofBase[rank] as number) += baseShares[i] as number;
      (ofQuantity[rank] as number) += quantityShares[i] as number;
    }
    let between = 0;
    for (let rank = 0; rank < rankOf.size; rank++)
      between += entropy(ofQuantity[rank] as number, ofBase[rank] as number);
    shares.push((whole - between) / whole);
  }
  shares.sort((a, b) => a - b);
  const at = (share: number) => shares[Math.min(rounds - 1, Math.floor(share * rounds))] ?? 0;
  return {
    observed: split.within / whole,
    mean: shares.reduce((sum, share) => sum + share, 0) / rounds,
    low: at(0.05),
    high: at(0.95),
    rounds,
  };
}

export interface Weight {
  readonly code: string;
  /** Shares of the whole, 0 to 1. */
  readonly quantityShare: number;
  readonly baseShare: number;
  /** What it adds to the index: negative where it has less than its part. */
  readonly contribution: number;
}

/** The communes that have most more than their part, the heaviest first. */
export function heaviest(units: readonly Unit[], most: number): Weight[] {
  const all = counted(units);
  const base = total(all, 'base');
  const quantity = total(all, 'quantity');
  if (quantity === 0) return [];
  return all
    .map((unit) => ({
      code: unit.code,
      quantityShare: unit.quantity / quantity,
      baseShare: unit.base / base,
      contribution: entropy(unit.quantity / quantity, unit.base / base),
    }))
    .sort((a, b) => b.contribution - a.contribution || (a.code < b.code ? -1 : 1))
    .slice(0, most);
}
