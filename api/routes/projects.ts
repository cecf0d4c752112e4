/** Referenced projects: the catalogue with its facets, a sheet, and how they are spread over EPCI and themes. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type BudgetSum, sumBudgets } from '../../data/analysis/project-budget.ts';
import { completenessOf } from '../../data/analysis/project-completeness.ts';
import { type DistributionRow, distribute } from '../../data/analysis/project-distribution.ts';
import {
  countFacets,
  type FacetChoices,
  type FacetId,
  facetIds,
  filterByFacets,
  unsaid,
} from '../../data/analysis/project-facets.ts';
import { findNear } from '../../data/analysis/project-near.ts';
import { carrierTypes, confidences, projectPhases } from '../../data/catalogue/project-words.ts';
import { themeIds } from '../../data/catalogue/themes.ts';
import { distributionSchema, projectSheetSchema, projectsSchema } from '../contract-projects.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { requireLoaded } from '../loaded.ts';
import { notFound, refuseBadQuery } from '../problem.ts';
import { readCatalogue, readCensus } from '../sql/catalogue.ts';
import { readProjectEvents, readProjects } from '../sql/projects.ts';
import { readTerritories } from '../sql/territories.ts';
import { readAskedEdition } from '../state.ts';
import { answerTable } from '../table-answer.ts';
import { projectsTableOf } from '../tables.ts';
import { fileContent, formatParameter, listFileName, rangeAnswers } from './formats.ts';
import {
  badRequest,
  communeParameter,
  departementParameter,
  editionParameter,
  listParameter,
  missing,
  pageParameters,
  queryOf,
  searchParameter,
} from './queries.ts';

/** What each facet may be asked for. */
const facetParameters = {
  themes: listParameter(z.enum(themeIds as [string, ...string[]]), 'Thèmes.'),
  epcis: listParameter(
    z.string().regex(/^(\d{9}|non-precise)$/, `un SIREN de neuf chiffres, ou ${unsaid}`),
    `SIREN d’EPCI ; ${unsaid} : projets sans EPCI, de tout le département ou d’un autre périmètre.`,
  ),
  phases: listParameter(z.enum(projectPhases), 'Phases.'),
  financeurs: listParameter(z.string().max(200, '200 caractères au plus'), `Financeurs ; ${unsaid} : aucun de connu.`),
  annees: listParameter(
    z.string().regex(/^(\d{4}|non-precise)$/, `une année, ou ${unsaid}`),
    `Années de début ; ${unsaid} : sans date.`,
  ),
  porteurs: listParameter(z.enum([...carrierTypes, unsaid]), 'Types de porteur.'),
  confiances: listParameter(z.enum(confidences), 'Degrés de confiance.'),
} satisfies Record<FacetId, z.ZodType>;

const scope = { departement: departementParameter.optional(), edition: editionParameter.optional() };
const tags = ['Projets'];

const projectsRoute = createRoute({
  method: 'get',
  path: '/api/v1/projets',
  operationId: 'listerProjets',
  summary: 'Projets recensés, avec les nombres par facette',
  tags,
  request: {
    query: queryOf({
      q: searchParameter.optional(),
      ...facetParameters,
      commune: communeParameter.optional(),
      ...scope,
      ...pageParameters,
      format: formatParameter,
    }),
  },
  responses: {
    200: { description: 'Les projets', content: { 'application/json': { schema: projectsSchema }, ...fileContent } },
    ...rangeAnswers,
    ...badRequest,
    ...missing,
  },
});

const distributionRoute = createRoute({
  method: 'get',
  path: '/api/v1/projets/repartition',
  operationId: 'repartirProjets',
  summary: 'Projets recensés par EPCI et par thème',
  description:
    'Un projet de deux EPCI compte dans chacun, et une fois dans le total. Un budget n’est additionné qu’une fois quand un projet et son parent en ont un.',
  tags,
  request: { query: queryOf(scope) },
  responses: {
    200: { description: 'La répartition', content: { 'application/json': { schema: distributionSchema } } },
    ...badRequest,
    ...missing,
  },
});

const sheetRoute = createRoute({
  method: 'get',
  path: '/api/v1/projets/{id}',
  operationId: 'lireProjet',
  summary: 'La fiche d’un projet recensé',
  tags,
  request: {
    params: z.object({
      id: z
        .string()
        .max(40)
        .openapi({ param: { name: 'id', in: 'path' }, example: 'P003' }),
    }),
    query: queryOf({ edition: editionParameter.optional() }),
  },
  responses: {
    200: { description: 'La fiche', content: { 'application/json': { schema: projectSheetSchema } } },
    ...badRequest,
    ...missing,
  },
});

