/** What is summed over communes, then divided. */

/**
 * Sums over the communes of a territory that share a key (a date, a category, a part, a theme) and a detail (operators,
 * another date).
 */
export interface Cell {
  readonly key: string | null;
  readonly detail: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Communes whose figure is known, unknown, and under statistical secret (these are unknown too). */
  readonly known: number;
  readonly unknown: number;
  readonly secret: number;
  /** Of the unknown, the communes outside the loaded départements: there are some only in the whole extent of an EPCI. */
  readonly outside: number;
  /** Why there is no figure, or what to know of it. */
  readonly reason: string | null;
}
