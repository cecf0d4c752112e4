/** Days and periods in sentences, as French writes them. */

/** An ISO day or instant → 24/11/2026. */
export function frenchDay(iso: string): string {
  return iso.slice(0, 10).split('-').reverse().join('/');
}

/** 2026-T2 → T2 2026, 2025-10-20 → 20/10/2025, 2021 → 2021. */
export function frenchPeriod(period: string): string {
  const [, year, quarter] = /^(\d{4})-(T[1-4])$/.exec(period) ?? [];
  return year && quarter ? `${quarter} ${year}` : frenchDay(period);
}
