/** Numbers with their nouns, and days, in messages, as French writes them. */

/** French takes the plural from two on: `1 ligne refusée`, `1 940 lignes refusées`. */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('fr-FR')} ${Math.abs(count) < 2 ? one : many}`;
}

/** An ISO day or instant → 24/11/2026. */
export function frenchDay(iso: string): string {
  return iso.slice(0, 10).split('-').reverse().join('/');
}
