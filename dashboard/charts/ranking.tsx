/** The territories of the view, ranked, as horizontal bars. */
export function Ranking() {
  return null;
}
