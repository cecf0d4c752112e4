/** Territories: the communes whose figures are loaded, their EPCI and their département. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { levelSchema, territoriesSchema, territorySchema } from '../contract.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { badParameter, notFound, refuseBadQuery } from '../problem.ts';
import { readCodes, readTerritories } from '../sql/territories.ts';
import { badRequest, departementParameter, missing, queryOf } from './queries.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/territoires',
  operationId: 'listerTerritoires',
  summary: 'Territoires chargés',
  tags: ['Territoires'],
  request: {
    query: queryOf({
      niveau: levelSchema.optional().openapi({ description: 'Par défaut, tous les niveaux.' }),
      departement: departementParameter.optional(),
    }),
  },
  responses: {
    200: { description: 'Les territoires', content: { 'application/json': { schema: territoriesSchema } } },
    ...badRequest,
  },
});

const oneRoute = createRoute({
  method: 'get',
  path: '/api/v1/territoires/{niveau}/{code}',
  operationId: 'lireTerritoire',
  summary: 'Un territoire',
  tags: ['Territoires'],
  request: {
    params: z.object({
      niveau: z.string().openapi({ example: 'commune', enum: [...levelSchema.options] }),
      code: z.string().openapi({ example: '91228' }),
    }),
    query: queryOf({}),
  },
  responses: {
    200: { description: 'Le territoire', content: { 'application/json': { schema: territorySchema } } },
    ...badRequest,
    ...missing,
  },
});

export function territoryRoutes({ database }: ApiDependencies) {
  return new OpenAPIHono({ defaultHook: refuseBadQuery })
    .openapi(listRoute, async (c) => {
      const { niveau, departement } = c.req.valid('query');
      if (departement !== undefined) {
        const known = await readCodes(database, 'departement');
        if (!known.includes(departement)) throw badParameter('departement', departement, known);
      }
      const wanted = { level: niveau ?? null, code: null, departement: departement ?? null };
      return c.json({ territoires: await readTerritories(database, wanted) }, 200);
    })
    .openapi(oneRoute, async (c) => {
      const { niveau, code } = c.req.valid('param');
      const level = levelSchema.safeParse(niveau);
      if (!level.success) throw notFound('niveau', niveau, levelSchema.options);
      const [territory] = await readTerritories(database, { level: level.data, code });
      if (!territory) throw notFound('code', code, []);
      return c.json(territory, 200);
    });
}
