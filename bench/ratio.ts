/** Two things measured in turn, A B A B…, so that a machine whose speed drifts slows both; and how times are told. */

export interface Measured {
  readonly ours: number;
  readonly peer: number;
  /** Median of the ratios ours ÷ peer, pair by pair, with the smallest and the largest. */
  readonly ratio: readonly [least: number, median: number, most: number];
}

export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<Measured> {
  const pairs: [number, number][] = [];
  for (let i = 0; i < rounds; i++) pairs.push([await ours(), await peer()]);
  const ratios = pairs.map(([a, b]) => a / b);
  return {
    ours: median(pairs.map(([a]) => a)),
    peer: median(pairs.map(([, b]) => b)),
    ratio: [Math.min(...ratios), median(ratios), Math.max(...ratios)],
  };
}

export function formatRatio({ ratio: [least, middle, most] }: Measured): string {
  return `${middle.toFixed(3)} (${least.toFixed(3)} to ${most.toFixed(3)})`;
}

/** Median and extremes, in milliseconds. */
export function told(values: readonly number[]): string {
  return `${median(values).toFixed(0)} ms (median of ${values.length}, ${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`;
}

/** The same, set against a limit. */
export function toldBeside(values: readonly number[], limitMs: number): string {
  return `${told(values)}, ${(median(values) / limitMs).toFixed(2)} of the limit of ${limitMs} ms`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
