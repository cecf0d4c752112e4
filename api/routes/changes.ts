/** What changed between two states of the data, and the frozen states themselves. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { sourceIds } from '../../data/catalogue/source-ids.ts';
import { type Compared, compareAll, compareIndicator } from '../changes.ts';
import { levelSchema } from '../contract.ts';
import {
  changesSchema,
  editionSchema,
  editionsSchema,
  indicatorChangesSchema,
  loadsSchema,
} from '../contract-states.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { changesDownload } from '../downloads/changes-table.ts';
import { badParameter, notFound, refuseBadQuery } from '../problem.ts';
import { readEditionLoads } from '../sql/editions.ts';
import { readLoadHistory } from '../sql/loads.ts';
import { type Edition, readEditions } from '../sql/state.ts';
import { readCodes } from '../sql/territories.ts';
import { findFormerState, requireEdition, requireState, toldEdition } from '../state.ts';
import { badRequest, departementParameter, missing, pageParameters, queryOf, stateParameter } from './queries.ts';
import { toLoad } from './sources.ts';

const between = {
  de: stateParameter.optional().openapi({
    description:
      'Par défaut, le dernier état des lieux figé ou, sans lui, ce qui était en vigueur avant la dernière mise à jour.',
  }),
  a: stateParameter.default('actuel'),
  departement: departementParameter.optional(),
};

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: { description, content: { 'application/json': { schema } } },
});

const changesRoute = createRoute({
  method: 'get',
  path: '/api/v1/changements',
  operationId: 'listerChangements',
  summary: 'Ce qui a changé entre deux états des données, par indicateur',
  tags: ['États des lieux'],
  request: { query: queryOf(between) },
  responses: { ...json('Les indicateurs dont un chiffre a changé', changesSchema), ...badRequest, ...missing },
});

const indicatorChangesRoute = createRoute({
  method: 'get',
  path: '/api/v1/changements/{id}',
  operationId: 'lireChangements',
  summary: 'Ce qui a changé d’un indicateur, par territoire',
  tags: ['États des lieux'],
  request: {
    params: z.object({ id: z.string().openapi({ example: 'couverture-ftth' }) }),
    query: queryOf({
      niveau: levelSchema.default('commune'),
      ...between,
      format: z.enum(['json', 'csv', 'csv-excel']).default('json'),
    }),
  },
  responses: {
    200: {
      description: 'Les territoires dont le chiffre a changé',
      content: { 'application/json': { schema: indicatorChangesSchema }, 'text/csv': { schema: z.string() } },
    },
    ...badRequest,
    ...missing,
  },
});

const editionsRoute = createRoute({
  method: 'get',
  path: '/api/v1/editions',
  operationId: 'listerEtatsDesLieux',
  summary: 'États des lieux figés : datés, immuables, citables',
  tags: ['États des lieux'],
  request: { query: queryOf({}) },
  responses: { ...json('Les états des lieux, le plus récent d’abord', editionsSchema), ...badRequest },
});

const editionRoute = createRoute({
  method: 'get',
  path: '/api/v1/editions/{id}',
  operationId: 'lireEtatDesLieux',
  summary: 'Un état des lieux figé',
  tags: ['États des lieux'],
  request: { params: z.object({ id: z.string().openapi({ example: 't2-2026' }) }), query: queryOf({}) },
  responses: { ...json('L’état des lieux', editionSchema), ...badRequest, ...missing },
});

const historyRoute = createRoute({
  method: 'get',
  path: '/api/v1/chargements',
  operationId: 'listerChargements',
  summary: 'Histoire des chargements, le plus récent d’abord',
  tags: ['Sources'],
  request: {
    query: queryOf({
      source: z.enum(sourceIds).optional(),
      departement: departementParameter.optional(),
      ...pageParameters,
    }),
  },
  responses: { ...json('Les chargements', loadsSchema), ...badRequest },
});

export function changeRoutes(dependencies: ApiDependencies) {
  const { database, indicators } = dependencies;

  async function compared(asked: { de?: string | undefined; a: string; departement?: string | undefined }) {
    const { departement } = asked;
    if (departement !== undefined) {
      const known = await readCodes(database, 'departement');
      if (!known.includes(departement)) throw badParameter('departement', departement, known);
    }
    const after = await requireState(database, asked.a, 'a');
    const before = asked.de
      ? await requireState(database, asked.de, 'de')
      : await findFormerState(database, departement ?? null);
    return { before: before ?? after, after, departement, isFirst: before === undefined } satisfies Compared;
  }

  async function toEdition(edition: Edition) {
    const loads = await readEditionLoads(database, edition.id);
    return { ...toldEdition(edition), empreinte: edition.sha256, chargements: loads };
  }

  return new OpenAPIHono({ defaultHook: refuseBadQuery })
    .openapi(changesRoute, async (c) =>
      c.json(await compareAll(dependencies, await compared(c.req.valid('query'))), 200),
    )
    .openapi(indicatorChangesRoute, async (c) => {
      const { id } = c.req.valid('param');
      const { niveau, format, ...asked } = c.req.valid('query');
      const indicator = indicators.find((one) => one.id === id);
      if (!indicator)
        throw notFound(
          'id',
          id,
          indicators.map((one) => one.id),
        );
      if (!indicator.levels.includes(niveau)) throw badParameter('niveau', niveau, indicator.levels);
      const changes = await compareIndicator(dependencies, indicator, niveau, await compared(asked));
      return format === 'json' ? c.json(changes, 200) : changesDownload(changes, format);
    })
    .openapi(editionsRoute, async (c) =>
      c.json({ editions: await Promise.all((await readEditions(database)).map(toEdition)) }, 200),
    )
    .openapi(editionRoute, async (c) =>
      c.json(await toEdition(await requireEdition(database, c.req.valid('param').id, 'id')), 200),
    )
    .openapi(historyRoute, async (c) => {
      const filters = c.req.valid('query');
      const { total, loads } = await readLoadHistory(database, filters);
      return c.json({ total, page: filters.page, limite: filters.limite, chargements: loads.map(toLoad) }, 200);
    });
}
