/** Reads features of the program under test, as what the clients are compared with. */
import { inject } from 'vitest';

const origin = inject('origin');

export interface Feature {
  id: string;
  geometry: { coordinates: number[][][][] };
  properties: Record<string, string | number | null>;
}
export const items = async (collection: string, query: Record<string, string> = {}) =>
  (await (
    await fetch(`${origin}/ogc/collections/${collection}/items?${new URLSearchParams({ limit: '1000', ...query })}`)
  ).json()) as { features: Feature[]; numberMatched: number };
