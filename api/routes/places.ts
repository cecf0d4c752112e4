/** Places where people are helped. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { openingChoices } from '../../data/analysis/place-hours.ts';
import { placeSources } from '../../data/analysis/place-merge.ts';
import type { Queryable } from '../../data/database/port.ts';
import { placesSchema } from '../contract.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { requireLoaded } from '../loaded.ts';
import { badParameter, refuseBadQuery } from '../problem.ts';
import { readPlaces, readPlaceWords } from '../sql/places.ts';
import type { State } from '../sql/state.ts';
import { readAskedEdition } from '../state.ts';
import { answerTable } from '../table-answer.ts';
import { placesTableOf } from '../tables.ts';
import { fileContent, formatParameter, listFileName, rangeAnswers } from './formats.ts';
import {
  badRequest,
  communeParameter,
  departementParameter,
  editionParameter,
  epciParameter,
  missing,
  pageParameters,
  queryOf,
  searchParameter,
} from './queries.ts';

const where = {
  epci: epciParameter.optional(),
  commune: communeParameter.optional(),
  departement: departementParameter.optional(),
  q: searchParameter.optional(),
  edition: editionParameter.optional(),
};

/** A file holds all that the filters keep, not a page of it. */
const everything = Number.MAX_SAFE_INTEGER;

export const placeWord = z.string().max(200, '200 caractères au plus');

const placesRoute = createRoute({
  method: 'get',
  path: '/api/v1/lieux',
  operationId: 'listerLieux',
  summary: 'Lieux d’accompagnement au numérique',
  tags: ['Lieux'],
  request: {
    query: queryOf({
      type: placeWord.optional(),
      service: placeWord.optional(),
      dispositif: placeWord.optional(),
      source: z.enum(placeSources).optional(),
      ouvert: z.enum(openingChoices).optional().openapi({
        description:
          'Lieux ouverts ce jour-là, ou après 18 h un jour au moins. Ceux dont les horaires ne sont pas compris sont écartés et comptés.',
      }),
      ...where,
      ...pageParameters,
      format: formatParameter,
    }),
  },
  responses: {
    200: { description: 'Les lieux', content: { 'application/json': { schema: placesSchema }, ...fileContent } },
    ...rangeAnswers,
    ...badRequest,
    ...missing,
  },
});

/** @throws ProblemError 400 for a word that no place has, with those that some have */
export async function requireKnownWords(
  database: Queryable,
  filters: Partial<Record<'type' | 'service' | 'dispositif', string | undefined>>,
  state: State,
): Promise<void> {
  const asked = (['type', 'service', 'dispositif'] as const).filter((name) => filters[name] !== undefined);
  if (asked.length === 0) return;
  const words = await readPlaceWords(database, state);
  for (const name of asked) {
    const word = filters[name] ?? '';
    if (!words[name].includes(word)) throw badParameter(name, word, words[name]);
  }
}

export function placeRoutes(dependencies: ApiDependencies) {
  const { database } = dependencies;
  return new OpenAPIHono({ defaultHook: refuseBadQuery }).openapi(placesRoute, async (c) => {
    const { format, ...filters } = c.req.valid('query');
    const check = async () => {
      const { state } = await readAskedEdition(database, filters.edition);
      await requireLoaded(database, filters, state);
      await requireKnownWords(database, filters, state);
      return state;
    };
    if (format !== 'json') {
      const { limite: _, page: __, ...kept } = filters;
      return answerTable(c, dependencies, format, {
        query: kept,
        build: async () => {
          const state = await check();
          const { places } = await readPlaces(database, { ...kept, state, limite: everything, page: 1 });
          return placesTableOf(dependencies, places, { state, fileName: listFileName('lieux', kept) });
        },
      });
    }
    const state = await check();
    const { total, places, hoursNotUnderstood, hoursNotGiven } = await readPlaces(database, { ...filters, state });
    return c.json(
      {
        total,
        page: filters.page,
        limite: filters.limite,
        horairesNonCompris: hoursNotUnderstood,
        horairesNonCommuniques: hoursNotGiven,
        lieux: places,
      },
      200,
    );
  });
}
