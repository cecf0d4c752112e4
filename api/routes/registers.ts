/** The registers: referenced projects, and places where people are helped. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { themeIds } from '../../data/catalogue/themes.ts';
import { placesSchema, projectSchema, projectsSchema } from '../contract.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { badParameter, refuseBadQuery } from '../problem.ts';
import { readPlaceKinds, readPlaces } from '../sql/places.ts';
import { readProjects } from '../sql/projects.ts';
import { readCodes } from '../sql/summed-territories.ts';
import { badRequest, communeParameter, epciParameter, pageParameters, queryOf, searchParameter } from './queries.ts';

const where = { epci: epciParameter.optional(), commune: communeParameter.optional(), q: searchParameter.optional() };

const projectsRoute = createRoute({
  method: 'get',
  path: '/api/v1/projets',
  operationId: 'listerProjets',
  summary: 'Projets recensés',
  tags: ['Projets et lieux'],
  request: {
    query: queryOf({
      theme: z.enum(themeIds as [string, ...string[]]).optional(),
      phase: projectSchema.shape.phase.optional(),
      ...where,
      ...pageParameters,
    }),
  },
  responses: {
    200: { description: 'Les projets', content: { 'application/json': { schema: projectsSchema } } },
    ...badRequest,
  },
});

const placesRoute = createRoute({
  method: 'get',
  path: '/api/v1/lieux',
  operationId: 'listerLieux',
  summary: 'Lieux d’accompagnement au numérique',
  tags: ['Projets et lieux'],
  request: {
    query: queryOf({
      type: z.string().max(100, '100 caractères au plus').optional(),
      ...where,
      ...pageParameters,
    }),
  },
  responses: {
    200: { description: 'Les lieux', content: { 'application/json': { schema: placesSchema } } },
    ...badRequest,
  },
});

export function registerRoutes({ database }: ApiDependencies) {
  async function requireLoaded(level: 'epci' | 'commune', code: string | undefined): Promise<void> {
    if (code === undefined) return;
    const codes = await readCodes(database, level);
    if (codes.includes(code)) return;
    throw badParameter(
      level,
      code,
      level === 'epci' ? codes : ['le code d’une commune de /api/v1/territoires?niveau=commune'],
    );
  }

  return new OpenAPIHono({ defaultHook: refuseBadQuery })
    .openapi(projectsRoute, async (c) => {
      const filters = c.req.valid('query');
      await requireLoaded('epci', filters.epci);
      await requireLoaded('commune', filters.commune);
      const { total, projects } = await readProjects(database, filters);
      return c.json({ total, page: filters.page, limite: filters.limite, projets: projects }, 200);
    })
    .openapi(placesRoute, async (c) => {
      const filters = c.req.valid('query');
      await requireLoaded('epci', filters.epci);
      await requireLoaded('commune', filters.commune);
      if (filters.type !== undefined) {
        const kinds = await readPlaceKinds(database);
        if (!kinds.includes(filters.type)) throw badParameter('type', filters.type, kinds);
      }
      const { total, places } = await readPlaces(database, filters);
      return c.json({ total, page: filters.page, limite: filters.limite, lieux: places }, 200);
    });
}
