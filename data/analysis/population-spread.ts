/** The population of a commune, spread over the cells in which people live: whole inhabitants, whose sum is that of the commune. */

/** Cells of one commune with their inhabitants, none empty. */
export type CommuneCells = readonly (readonly [longitude: number, latitude: number, inhabitants: number])[];

export interface WeightedCell {
  readonly commune: string;
  readonly position: readonly [longitude: number, latitude: number];
  /** Above 0, in any unit. */
  readonly weight: number;
}

/**
 * In proportion of the weights, by largest remainders; equal remainders go to the first cell. A commune without a cell,
 * or of unknown population, is left out: it stays at its centre.
 * @param populations whole numbers of inhabitants by commune; null: unknown
 */
export function spreadPopulation(
  populations: ReadonlyMap<string, number | null>,
  cells: readonly WeightedCell[],
): Map<string, CommuneCells> {
  const byCommune = new Map<string, WeightedCell[]>();
  for (const cell of cells) {
    const held = byCommune.get(cell.commune);
    if (held) held.push(cell);
    else byCommune.set(cell.commune, [cell]);
  }
  const spread = new Map<string, CommuneCells>();
  for (const [commune, own] of byCommune) {
    const population = populations.get(commune) ?? null;
    if (population === null || population === 0) continue;
    const shares = allot(
      population,
      own.map(({ weight }) => weight),
    );
    spread.set(
      commune,
      own.flatMap(({ position: [longitude, latitude] }, i) => {
        const inhabitants = shares[i] ?? 0;
        return inhabitants === 0 ? [] : [[longitude, latitude, inhabitants] as const];
      }),
    );
  }
  return spread;
}

/** Whole parts of `total` in proportion of the weights, whose sum is `total`. */
function allot(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((added, weight) => added + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((added, part) => added + part, 0);
  const byRemainder = exact.map((part, i) => ({ i, remainder: part - Math.floor(part) }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, missing)) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}
