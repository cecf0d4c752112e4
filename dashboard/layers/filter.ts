/** Which territories the view's EPCI filter keeps. */
import type { LayerInput } from './declare.ts';

export function isInFilter(code: string, { filter, communes }: Pick<LayerInput, 'filter' | 'communes'>): boolean {
  if (filter === null || filter === code) return true;
  return communes.some((commune) => commune.code === code && commune.epci?.code === filter);
}
