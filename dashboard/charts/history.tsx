/** The indicator by period, with a gap where the method changes. */
export function History() {
  return null;
}
