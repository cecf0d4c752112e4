/** What the API accepts at the most, published so that a client need not find out. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { downloadFormats } from '../../data/catalogue/download-formats.ts';
import { statementSeconds } from '../../data/database/postgres.ts';
import { longestAddress } from '../limits.ts';
import { refuseBadQuery } from '../problem.ts';
import type { RateSettings } from '../rate-limit.ts';
import { longestBodyBytes, writesPerMinute } from '../writes.ts';
import { mostPerPage, queryOf } from './queries.ts';

const limitsSchema = z
  .object({
    demandesParMinute: z.number().int().nullable().openapi({
      description:
        'Par client, tuiles et pages exceptées ; au-delà : 429, avec Retry-After. null : pas de limite. Les en-têtes ratelimit-* disent ce qui reste.',
    }),
    saisiesParMinute: z.number().int(),
    contenuOctets: z.number().int().openapi({ description: 'D’un contenu envoyé ; au-delà : 413.' }),
    adresseCaracteres: z.number().int().openapi({ description: 'D’une adresse ; au-delà : 414.' }),
    parPage: z.number().int().openapi({ description: 'Éléments d’une page, au plus (limite).' }),
    requeteSecondes: z.number().int().openapi({ description: 'Durée d’une requête à la base PostgreSQL, au plus.' }),
    lignesParFormat: z.record(z.string(), z.number().int()),
  })
  .openapi('Limites');

const route = createRoute({
  method: 'get',
  path: '/api/v1/limites',
  operationId: 'lireLimites',
  summary: 'Ce que l’API accepte au plus',
  tags: ['Service'],
  request: { query: queryOf({}) },
  responses: { 200: { description: 'Les limites', content: { 'application/json': { schema: limitsSchema } } } },
});

export function limitRoutes({ requestsPerMinute }: RateSettings) {
  return new OpenAPIHono({ defaultHook: refuseBadQuery }).openapi(route, (c) =>
    c.json(
      {
        demandesParMinute: requestsPerMinute,
        saisiesParMinute: writesPerMinute,
        contenuOctets: longestBodyBytes,
        adresseCaracteres: longestAddress,
        parPage: mostPerPage,
        requeteSecondes: statementSeconds,
        lignesParFormat: Object.fromEntries(downloadFormats.map(({ id, mostRows }) => [id, mostRows])),
      },
      200,
    ),
  );
}
