/**
 * Cuts a list of numbers into classes by a named method. A class starts at its lower bound and ends before the next one;
 * bounds that fall on the same number are merged, so a value that most territories share stays in one class.
 */
import { ckmeans, quantileSorted } from 'simple-statistics';

export type ClassMethod = 'quantiles' | 'jenks' | 'egaux';

/**
 * Lower bounds of the classes, ascending and distinct; the first is the smallest value. At most `count`, fewer where
 * values repeat. `jenks` is the optimal one-dimensional k-means (Wang & Song 2011), the natural breaks of Jenks.
 * @param values finite numbers, in any order; none gives no class
 */
export function lowerBounds(values: readonly number[], method: ClassMethod, count: number): readonly number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const least = sorted[0];
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return [];
  const distinct = new Set(sorted).size;
  const classes = Math.max(1, Math.min(Math.trunc(count), distinct));
  if (classes === 1) return [least];
  switch (method) {
    case 'jenks':
      // Rounding can part equal values between two clusters: their common bound counts once.
      return ascending(ckmeans(sorted, classes).map((cluster) => cluster[0] ?? least));
    case 'quantiles':
      return withoutEmpty(ascending(steps(classes, (share) => quantileSorted(sorted, share))), sorted);
    case 'egaux':
      return ascending(steps(classes, (share) => least + share * (most - least)));
  }
}

/** Rank of the class that holds a value; one below the first bound counts in the first class, and -1 means no class. */
export function classIndex(bounds: readonly number[], value: number): number {
  if (bounds.length === 0) return -1;
  return Math.max(
    0,
    bounds.findLastIndex((bound) => bound <= value),
  );
}

function steps(count: number, at: (share: number) => number): number[] {
  return Array.from({ length: count }, (_, rank) => at(rank / count));
}

function ascending(bounds: readonly number[]): number[] {
  return [...new Set(bounds)].sort((a, b) => a - b);
}

/** An interpolated quantile can open a class that no value falls in. */
function withoutEmpty(bounds: readonly number[], sorted: readonly number[]): readonly number[] {
  return bounds.filter((lower, rank) => {
    const upper = bounds[rank + 1] ?? Number.POSITIVE_INFINITY;
    return rank === 0 || sorted.some((value) => value >= lower && value < upper);
  });
}
