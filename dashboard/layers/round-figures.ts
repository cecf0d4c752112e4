/** Round numbers for a legend of sizes: 10 895 → 10 000, 2 000, 500; each about a fifth of the one before. */
export function roundFigures(largest: number): readonly number[] {
  const figures = [1, 5, 25].map((divisor) => roundDown(largest / divisor)).filter((figure) => figure >= 1);
  return [...new Set(figures)];
}

/** The largest 1, 2 or 5 times a power of ten that is not above the number. */
function roundDown(number: number): number {
  if (number < 1) return 0;
  const power = 10 ** Math.floor(Math.log10(number));
  return ([5, 2, 1].find((step) => step * power <= number) ?? 1) * power;
}
