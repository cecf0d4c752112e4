/**
 * The built dashboard: hashed assets are kept for ever, the page never. An address of a screen gives the page; those of
 * a project, an indicator and the data give one that says what it is before any script runs.
 */
import { Hono } from 'hono';
import { themes } from '../../data/catalogue/themes.ts';
import type { Database } from '../../data/database/port.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { type DescribedPage, writeDescribedPage } from '../described-page.ts';
import { describeDataPage, describeIndicatorPage } from '../discovery/data-pages.ts';
import { listDatasets } from '../discovery/datasets.ts';
import { planner, sourcesOf } from '../plan.ts';
import { describeProjectPage, type ProjectPage } from '../project-page.ts';
import { publicOrigin } from '../public-address.ts';
import { readCurrentLoads } from '../sql/loads.ts';
import { readProjects } from '../sql/projects.ts';
import { readTerritories } from '../sql/territories.ts';
import { openStaticFiles } from '../static-files.ts';
import { sourceReference } from '../values.ts';

const projectAddress = /^\/projets\/([A-Za-z0-9][A-Za-z0-9_-]{0,39})$/;

export function dashboardRoutes(folder: string, dependencies: ApiDependencies, publisher: string) {
  const files = openStaticFiles(folder);
  const page = { name: 'index.html', cacheControl: 'no-cache' };
  return new Hono().get('*', async (c, next) => {
    const name = c.req.path.slice(1) || 'index.html';
    const isHashed = name.startsWith('assets/');
    const encodings = c.req.header('accept-encoding');
    const cacheControl = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
    const url = new URL(c.req.url);
    const file = name === 'index.html' && url.search !== '' ? null : await files({ name, cacheControl, encodings });
    if (file) return file;
    const isScreen =
      !/^(api|ogc|tiles)(\/|$)/.test(name) &&
      (name === 'index.html' || !/\.[^/]*$/.test(name)) &&
      (c.req.header('accept') ?? '').includes('text/html');
    if (!isScreen && name !== 'index.html') return next();
    const told = isScreen ? await describePage(url, dependencies, publisher) : null;
    const answer = await files({ ...page, encodings: told ? undefined : encodings });
    if (!answer) return next();
    if (!told) return answer;
    return new Response(writeDescribedPage(await answer.text(), told), { headers: answer.headers });
  });
}

/** null where a page has nothing of its own to say before its figures come. */
async function describePage(
  url: URL,
  { database, indicators, sources, publicUrl }: ApiDependencies,
  publisher: string,
): Promise<DescribedPage | null> {
  const origin = publicOrigin(url.href, publicUrl);
  const [, id] = projectAddress.exec(url.pathname) ?? [];
  if (id !== undefined) {
    const project = await findProject(database, id);
    return project && describeProjectPage(project, origin);
  }
  const asked = url.pathname === '/' ? indicators.find((one) => one.id === url.searchParams.get('indicateur')) : null;
  if (!asked && url.pathname !== '/donnees') return null;
  const loads = await readCurrentLoads(database);
  const { periodsOf, plan } = planner(indicators, loads);
  const datasets = listDatasets(indicators, periodsOf);
  const departements = await readTerritories(database, { level: 'departement', code: null });
  const context = { origin, publisher, departements };
  if (!asked) return describeDataPage(datasets, context);
  const dataset = datasets.find((one) => one.id === `indicateur-${asked.id}`);
  if (!dataset) return null;
  const references = sourcesOf(plan(asked, {})).map(({ source, period }) =>
    sourceReference(source, period, sources, loads),
  );
  return describeIndicatorPage(asked, dataset, references, context);
}

/** null when no project in force has this identifier. */
async function findProject(database: Database, id: string): Promise<ProjectPage | null> {
  const { projects } = await readProjects(database, { id });
  const [project] = projects;
  if (!project) return null;
  const codes = new Set([...project.communes, ...project.epci]);
  const known = await readTerritories(database, { level: null, code: null });
  const named = known.filter(({ code }) => codes.has(code));
  // A project of a whole département names none: which it is can only be told where one is loaded.
  const departements = project.niveau === 'departement' ? known.filter(({ niveau }) => niveau === 'departement') : [];
  return {
    project,
    territories: named.length > 0 ? named : departements.length === 1 ? departements : [],
    themeLabel: themes.find(({ id: theme }) => theme === project.theme)?.label ?? project.theme,
  };
}
