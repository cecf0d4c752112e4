/** Several indicators, or all their periods, as one table in every format. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { levelSchema, tableSchema } from '../contract.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { readFirstRows } from '../downloads/table-json.ts';
import { rowsPerPage } from '../downloads/typed-table.ts';
import { requireLoaded } from '../loaded.ts';
import { badParameter, refuseBadQuery } from '../problem.ts';
import { readAskedEdition } from '../state.ts';
import { answerTable } from '../table-answer.ts';
import { longTableOf } from '../tables.ts';
import { fileContent, formatParameter, rangeAnswers } from './formats.ts';
import {
  badRequest,
  departementParameter,
  editionParameter,
  epciParameter,
  listParameter,
  missing,
  optionalWholeNumber,
  queryOf,
} from './queries.ts';

const tableRoute = createRoute({
  method: 'get',
  path: '/api/v1/tableau',
  operationId: 'lireTableau',
  summary: 'Plusieurs indicateurs, à une période ou à toutes, dans un seul tableau',
  description:
    'Une ligne par territoire, indicateur et période. La valeur est dans la colonne de son type : valeur (nombre), valeur_date ou valeur_texte.',
  tags: ['Indicateurs'],
  request: {
    query: queryOf({
      indicateurs: listParameter(z.string(), 'Identifiants d’indicateurs.').openapi({
        example: 'couverture-ftth|locaux-a-raccorder',
      }),
      niveau: levelSchema.default('commune'),
      periode: z
        .string()
        .regex(
          /^(toutes|\d{4}(-T[1-4]|-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?)$/,
          'toutes, un trimestre 2026-T2, un jour 2025-10-20 ou une année 2021',
        )
        .optional()
        .openapi({
          example: '2026-T2',
          description: '« toutes » : chaque période de chaque indicateur. Par défaut, la dernière de chacun.',
        }),
      epci: epciParameter.optional(),
      perimetre: z.enum(['partie', 'entier']).default('partie'),
      departement: departementParameter.optional(),
      edition: editionParameter.optional(),
      limite: optionalWholeNumber(1, rowsPerPage, 'Les premières lignes seulement, en JSON. Par défaut, toutes.'),
      format: formatParameter,
    }),
  },
  responses: {
    200: {
      description: 'Le tableau, dans l’ordre des indicateurs demandés, des périodes puis des codes',
      content: { 'application/json': { schema: tableSchema }, ...fileContent },
    },
    ...rangeAnswers,
    ...badRequest,
    ...missing,
  },
});

export function tableRoutes(dependencies: ApiDependencies) {
  const { database, indicators } = dependencies;
  return new OpenAPIHono({ defaultHook: refuseBadQuery }).openapi(tableRoute, async (c) => {
    const { format, limite, indicateurs = [], ...query } = c.req.valid('query');
    const ids = [...new Set(indicateurs)];
    const known = indicators.map(({ id }) => id);
    if (ids.length === 0) throw badParameter('indicateurs', '', known);
    const asked = ids.map((id) => {
      const indicator = indicators.find((one) => one.id === id);
      if (!indicator) throw badParameter('indicateurs', id, known);
      return indicator;
    });
    const build = async () => {
      const { state, edition } = await readAskedEdition(database, query.edition);
      await requireLoaded(database, { epci: query.epci, departement: query.departement }, state);
      return longTableOf(dependencies, { ...query, indicators: asked, state, edition });
    };
    if (limite === undefined)
      return answerTable(c, dependencies, format, { query: { indicateurs: ids, ...query }, build });
    if (format !== 'json')
      throw badParameter('limite', String(limite), ['ce paramètre ne sert qu’au format json : un fichier est entier']);
    return c.json(await readFirstRows(await build(), limite), 200);
  });
}
