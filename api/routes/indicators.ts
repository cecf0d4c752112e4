/** Indicators: their declarations and their values, as JSON or as a file. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { indicatorsSchema, levelSchema, valuesSchema } from '../contract.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { declaredSources } from '../indicator-sources.ts';
import { planner } from '../plan.ts';
import { notFound, refuseBadQuery } from '../problem.ts';
import { readAskedEdition } from '../state.ts';
import { answerTable } from '../table-answer.ts';
import { valuesTableOf } from '../tables.ts';
import { answerValues } from '../values.ts';
import { fileContent, formatParameter, rangeAnswers } from './formats.ts';
import {
  badRequest,
  dayParameter,
  departementParameter,
  editionParameter,
  epciParameter,
  missing,
  queryOf,
} from './queries.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/indicateurs',
  operationId: 'listerIndicateurs',
  summary: 'Indicateurs : définitions, formules, précautions et périodes',
  tags: ['Indicateurs'],
  request: { query: queryOf({ edition: editionParameter.optional() }) },
  responses: {
    200: { description: 'Les indicateurs', content: { 'application/json': { schema: indicatorsSchema } } },
    ...badRequest,
    ...missing,
  },
});

const periodParameter = z
  .string()
  .regex(
    /^\d{4}(-T[1-4]|-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/,
    'un trimestre 2026-T2, un jour 2025-10-20 ou une année 2021',
  )
  .openapi({ example: '2026-T2', description: 'Par défaut, la dernière période de l’indicateur.' });

const valuesRoute = createRoute({
  method: 'get',
  path: '/api/v1/indicateurs/{id}/valeurs',
  operationId: 'lireValeurs',
  summary: 'Valeurs d’un indicateur par territoire',
  tags: ['Indicateurs'],
  request: {
    params: z.object({ id: z.string().openapi({ example: 'couverture-ftth' }) }),
    query: queryOf({
      niveau: levelSchema.default('commune'),
      periode: periodParameter.optional(),
      epci: epciParameter.optional(),
      perimetre: z.enum(['partie', 'entier']).default('partie'),
      echeance: dayParameter.optional(),
      depuis: periodParameter.optional(),
      departement: departementParameter.optional(),
      edition: editionParameter.optional(),
      format: formatParameter,
    }),
  },
  responses: {
    200: {
      description: 'Les valeurs, dans l’ordre des codes',
      content: {
        'application/json': { schema: valuesSchema },
        ...fileContent,
      },
    },
    ...rangeAnswers,
    ...badRequest,
    ...missing,
  },
});

export function indicatorRoutes(dependencies: ApiDependencies) {
  const { database, indicators } = dependencies;
  return new OpenAPIHono({ defaultHook: refuseBadQuery })
    .openapi(listRoute, async (c) => {
      const { state } = await readAskedEdition(database, c.req.valid('query').edition);
      const { periodsOf } = planner(indicators, (await dependencies.readState(state)).loads);
      return c.json(
        {
          indicateurs: indicators.map((indicator) => ({
            id: indicator.id,
            libelle: indicator.label,
            definition: indicator.definition,
            formule: indicator.formula,
            precautions: [...indicator.cautions],
            theme: indicator.theme,
            unite: indicator.unit,
            nature: indicator.nature,
            sens: indicator.direction,
            niveaux: [...indicator.levels],
            periodes: periodsOf(indicator).map(({ period, method, note }) => ({
              periode: period,
              methode: method,
              note,
            })),
            sources: declaredSources(indicator, indicators),
          })),
        },
        200,
      );
    })
    .openapi(valuesRoute, async (c) => {
      const { id } = c.req.valid('param');
      const { format, ...question } = c.req.valid('query');
      const indicator = indicators.find((one) => one.id === id);
      if (!indicator)
        throw notFound(
          'id',
          id,
          indicators.map((one) => one.id),
        );
      const ask = async () => ({ ...question, ...(await readAskedEdition(database, question.edition)) });
      if (format === 'json') return c.json(await answerValues(dependencies, indicator, await ask()), 200);
      return answerTable(c, dependencies, format, {
        query: question,
        build: async () => valuesTableOf(dependencies, indicator, await ask()),
      });
    });
}
