/** Which quantity of an indicator is spread over communes, and on which base: what is missing, where a service is nearly complete. */
import type { Unit } from './balance.ts';

export interface CountedFigure {
  readonly code: string;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
}

export interface Measured {
  readonly nature: string;
  readonly direction: string;
}

/** A share above this one is nearly complete: what is left is what differs. */
export const nearlyCompleteRatio = 0.5;

/**
 * Communes whose figures are known. A count already is the missing quantity, on its base. A rate that should be high
 * is turned round: the base less what is served, never below none.
 * @param groupOf EPCI of a commune; those of none form a group of their own
 */
export function toUnits(
  figures: readonly CountedFigure[],
  { nature, direction }: Measured,
  groupOf: (code: string) => string | null,
): Unit[] {
  const isTurned = nature === 'ratio' && direction === 'more-is-better';
  return figures.flatMap(({ code, numerateur, denominateur }) => {
    if (numerateur === null || denominateur === null || denominateur <= 0) return [];
    const quantity = isTurned ? Math.max(0, denominateur - numerateur) : numerateur;
    return [{ code, group: groupOf(code) ?? '', base: denominateur, quantity }];
  });
}

/** Under this index, what differs is noise, and no sentence is drawn from it. */
export const leastTheil = 0.02;

const mostRounds = 500;
const leastRounds = 50;
/** Communes dealt in all: the more there are, the less chance wanders, and the fewer rounds tell it. */
const mostDealt = 2_000_000;

/** Seed and rounds of the permutation of communes between EPCI: the same figures give the same answer everywhere. */
export const chanceSeed = 0.42;
export function chanceRounds(communes: number): number {
  return Math.max(leastRounds, Math.min(mostRounds, Math.floor(mostDealt / Math.max(1, communes))));
}
