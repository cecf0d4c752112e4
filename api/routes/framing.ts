/** Which sites may show a page of this one in theirs, as the administrator set it. */
import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { framingSchema } from '../contract.ts';
import type { FramingPolicy } from '../framing.ts';
import { refuseBadQuery } from '../problem.ts';
import { badRequest, queryOf } from './queries.ts';

const route = createRoute({
  method: 'get',
  path: '/api/v1/integration',
  operationId: 'lireIntegration',
  summary: 'Quels sites peuvent intégrer une page de celui-ci',
  tags: ['Service'],
  request: { query: queryOf({}) },
  responses: {
    200: { description: 'La politique d’intégration', content: { 'application/json': { schema: framingSchema } } },
    ...badRequest,
  },
});

export function framingRoutes(policy: FramingPolicy) {
  const answer: z.infer<typeof framingSchema> =
    policy === 'everyone'
      ? { politique: 'tous', origines: [] }
      : policy === 'no-one'
        ? { politique: 'aucun', origines: [] }
        : { politique: 'origines', origines: [...policy] };
  return new OpenAPIHono({ defaultHook: refuseBadQuery }).openapi(route, (c) =>
    c.json(answer, 200, { 'cache-control': 'no-store' }),
  );
}