const toBudget = ({ euros, counted, withinParent }: BudgetSum) => ({
  euros,
  fiches: counted,
  dansUnParent: withinParent,
});

export function projectRoutes(dependencies: ApiDependencies) {
  const { database } = dependencies;
  return new OpenAPIHono({ defaultHook: refuseBadQuery })
    .openapi(projectsRoute, async (c) => {
      const { q, commune, departement, edition, limite, page, format, ...asked } = c.req.valid('query');
      const choices = Object.fromEntries(
        facetIds.map((facet) => [facet, asked[facet] ?? []]),
      ) as unknown as FacetChoices;
      const find = async () => {
        const { state } = await readAskedEdition(database, edition);
        await requireLoaded(database, { commune, departement }, state);
        const found = await readProjects(database, { q, commune, departement, state });
        return { ...found, state, kept: filterByFacets(found.projects, choices) };
      };
      if (format !== 'json') {
        const query = { q, commune, departement, edition, ...asked };
        return answerTable(c, dependencies, format, {
          query,
          build: async () => {
            const { kept, state } = await find();
            return projectsTableOf(dependencies, kept, { state, fileName: listFileName('projets', query) });
          },
        });
      }
      const { projects, search, kept } = await find();
      const counts = countFacets(projects, choices);
      return c.json(
        {
          total: kept.length,
          page,
          limite,
          recherche: search,
          budget: toBudget(sumBudgets(kept)),
          facettes: facetIds.map((id) => ({
            id,
            valeurs: [...counts[id]].map(([cle, nombre]) => ({ cle, nombre })).sort(byCountThenKey),
          })),
          projets: kept.slice((page - 1) * limite, page * limite),
        },
        200,
      );
    })
    .openapi(distributionRoute, async (c) => {
      const { departement, edition } = c.req.valid('query');
      const { state } = await readAskedEdition(database, edition);
      await requireLoaded(database, { departement }, state);
      const { projects } = await readProjects(database, { departement, state });
      const epcis = await readTerritories(database, { level: 'epci', code: null, departement: departement ?? null });
      epcis.sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
      const census = new Map((await readCensus(database, state)).map(({ epci, ...answer }) => [epci, answer]));
      const { rows, total } = distribute(
        projects,
        epcis.map(({ code }) => code),
        themeIds,
      );
      const nameOf = new Map(epcis.map(({ code, nom }) => [code, nom]));
      const toRow = (row: DistributionRow, nom: string) => ({
        epci: row.epci,
        nom,
        recensement: (row.epci !== null && census.get(row.epci)) || null,
        nombre: row.count,
        budget: toBudget(row.budget),
        partages: row.shared,
        themes: row.cells.map(({ count, budget }, i) => ({
          theme: themeIds[i] ?? '',
          nombre: count,
          budget: toBudget(budget),
        })),
      });
      return c.json(
        {
          lignes: rows.map((row) => toRow(row, (row.epci && nameOf.get(row.epci)) ?? 'Sans EPCI')),
          total: toRow(total, 'Total'),
        },
        200,
      );
    })
    .openapi(sheetRoute, async (c) => {
      const { id } = c.req.valid('param');
      const { state } = await readAskedEdition(database, c.req.valid('query').edition);
      const { projects } = await readProjects(database, { state });
      const project = projects.find((one) => one.id === id);
      if (!project) throw notFound('id', id, []);
      const parent = projects.find((one) => one.id === project.parent);
      const { met, total, missing: lacking } = completenessOf(project);
      const sheets = await readCatalogue(database, state, undefined);
      const events = (await readProjectEvents(database, id)).get(id) ?? [];
      const titled = ({ id: of, titre }: { id: string; titre: string }) => ({ id: of, titre });
      return c.json(
        {
          projet: project,
          parent: parent ? titled(parent) : null,
          parties: projects.filter((one) => one.parent === id).map(titled),
          completude: {
            presents: met,
            total,
            manques: lacking.map(({ id: champ, label, why }) => ({ champ, libelle: label, pourquoi: why })),
          },
          proches: findNear(project, projects).map(({ project: near, reasons }) => ({
            projet: near,
            raisons: [...reasons],
          })),
          fiches: sheets.filter(({ exemples }) => exemples.some((example) => example.id === id)).map(titled),
          historique: events.map(({ at, kind, columns }) => ({ le: at, evenement: kind, champs: [...columns] })),
        },
        200,
      );
    });
}

function byCountThenKey(a: { cle: string; nombre: number }, b: { cle: string; nombre: number }): number {
  return b.nombre - a.nombre || (a.cle < b.cle ? -1 : 1);
}
