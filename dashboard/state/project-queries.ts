/** What the screens of projects ask of the API, each as a cached query. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { catalogueSchema, DistributionAnswer, ProjectSheet, ProjectsAnswer } from '../../api/contract-projects.ts';
import { facetIds } from '../../data/analysis/project-facets.ts';
import type { ProjectFilters } from './project-filters.ts';
import { apiAddress, apiQuery, useScope } from './queries.ts';

/** Address of the projects that words and facets keep. */
export function projectsAddress(
  { q, facets }: Pick<ProjectFilters, 'q' | 'facets'>,
  scope: { readonly departement: string | null; readonly edition: string | null },
): string {
  return apiAddress('projets', {
    q,
    ...Object.fromEntries(facetIds.map((facet) => [facet, facets[facet].join('|') || null])),
    limite: 1000,
    ...scope,
  });
}

/** The projects that words and facets keep, with the counts of every facet; the former ones stay until the next arrive. */
export function useFoundProjects(filters: Pick<ProjectFilters, 'q' | 'facets'>) {
  const scope = useScope();
  return useQuery({ ...apiQuery<ProjectsAnswer>(projectsAddress(filters, scope)), placeholderData: keepPreviousData });
}

/** @param id null asks nothing */
export function useProjectSheet(id: string | null) {
  const { edition } = useScope();
  return useQuery({ ...apiQuery<ProjectSheet>(apiAddress(`projets/${id}`, { edition })), enabled: id !== null });
}

export function useDistribution() {
  return useQuery(apiQuery<DistributionAnswer>(apiAddress('projets/repartition', { ...useScope() })));
}

export function useCatalogue() {
  return useQuery(apiQuery<z.infer<typeof catalogueSchema>>(apiAddress('fiches', { ...useScope() })));
}
