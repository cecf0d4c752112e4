/** Facets of the catalogue of referenced projects: what each project answers, what the choices keep, and counts that follow. */
import { fundersOf, type ProjectFacts } from './project-facts.ts';

/** In the order in which they are read; each is its name in addresses. */
export const facetIds = ['themes', 'epcis', 'phases', 'financeurs', 'annees', 'porteurs', 'confiances'] as const;
export type FacetId = (typeof facetIds)[number];

/** Facet → keys that are chosen: one of them is enough; an empty list keeps everything. */
export type FacetChoices = Readonly<Record<FacetId, readonly string[]>>;

export const noFacetChoices: FacetChoices = {
  themes: [],
  epcis: [],
  phases: [],
  financeurs: [],
  annees: [],
  porteurs: [],
  confiances: [],
};

/** The key of what a sheet does not say; for `epcis`, that it is of no EPCI: the whole département, or another ground. */
export const unsaid = 'non-precise';

export function facetKeysOf(project: ProjectFacts, facet: FacetId): readonly string[] {
  switch (facet) {
    case 'themes':
      return [project.theme];
    case 'epcis':
      return project.epci.length > 0 ? project.epci : [unsaid];
    case 'phases':
      return [project.phase];
    case 'financeurs': {
      const funders = fundersOf(project);
      return funders.length > 0 ? funders : [unsaid];
    }
    case 'annees':
      return [(project.dateDebut ?? project.dateDebutPrevue)?.slice(0, 4) ?? unsaid];
    case 'porteurs':
      return [project.porteurType ?? unsaid];
    case 'confiances':
      return [project.confiance];
  }
}

function isKept(project: ProjectFacts, choices: FacetChoices, except?: FacetId): boolean {
  return facetIds.every(
    (facet) =>
      facet === except ||
      choices[facet].length === 0 ||
      facetKeysOf(project, facet).some((key) => choices[facet].includes(key)),
  );
}

/** The projects that every facet keeps, in the order given. */
export function filterByFacets<Project extends ProjectFacts>(
  projects: readonly Project[],
  choices: FacetChoices,
): Project[] {
  return projects.filter((project) => isKept(project, choices));
}

/**
 * Facet → key → how many projects it would keep beside the choices of the other facets; keys that are chosen are there
 * even with none. A project of two EPCI counts in both.
 */
export function countFacets(
  projects: readonly ProjectFacts[],
  choices: FacetChoices,
): Record<FacetId, Map<string, number>> {
  const counts = Object.fromEntries(
    facetIds.map((facet) => {
      const counted = new Map(choices[facet].map((key) => [key, 0]));
      for (const project of projects)
        if (isKept(project, choices, facet))
          for (const key of facetKeysOf(project, facet)) counted.set(key, (counted.get(key) ?? 0) + 1);
      return [facet, counted];
    }),
  );
  return counts as Record<FacetId, Map<string, number>>;
}
