/** What the page of one project says of it to search engines and link previews. */
import { lastEvidence } from '../data/analysis/project-facts.ts';
import type { Project } from './contract-projects.ts';
import type { DescribedPage } from './described-page.ts';

export interface ProjectPage {
  readonly project: Project;
  /** What it covers, named; empty where it is not known. */
  readonly territories: readonly { readonly code: string; readonly nom: string }[];
  readonly themeLabel: string;
}

export function describeProjectPage(told: ProjectPage, origin: string): DescribedPage {
  const { titre, resume } = told.project;
  return { title: titre, description: resume, node: describeProject(told, origin) };
}

/** @returns a schema.org node: a project that is also a work with a source, which `Project` alone cannot say */
export function describeProject({ project, territories, themeLabel }: ProjectPage, origin: string) {
  const modified = lastEvidence(project);
  return {
    '@context': 'https://schema.org',
    '@type': ['Project', 'CreativeWork'],
    identifier: project.id,
    url: new URL(`/projets/${encodeURIComponent(project.id)}`, origin).href,
    name: project.titre,
    description: project.resume,
    inLanguage: 'fr',
    keywords: themeLabel,
    provider: {
      '@type': 'Organization',
      name: project.porteur,
      ...(project.porteurSiren !== null && { identifier: project.porteurSiren }),
    },
    spatialCoverage: territories.map(({ code, nom }) => ({
      '@type': 'AdministrativeArea',
      name: nom,
      identifier: code,
    })),
    ...(modified !== null && { dateModified: modified }),
    isBasedOn: project.sourceUrl,
  };
}
