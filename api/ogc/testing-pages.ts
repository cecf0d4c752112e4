/** Reads the features of a seeded application as a client does. For tests. */
import { expect } from 'vitest';
import type { openSeededApp } from '../testing.ts';

export type Seeded = Awaited<ReturnType<typeof openSeededApp>>;

export interface Feature {
  id: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown>;
}

export interface Page {
  features: Feature[];
  links: { rel: string; href: string; type: string }[];
  numberMatched: number;
  numberReturned: number;
  timeStamp: string;
}

export const ids = ({ features }: Page) => features.map(({ id }) => id);
export const follow = (from: Page, rel: string) => from.links.find((link) => link.rel === rel)?.href;

export function pageReader({ app }: Seeded) {
  const get = async (address: string, headers: Record<string, string> = {}) =>
    app.request(address.startsWith('http') ? address : `http://localhost${address}`, { headers });

  return {
    get,
    page: async (collection: string, query: Record<string, string> = {}): Promise<Page> => {
      const response = await get(`/ogc/collections/${collection}/items?${new URLSearchParams(query)}`);
      expect(response.status, await response.clone().text()).toBe(200);
      return response.json();
    },
    /** Every page, by the next links. */
    allPages: async (first: Page): Promise<Page[]> => {
      const pages = [first];
      for (let next = follow(first, 'next'); next !== undefined; next = follow(pages.at(-1) as Page, 'next')) {
        pages.push(await (await get(next)).json());
        if (pages.length > 50) throw new Error('the pages do not end');
      }
      return pages;
    },
  };
}
