/** What the address keeps of the screens of projects: words, facets, chosen sheets, and how a table or a calendar is cut. */
import { type FacetChoices, type FacetId, facetIds, noFacetChoices } from '../../data/analysis/project-facets.ts';

export const calendarSteps = ['mois', 'trimestre', 'annee'] as const;
export type CalendarStep = (typeof calendarSteps)[number];
export const cellKinds = ['nombre', 'budget'] as const;
export type CellKind = (typeof cellKinds)[number];

export interface ProjectFilters {
  /** Words that are searched; null: none. */
  readonly q: string | null;
  readonly facets: FacetChoices;
  /** Sheets put aside, for a summary or a comparison, in the order in which they were chosen. */
  readonly chosen: readonly string[];
  /** Whether a calendar keeps only what is past its announced end. */
  readonly isOnlyPastDue: boolean;
  readonly step: CalendarStep;
  /** What the cells of the distribution show. */
  readonly cell: CellKind;
}

export const mostChosen = 40;

export const defaultProjectFilters: ProjectFilters = {
  q: null,
  facets: noFacetChoices,
  chosen: [],
  isOnlyPastDue: false,
  step: 'annee',
  cell: 'nombre',
};

const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

/** @param read the value of a parameter; empty when it is not there */
export function parseProjectFilters(read: (name: string) => string): ProjectFilters {
  const listOf = (name: string) => [...new Set(read(name).slice(0, 1000).split('|'))].filter((item) => item !== '');
  return {
    q: read('q').trim().slice(0, 100) || null,
    facets: Object.fromEntries(facetIds.map((facet) => [facet, listOf(facet)])) as Record<FacetId, string[]>,
    chosen: listOf('choix')
      .filter((id) => idPattern.test(id))
      .slice(0, mostChosen),
    isOnlyPastDue: read('retards') === 'oui',
    step: calendarSteps.find((step) => step === read('pas')) ?? defaultProjectFilters.step,
    cell: cellKinds.find((cell) => cell === read('cellules')) ?? defaultProjectFilters.cell,
  };
}

/** @param write names a parameter, its value, and the one that is left out */
export function writeProjectFilters(
  filters: ProjectFilters,
  write: (name: string, value: string | null, fallback: string | null) => void,
): void {
  write('q', filters.q, null);
  for (const facet of facetIds) write(facet, filters.facets[facet].join('|'), '');
  write('choix', filters.chosen.join('|'), '');
  write('retards', filters.isOnlyPastDue ? 'oui' : null, null);
  write('pas', filters.step, defaultProjectFilters.step);
  write('cellules', filters.cell, defaultProjectFilters.cell);
}

/** The choices after a key of a facet is taken, or left where it was taken. */
export function toggleFacet(facets: FacetChoices, facet: FacetId, key: string): FacetChoices {
  const keys = facets[facet];
  return { ...facets, [facet]: keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key] };
}

/** The sheets put aside, with one more, or one less. */
export function toggleChosen(chosen: readonly string[], id: string): readonly string[] {
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, mostChosen);
}
