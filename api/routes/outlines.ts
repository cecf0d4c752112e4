/** Generalised outlines of a département, for those who draw: communes, EPCI inside and whole, the département. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiDependencies } from '../dependencies.ts';
import { toTopology } from '../outlines.ts';
import { badParameter, refuseBadQuery } from '../problem.ts';
import { readDepartementOutlines } from '../sql/departement-outlines.ts';
import { readCodes } from '../sql/territories.ts';
import { badRequest, departementParameter, queryOf } from './queries.ts';

const route = createRoute({
  method: 'get',
  path: '/api/v1/contours',
  operationId: 'lireContours',
  summary: 'Contours généralisés d’un département (TopoJSON)',
  tags: ['Territoires'],
  request: {
    query: queryOf({
      departement: departementParameter.optional().openapi({
        description: 'Obligatoire quand plusieurs départements sont chargés.',
      }),
    }),
  },
  responses: {
    200: {
      description:
        'Une topologie TopoJSON : communes, epci (dans le département), epci_entier et departement ; propriétés code et nom, WGS 84.',
      content: {
        'application/json': {
          schema: z.looseObject({ type: z.literal('Topology') }).openapi('Contours'),
        },
      },
    },
    ...badRequest,
  },
});

export function outlineRoutes({ database }: ApiDependencies) {
  return new OpenAPIHono({ defaultHook: refuseBadQuery }).openapi(route, async (c) => {
    const { departement } = c.req.valid('query');
    const known = await readCodes(database, 'departement');
    const wanted = departement ?? (known.length === 1 ? known[0] : undefined);
    if (wanted === undefined || !known.includes(wanted)) throw badParameter('departement', wanted ?? '', known);
    const outlines: { type: 'Topology' } = toTopology(await readDepartementOutlines(database, wanted));
    return c.json(outlines, 200);
  });
}
