/** What other programs subscribe to. */
import { Hono } from 'hono';
import type { ApiDependencies } from '../dependencies.ts';
import { projectFeed } from '../downloads/project-feed.ts';
import { publicOrigin } from '../public-address.ts';
import { readProjectEvents, readProjects } from '../sql/projects.ts';

export function feedRoutes({ database, publicUrl }: Pick<ApiDependencies, 'database' | 'publicUrl'>) {
  return new Hono().get('/projets.atom', async (c) => {
    const { projects } = await readProjects(database, {});
    return projectFeed(projects, await readProjectEvents(database), publicOrigin(c.req.url, publicUrl));
  });
}
