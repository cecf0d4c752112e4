/** Pre-selections: sheets that a committee compares and scores; each participant's scores stay, averages are open. */
import { randomBytes } from 'node:crypto';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { averageScores } from '../../data/analysis/selection.ts';
import { type Basket, basketSchema, newBasketSchema, scoresSchema } from '../contract-projects.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { basketSheets } from '../downloads/basket-workbook.ts';
import { workbookResponse } from '../downloads/workbook.ts';
import { badParameter, notFound, refuseBadQuery } from '../problem.ts';
import { findBasket, insertBasket, readScores, replaceScores } from '../sql/baskets.ts';
import { readCatalogue } from '../sql/catalogue.ts';
import { currentState } from '../sql/state.ts';
import { badRequest, missing, queryOf } from './queries.ts';

const tags = ['Présélection'];
const idParameter = z.object({
  id: z
    .string()
    .max(40)
    .openapi({ param: { name: 'id', in: 'path' } }),
});
const answer = {
  description: 'La présélection',
  content: { 'application/json': { schema: basketSchema } },
};

const createBasketRoute = createRoute({
  method: 'post',
  path: '/api/v1/preselections',
  operationId: 'creerPreselection',
  summary: 'Créer une présélection de fiches à comparer',
  description: 'Son adresse ne se devine pas : qui la connaît peut noter.',
  tags,
  request: { body: { required: true, content: { 'application/json': { schema: newBasketSchema } } } },
  responses: { 201: answer, ...badRequest },
});

const readBasketRoute = createRoute({
  method: 'get',
  path: '/api/v1/preselections/{id}',
  operationId: 'lirePreselection',
  summary: 'Fiches, notes de chaque participant et moyennes',
  tags,
  request: { params: idParameter, query: queryOf({ format: z.enum(['json', 'xlsx']).default('json') }) },
  responses: {
    200: {
      description: answer.description,
      content: {
        ...answer.content,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: z.string().openapi({ format: 'binary' }),
        },
      },
    },
    ...badRequest,
    ...missing,
  },
});

const scoreRoute = createRoute({
  method: 'put',
  path: '/api/v1/preselections/{id}/notes',
  operationId: 'noterPreselection',
  summary: 'Donner ses notes, qui remplacent celles du même participant',
  tags,
  request: {
    params: idParameter,
    body: { required: true, content: { 'application/json': { schema: scoresSchema } } },
  },
  responses: { 200: answer, ...badRequest, ...missing },
});

/** 26 letters and digits: more than 128 bits. */
function newBasketId(): string {
  return BigInt(`0x${randomBytes(18).toString('hex')}`)
    .toString(36)
    .padStart(26, '0')
    .slice(-26);
}

export function basketRoutes({ database, now }: ApiDependencies) {
  async function requireBasket(id: string): Promise<Basket> {
    const basket = await findBasket(database, id);
    if (!basket) throw notFound('id', id, []);
    const sheets = (await readCatalogue(database, currentState, undefined)).filter(({ id: sheet }) =>
      basket.sheets.includes(sheet),
    );
    const scores = await readScores(database, id);
    const criteria = basket.criteria.map((criterion, i) => ({ id: criterion, weight: basket.weights[i] ?? 0 }));
    return {
      id,
      titre: basket.title,
      creeLe: basket.created_at,
      criteres: criteria.map(({ id: libelle, weight }) => ({ libelle, poids: weight })),
      fiches: sheets,
      participants: [...new Set(scores.map(({ participant }) => participant))].map((participant) => ({
        participant,
        notes: scores
          .filter((one) => one.participant === participant)
          .map(({ sheet, criterion, score }) => ({ fiche: sheet, critere: criterion, note: score })),
      })),
      resultats: averageScores(
        sheets.map((sheet) => sheet.id),
        criteria,
        scores,
      ).map(({ sheet, criteria: averages, total, rank }) => ({
        fiche: sheet,
        criteres: averages.map(({ criterion, mean, count, least, most }) => ({
          critere: criterion,
          moyenne: mean,
          nombre: count,
          min: least,
          max: most,
        })),
        total,
        rang: rank,
      })),
    };
  }

  return new OpenAPIHono({ defaultHook: refuseBadQuery })
    .openapi(createBasketRoute, async (c) => {
      const { titre, fiches, criteres } = c.req.valid('json');
      const known = (await readCatalogue(database, currentState, undefined)).map((sheet) => sheet.id);
      const stranger = fiches.find((id) => !known.includes(id));
      if (stranger !== undefined) throw badParameter('fiches', stranger, known);
      const criteria = criteres.map(({ libelle }) => libelle);
      const twice = criteria.find((one, i) => criteria.indexOf(one) < i);
      if (twice !== undefined) throw badParameter('criteres', twice, ['des libellés différents']);
      const id = newBasketId();
      await insertBasket(database, {
        id,
        title: titre,
        sheets: [...new Set(fiches)],
        criteria,
        weights: criteres.map(({ poids }) => poids),
        created_at: now().toISOString(),
      });
      return c.json(await requireBasket(id), 201);
    })
    .openapi(readBasketRoute, async (c) => {
      const basket = await requireBasket(c.req.valid('param').id);
      if (c.req.valid('query').format === 'json') return c.json(basket, 200);
      return workbookResponse(basketSheets(basket), 'preselection');
    })
    .openapi(scoreRoute, async (c) => {
      const { id } = c.req.valid('param');
      const { participant, notes } = c.req.valid('json');
      const basket = await requireBasket(id);
      for (const { fiche, critere } of notes) {
        if (!basket.fiches.some((sheet) => sheet.id === fiche))
          throw badParameter(
            'fiche',
            fiche,
            basket.fiches.map((sheet) => sheet.id),
          );
        if (!basket.criteres.some(({ libelle }) => libelle === critere))
          throw badParameter(
            'critere',
            critere,
            basket.criteres.map(({ libelle }) => libelle),
          );
      }
      const keys = notes.map(({ fiche, critere }) => `${fiche} ${critere}`);
      const twice = keys.find((key, i) => keys.indexOf(key) < i);
      if (twice !== undefined) throw badParameter('notes', twice, ['une note par fiche et par critère']);
      await replaceScores(
        database,
        id,
        participant,
        notes.map(({ fiche, critere, note }) => ({ sheet: fiche, criterion: critere, score: note })),
        now().toISOString(),
      );
      return c.json(await requireBasket(id), 200);
    });
}
