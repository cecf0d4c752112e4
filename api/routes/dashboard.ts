/**
 * The built dashboard: hashed assets are kept for ever, the page never; an address of a screen gives the page, and that
 * of a project the page that names it.
 */
import { Hono } from 'hono';
import { themes } from '../../data/catalogue/themes.ts';
import type { Database } from '../../data/database/port.ts';
import { type ProjectPage, writeProjectPage } from '../project-page.ts';
import { publicOrigin } from '../public-address.ts';
import { readProjects } from '../sql/projects.ts';
import { readTerritories } from '../sql/territories.ts';
import { openStaticFiles } from '../static-files.ts';

const projectAddress = /^projets\/([A-Za-z0-9][A-Za-z0-9_-]{0,39})$/;

export function dashboardRoutes(folder: string, database: Database, publicUrl: string | null) {
  const files = openStaticFiles(folder);
  const page = { name: 'index.html', cacheControl: 'no-cache' };
  return new Hono().get('*', async (c, next) => {
    const name = c.req.path.slice(1) || 'index.html';
    const isHashed = name.startsWith('assets/');
    const encodings = c.req.header('accept-encoding');
    const cacheControl = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
    const file = await files({ name, cacheControl, encodings });
    if (file) return file;
    const isScreen =
      !/^(api|ogc|tiles)(\/|$)|\.[^/]*$/.test(name) && (c.req.header('accept') ?? '').includes('text/html');
    if (!isScreen) return next();
    const [, id] = projectAddress.exec(name) ?? [];
    const told = id === undefined ? null : await findProject(database, id);
    const answer = await files({ ...page, encodings: told ? undefined : encodings });
    if (!answer) return next();
    if (!told) return answer;
    return new Response(writeProjectPage(await answer.text(), told, publicOrigin(c.req.url, publicUrl)), {
      headers: answer.headers,
    });
  });
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
