/** Numbers and their nouns in messages, as French writes them. */

/** French takes the plural from two on: `1 ligne refusée`, `1 940 lignes refusées`. */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('fr-FR')} ${Math.abs(count) < 2 ? one : many}`;
}
