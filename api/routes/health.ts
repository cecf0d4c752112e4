/** Health: 200 only when figures of an indicator and every tileset can be served; otherwise says what is missing. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { tilesets } from '../../data/catalogue/catalogue.ts';
import { problemSchema } from '../contract.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { planner } from '../plan.ts';
import { ProblemError, refuseBadQuery } from '../problem.ts';
import { readCurrentLoads } from '../sql/loads.ts';
import { readCodes } from '../sql/territories.ts';

const route = createRoute({
  method: 'get',
  path: '/health',
  operationId: 'lireSante',
  summary: 'Le service peut-il répondre ?',
  tags: ['Service'],
  responses: {
    200: {
      description: 'Chiffres et tuiles peuvent être servis',
      content: { 'application/json': { schema: z.object({ etat: z.literal('pret') }) } },
    },
    503: { description: 'Ce qui manque', content: { 'application/problem+json': { schema: problemSchema } } },
  },
});

export function healthRoutes({ database, indicators, archives }: ApiDependencies) {
  return new OpenAPIHono({ defaultHook: refuseBadQuery }).openapi(route, async (c) => {
    const missing = await findMissing().catch((error: Error) => [
      `la base ou les tuiles ne répondent pas (${error.message})`,
    ]);
    if (missing.length > 0) throw new ProblemError(503, `Il manque : ${missing.join(' ; ')}.`);
    return c.json({ etat: 'pret' as const }, 200, { 'cache-control': 'no-store' });
  });

  async function findMissing(): Promise<string[]> {
    const missing: string[] = [];
    const { periodsOf } = planner(indicators, await readCurrentLoads(database));
    if (indicators.every((indicator) => periodsOf(indicator).length === 0)) missing.push('les chiffres');
    if ((await readCodes(database, 'commune')).length === 0) missing.push('les communes');
    await archives.refresh();
    for (const { id } of tilesets) if (!archives.held(id)) missing.push(`les tuiles « ${id} »`);
    return missing;
  }
}
