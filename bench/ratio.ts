/** Two things measured in turn, A B A B…, so that a machine whose speed drifts slows both. */

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

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
