/** What the screen of balance says of one period, computed from the figures of communes. Pure. */
import {
  giniIndex,
  heaviest,
  type LorenzPoint,
  lorenzCurve,
  permuteGroups,
  theilSplit,
  type Unit,
  type Weight,
} from '../../../data/analysis/balance.ts';
import { chanceRounds, chanceSeed, leastTheil } from '../../../data/analysis/missing-quantity.ts';
import type { BalanceReading, Half } from '../../text/balance.ts';

const mostHeavy = 10;

export interface BalanceFigures extends BalanceReading {
  readonly curve: readonly LorenzPoint[];
  readonly heaviest: readonly Weight[];
  /** The indices of what is there, instead of what is missing: why it is not what is measured. */
  readonly served: { readonly gini: number; readonly theil: number } | null;
}

/** @param hasGroups whether EPCI are compared: false inside one of them */
export function readBalance(units: readonly Unit[], hasGroups: boolean): BalanceFigures {
  const split = theilSplit(units);
  const isReadable = split !== null && split.total >= leastTheil;
  return {
    ...readIndices(units),
    communes: units.length,
    isReadable,
    half: isReadable ? smallestHalf(units) : null,
    split: hasGroups ? split : null,
    chance: hasGroups && isReadable ? permuteGroups(units, chanceRounds(units.length), chanceSeed) : null,
    curve: lorenzCurve(units),
    heaviest: heaviest(units, mostHeavy).filter(({ contribution }) => contribution > 0),
    served: readServed(units),
  };
}

/** Magnitude and indices: what is told of each period of a series. */
export function readIndices(units: readonly Unit[]) {
  return {
    base: units.reduce((sum, { base }) => sum + base, 0),
    quantity: units.reduce((sum, { quantity }) => sum + quantity, 0),
    gini: giniIndex(units),
    theil: theilSplit(units)?.total ?? null,
  };
}

/** The fewest premises whose communes hold half of what is missing: whole communes, from the least well served. */
export function smallestHalf(units: readonly Unit[]): Half | null {
  const { base, quantity } = readIndices(units);
  if (quantity === 0) return null;
  const ordered = [...units].sort((a, b) => b.quantity * a.base - a.quantity * b.base);
  let [communes, ofBase, ofQuantity] = [0, 0, 0];
  for (const unit of ordered) {
    if (ofQuantity * 2 >= quantity) break;
    communes += 1;
    ofBase += unit.base;
    ofQuantity += unit.quantity;
  }
  return { communes, baseShare: ofBase / base, quantityShare: ofQuantity / quantity };
}

function readServed(units: readonly Unit[]): BalanceFigures['served'] {
  const served = units.map((unit) => ({ ...unit, quantity: Math.max(0, unit.base - unit.quantity) }));
  const { gini, theil } = readIndices(served);
  return gini === null || theil === null || theil >= leastTheil ? null : { gini, theil };
}

/** Share of what is missing in the best served communes that hold `base` of the premises, read along the curve. */
export function shareAt(curve: readonly LorenzPoint[], base: number): number {
  const after = curve.findIndex((point) => point.base >= base - 1e-12);
  const [from, to] = [curve[after - 1], curve[after]];
  if (!to) return 1;
  if (!from || to.base === from.base) return to.quantity;
  return from.quantity + ((base - from.base) / (to.base - from.base)) * (to.quantity - from.quantity);
}
