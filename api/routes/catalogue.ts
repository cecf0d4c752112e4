/** The catalogue of possible actions, interest in them, and the roadmap that decisions make of them. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import {
  type CatalogueSheet,
  catalogueSchema,
  interestSchema,
  type Roadmap,
  roadmapSchema,
} from '../contract-projects.ts';
import type { ApiDependencies } from '../dependencies.ts';
import {
  calendarResponse,
  projectEvents,
  projectSheets,
  roadmapEvents,
  roadmapSheets,
} from '../downloads/roadmap-files.ts';
import { workbookResponse } from '../downloads/workbook.ts';
import { requireLoaded } from '../loaded.ts';
import { notFound, refuseBadQuery } from '../problem.ts';
import { publicOrigin } from '../public-address.ts';
import { declareInterest } from '../sql/baskets.ts';
import { readCatalogue } from '../sql/catalogue.ts';
import { readNewestLoadInstant } from '../sql/loads.ts';
import { readProjects } from '../sql/projects.ts';
import { currentState } from '../sql/state.ts';
import { readAskedEdition } from '../state.ts';
import { badRequest, departementParameter, editionParameter, missing, queryOf } from './queries.ts';

const scope = { departement: departementParameter.optional(), edition: editionParameter.optional() };
const tags = ['Catalogue et feuille de route'];
const idParameter = z.object({
  id: z
    .string()
    .max(40)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'F001' }),
});

const catalogueRoute = createRoute({
  method: 'get',
  path: '/api/v1/fiches',
  operationId: 'listerFiches',
  summary: 'Fiches du catalogue : des actions possibles, pas des faits',
  tags,
  request: { query: queryOf(scope) },
  responses: {
    200: { description: 'Les fiches', content: { 'application/json': { schema: catalogueSchema } } },
    ...badRequest,
    ...missing,
  },
});

const interestRoute = createRoute({
  method: 'post',
  path: '/api/v1/fiches/{id}/interets',
  operationId: 'declarerInteret',
  summary: 'Déclarer l’intérêt d’une collectivité pour une fiche',
  description: 'Non vérifié. Compté par EPCI ; une seconde déclaration de la même collectivité remplace la première.',
  tags,
  request: {
    params: idParameter,
    body: { required: true, content: { 'application/json': { schema: interestSchema } } },
  },
  responses: {
    201: {
      description: 'Intérêt noté',
      content: {
        'application/json': { schema: z.object({ fiche: z.string(), code: z.string(), nouveau: z.boolean() }) },
      },
    },
    ...badRequest,
    ...missing,
  },
});

const roadmapRoute = createRoute({
  method: 'get',
  path: '/api/v1/feuille-de-route',
  operationId: 'lireFeuilleDeRoute',
  summary: 'La feuille de route : fiches retenues, leurs dates et leurs jalons',
  tags,
  request: {
    query: queryOf({
      ...scope,
      contenu: z
        .enum(['decisions', 'projets'])
        .default('decisions')
        .openapi({ description: 'Pour ics et xlsx : les décisions, ou les dates des projets recensés.' }),
      format: z.enum(['json', 'ics', 'xlsx']).default('json'),
    }),
  },
  responses: {
    200: {
      description: 'Les lignes, dans l’ordre des débuts',
      content: {
        'application/json': { schema: roadmapSchema },
        'text/calendar': { schema: z.string() },
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: z.string().openapi({ format: 'binary' }),
        },
      },
    },
    ...badRequest,
    ...missing,
  },
});

export function catalogueRoutes({ database, now, publicUrl }: ApiDependencies) {
  return new OpenAPIHono({ defaultHook: refuseBadQuery })
    .openapi(catalogueRoute, async (c) => {
      const { departement, edition } = c.req.valid('query');
      const { state } = await readAskedEdition(database, edition);
      await requireLoaded(database, { departement }, state);
      return c.json({ fiches: await readCatalogue(database, state, departement) }, 200);
    })
    .openapi(interestRoute, async (c) => {
      const { id } = c.req.valid('param');
      const { code, precision } = c.req.valid('json');
      const sheets = await readCatalogue(database, currentState, undefined);
      if (!sheets.some((sheet) => sheet.id === id))
        throw notFound(
          'id',
          id,
          sheets.map((sheet) => sheet.id),
        );
      const level = code.length === 9 ? ('epci' as const) : ('commune' as const);
      await requireLoaded(database, { [level]: code }, currentState);
      const interest = { sheet: id, level, code, note: precision || null, at: now().toISOString() };
      return c.json({ fiche: id, code, nouveau: await declareInterest(database, interest) }, 201);
    })
    .openapi(roadmapRoute, async (c) => {
      const { departement, edition, format, contenu } = c.req.valid('query');
      const { state } = await readAskedEdition(database, edition);
      await requireLoaded(database, { departement }, state);
      const roadmap = toRoadmap(await readCatalogue(database, state, departement));
      if (format === 'json') return c.json(roadmap, 200);
      const { projects } =
        contenu === 'projets' ? await readProjects(database, { departement, state }) : { projects: [] };
      const isProjects = contenu === 'projets';
      const fileName = isProjects ? 'projets-recenses_dates' : 'feuille-de-route';
      if (format === 'xlsx')
        return workbookResponse(isProjects ? projectSheets(projects) : roadmapSheets(roadmap), fileName);
      return calendarResponse(
        isProjects ? 'Projets numériques recensés' : 'Feuille de route numérique',
        isProjects ? projectEvents(projects) : roadmapEvents(roadmap),
        {
          origin: publicOrigin(c.req.url, publicUrl),
          stampedAt: new Date(await readNewestLoadInstant(database)),
          fileName,
        },
      );
    });
}

/** Retained sheets by their start, then by identifier; what was decided otherwise apart. */
function toRoadmap(sheets: readonly CatalogueSheet[]): Roadmap {
  const decided = sheets.flatMap(({ id, titre, theme, decision }) =>
    decision ? [{ fiche: id, titre, theme, ...decision }] : [],
  );
  const startOf = (line: (typeof decided)[number]) => line.dateDebutPrevue ?? line.dateFinPrevue ?? '9999';
  return {
    lignes: decided
      .filter(({ decision }) => decision === 'retenu')
      .sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : a.fiche < b.fiche ? -1 : 1)),
    autres: decided.filter(({ decision }) => decision !== 'retenu'),
  };
}
