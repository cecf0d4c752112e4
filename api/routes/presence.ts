/** The checklist of the digital presence of a commune or an EPCI. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { rpntCriteria, rpntLevels } from '../../data/catalogue/rpnt-criteria.ts';
import { presenceAnswerSchema } from '../contract-states.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { notFound, refuseBadQuery } from '../problem.ts';
import { readCurrentLoads } from '../sql/loads.ts';
import { findPresence } from '../sql/presence.ts';
import { readCodes } from '../sql/territories.ts';
import { readAskedEdition } from '../state.ts';
import { sourceReference } from '../values.ts';
import { badRequest, editionParameter, missing, queryOf } from './queries.ts';

const source = 'dpnt';
const levels = ['commune', 'epci'] as const;

const route = createRoute({
  method: 'get',
  path: '/api/v1/presence/{niveau}/{code}',
  operationId: 'lirePresence',
  summary: 'Présence numérique d’une commune ou d’un EPCI, critère par critère',
  tags: ['Territoires'],
  request: {
    params: z.object({
      niveau: z.string().openapi({ example: 'commune', enum: [...levels] }),
      code: z.string().openapi({ example: '91228' }),
    }),
    query: queryOf({ edition: editionParameter.optional() }),
  },
  responses: {
    200: { description: 'Les critères', content: { 'application/json': { schema: presenceAnswerSchema } } },
    ...badRequest,
    ...missing,
  },
});

export function presenceRoutes({ database, sources }: ApiDependencies) {
  return new OpenAPIHono({ defaultHook: refuseBadQuery }).openapi(route, async (c) => {
    const { niveau, code } = c.req.valid('param');
    const level = levels.find((one) => one === niveau);
    if (!level) throw notFound('niveau', niveau, levels);
    const { state } = await readAskedEdition(database, c.req.valid('query').edition);
    const presence = await findPresence(database, level, code, state);
    if (!presence) {
      if (!(await readCodes(database, level, state)).includes(code)) throw notFound('code', code, []);
      return c.json({ presence: null }, 200);
    }
    const met = new Set(presence.criteria);
    const told = {
      niveau: level,
      code,
      nom: presence.name,
      periode: presence.period,
      site: presence.website,
      domaineMessagerie: presence.mail_domain,
      niveaux: rpntLevels.filter((one) => met.has(one)),
      criteres: rpntCriteria.map(({ id, about, label, isRequired }) => ({
        id,
        partie: about,
        libelle: label,
        requis: isRequired,
        satisfait: met.has(id),
      })),
      source: sourceReference(source, presence.period, sources, await readCurrentLoads(database, state)),
    };
    return c.json({ presence: told }, 200);
  });
}
