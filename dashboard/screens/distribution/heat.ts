/** The colour of a cell of the distribution: one ramp, dark = more, each with an ink that is read on it. */
import { schemeYlGnBu } from 'd3-scale-chromatic';

export interface Heat {
  readonly background: string;
  readonly ink: string;
}

const dark = '#1c211f';
const light = '#ffffff';
const scheme = schemeYlGnBu[9] ?? [];
/** The steps of the scheme on which an ink has a contrast of 4.5: its sixth bears neither a dark one nor a light one. */
export const heats: readonly Heat[] = [1, 2, 3, 4, 6].map((step) => ({
  background: scheme[step] ?? '#ffffff',
  ink: step < 5 ? dark : light,
}));

/** Equal steps up to the largest cell; null: nothing is counted there. */
export function heatOfCount(count: number, largest: number): Heat | null {
  if (count <= 0) return null;
  const step = Math.ceil((count / Math.max(heats.length, largest)) * heats.length);
  return heats[Math.min(heats.length, step) - 1] ?? null;
}

/** Budgets go from thousands to hundreds of millions: each bound is ten times the one before. */
const budgetBounds = [1e5, 1e6, 1e7, 1e8];

export function heatOfBudget(euros: number | null): Heat | null {
  if (euros === null) return null;
  return heats[budgetBounds.filter((bound) => euros >= bound).length] ?? null;
}
