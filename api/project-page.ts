/**
 * The page of one project as search engines and link previews read it, before any script runs: its title, its
 * description, and a schema.org block. The block is data, which no policy has to let run.
 */
import { lastEvidence } from '../data/analysis/project-facts.ts';
import type { Project } from './contract-projects.ts';

export interface ProjectPage {
  readonly project: Project;
  /** What it covers, named; empty where it is not known. */
  readonly territories: readonly { readonly code: string; readonly nom: string }[];
  readonly themeLabel: string;
}

const siteName = 'Présence numérique';
/** What a page of results shows of a description. */
const descriptionLength = 300;

/** @param page the built `index.html`; what it says of the site is replaced by what the project is */
export function writeProjectPage(page: string, told: ProjectPage, origin: string): string {
  const { titre, resume } = told.project;
  const block = `<script type="application/ld+json">${escapeJson(JSON.stringify(describeProject(told, origin)))}</script>`;
  // Replacements are functions: a `$` in a title is a `$`.
  return page
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(`${titre} · ${siteName}`)}</title>`)
    .replace(/<meta name="description"[^>]*>/, () => '')
    .replace(
      '</head>',
      () => `<meta name="description" content="${escapeHtml(shorten(resume, descriptionLength))}">\n${block}\n</head>`,
    );
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

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** No `</script>` nor `<!--` can end the block. */
function escapeJson(json: string): string {
  return json.replaceAll('<', '\\u003c');
}
