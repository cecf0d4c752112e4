/** 0 → A, 1 → B: sites of a scenario have letters, those that are proposed have numbers. */
export function letterOf(rank: number): string {
  return String.fromCharCode(65 + rank);
}
