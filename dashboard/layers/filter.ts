/** Which territories the view's EPCI filter keeps. */
import type { LayerInput } from './declare.ts';

export function isInFilter(code: string, { view, communes }: Pick<LayerInput, 'view' | 'communes'>): boolean {
  if (view.epci === null || view.epci === code) return true;
  return communes.some((commune) => commune.code === code && commune.epci?.code === view.epci);
}
