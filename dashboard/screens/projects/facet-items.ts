/** The values of a facet as they are listed: in which order, with which count, and which stand before the fold. */
import type { ProjectsAnswer } from '../../../api/contract-projects.ts';
import { type FacetId, unsaid } from '../../../data/analysis/project-facets.ts';
import { confidences, projectPhases } from '../../../data/catalogue/project-words.ts';
import { themeIds, themes } from '../../../data/catalogue/themes.ts';

export interface FacetItem {
  readonly key: string;
  readonly count: number;
  /** Of a theme, as on the map. */
  readonly color: string | null;
}

const beforeFold = 5;

/**
 * Themes and EPCI are all listed, even with no project; the other facets list what is met.
 * @param epcis SIREN of those of the département
 */
export function facetItems(
  facet: FacetId,
  counted: ProjectsAnswer['facettes'],
  epcis: readonly string[],
): readonly FacetItem[] {
  const values = counted.find(({ id }) => id === facet)?.valeurs ?? [];
  const counts = new Map(values.map(({ cle, nombre }) => [cle, nombre]));
  const listed: readonly string[] = facet === 'themes' ? themeIds : facet === 'epcis' ? epcis : [];
  const keys = [...new Set([...counts.keys(), ...listed])];
  const items = keys.map((key) => ({
    key,
    count: counts.get(key) ?? 0,
    color: facet === 'themes' ? (themes.find(({ id }) => id === key)?.color ?? null) : null,
  }));
  // The answer comes by count; what has an order of its own keeps it, and what is not said comes last.
  return items.sort((a, b) => Number(a.key === unsaid) - Number(b.key === unsaid) || compare(facet, a.key, b.key));
}

function compare(facet: FacetId, a: string, b: string): number {
  const orders: Partial<Record<FacetId, readonly string[]>> = {
    themes: themeIds,
    phases: projectPhases,
    confiances: confidences,
  };
  const order = orders[facet];
  if (order) return order.indexOf(a) - order.indexOf(b);
  return facet === 'annees' ? b.localeCompare(a) : 0;
}

/** What stands before the fold: the first ones, what is chosen, and what sheets do not say; every theme. */
export function visibleItems(
  facet: FacetId,
  items: readonly FacetItem[],
  chosen: readonly string[],
): readonly FacetItem[] {
  if (facet === 'themes') return items;
  const said = items.filter(({ key }) => key !== unsaid);
  const first = new Set(said.slice(0, said.length === beforeFold + 1 ? said.length : beforeFold));
  return items.filter((item) => first.has(item) || item.key === unsaid || chosen.includes(item.key));
}
