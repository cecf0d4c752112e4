/** Sources: who publishes, under which licence, which date, and what the loads in force took and refused. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { sourcesSchema } from '../contract.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { declaredSources } from '../indicator-sources.ts';
import { refuseBadQuery } from '../problem.ts';
import { type LoadReport, readLoadReports } from '../sql/loads.ts';
import { badRequest, queryOf } from './queries.ts';

const route = createRoute({
  method: 'get',
  path: '/api/v1/sources',
  operationId: 'listerSources',
  summary: 'Sources, licences, dates et comptes rendus de chargement',
  tags: ['Sources'],
  request: { query: queryOf({}) },
  responses: {
    200: { description: 'Les sources', content: { 'application/json': { schema: sourcesSchema } } },
    ...badRequest,
  },
});

export function sourceRoutes({ database, sources, indicators }: ApiDependencies) {
  return new OpenAPIHono({ defaultHook: refuseBadQuery }).openapi(route, async (c) => {
    const reports = await readLoadReports(database);
    return c.json(
      {
        sources: sources.map((source) => ({
          id: source.id,
          titre: source.title,
          producteur: source.publisher,
          description: source.description,
          licence: source.licence.label,
          licenceUrl: source.licence.url,
          url: source.url,
          usage: source.use === 'figures' ? ('indicateurs' as const) : ('sources-seulement' as const),
          usageRaison: source.use === 'figures' ? null : source.use.sourcesOnly,
          indicateurs: indicators
            .filter((indicator) => declaredSources(indicator, indicators).includes(source.id))
            .map(({ id }) => id),
          chargements: reports.filter((report) => report.source === source.id).map(toReport),
        })),
      },
      200,
    );
  });
}

function toReport(report: LoadReport) {
  const toRefusals = (list: LoadReport['refusals']) =>
    list.map(({ reason, count, samples }) => ({ raison: reason, nombre: count, exemples: samples }));
  return {
    millesime: report.vintage,
    periodes: report.periods,
    dateDonnees: report.data_on,
    obtenuLe: report.retrieved_at,
    chargeLe: report.loaded_at,
    fichiers: report.files.map(({ name, url, sha256, bytes }) => ({
      nom: name,
      url: url ?? null,
      sha256,
      octets: bytes,
    })),
    lignesLues: report.rows_read,
    lignesRetenues: report.rows_taken,
    lignesHorsTerritoire: report.rows_outside,
    lignesRefusees: report.rows_refused,
    refus: toRefusals(report.refusals),
    avertissements: toRefusals(report.warnings),
  };
}
