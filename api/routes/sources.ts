/** Sources: who publishes, under which licence, which date, and what the loads in force took and refused. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { hasOfficialAddress } from '../../data/sources/declare.ts';
import { type Load, type SourceAnswer, sourcesSchema } from '../contract-states.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { declaredSources } from '../indicator-sources.ts';
import { refuseBadQuery } from '../problem.ts';
import { type Attempt, type LoadReport, readLastAttempts, readLoadReports } from '../sql/loads.ts';
import { readAskedEdition } from '../state.ts';
import { badRequest, departementParameter, editionParameter, missing, queryOf } from './queries.ts';

const route = createRoute({
  method: 'get',
  path: '/api/v1/sources',
  operationId: 'listerSources',
  summary: 'Sources, licences, dates et comptes rendus de chargement',
  tags: ['Sources'],
  request: { query: queryOf({ departement: departementParameter.optional(), edition: editionParameter.optional() }) },
  responses: {
    200: { description: 'Les sources', content: { 'application/json': { schema: sourcesSchema } } },
    ...badRequest,
    ...missing,
  },
});

export function sourceRoutes({ database, sources, indicators }: ApiDependencies) {
  return new OpenAPIHono({ defaultHook: refuseBadQuery }).openapi(route, async (c) => {
    const { departement, edition } = c.req.valid('query');
    const { state } = await readAskedEdition(database, edition);
    const reports = await readLoadReports(database, state, departement ?? null);
    const attempts = await readLastAttempts(database);
    const attemptOf = (source: string) => {
      const attempt = attempts.get(source);
      return attempt ? toAttempt(attempt) : null;
    };
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
          adresseOfficielle: hasOfficialAddress(source),
          usage: source.use === 'figures' ? ('indicateurs' as const) : ('sources-seulement' as const),
          usageRaison: source.use === 'figures' ? null : source.use.sourcesOnly,
          indicateurs: indicators
            .filter((indicator) => declaredSources(indicator, indicators).includes(source.id))
            .map(({ id }) => id),
          derniereTentative: attemptOf(source.id),
          chargements: reports.filter((report) => report.source === source.id).map(toLoad),
        })),
      },
      200,
    );
  });
}

export function toLoad(report: LoadReport): Load {
  const toRefusals = (list: LoadReport['refusals']) =>
    list.map(({ reason, count, samples }) => ({ raison: reason, nombre: count, exemples: samples }));
  return {
    id: report.id,
    source: report.source as Load['source'],
    departement: report.departement,
    enVigueur: report.is_in_force,
    millesime: report.vintage,
    periodes: report.periods,
    dateDonnees: report.data_on,
    obtenuLe: report.retrieved_at,
    chargeLe: report.loaded_at,
    sha256: report.sha256,
    fichiers: report.files.map(({ name, url, sha256, bytes, retrievedAt }) => ({
      nom: name,
      url: url ?? null,
      sha256,
      octets: bytes,
      obtenuLe: retrievedAt ?? null,
    })),
    lignesLues: report.rows_read,
    lignesRetenues: report.rows_taken,
    lignesHorsTerritoire: report.rows_outside,
    lignesRefusees: report.rows_refused,
    refus: toRefusals(report.refusals),
    avertissements: toRefusals(report.warnings),
    communesAttendues: report.communes_expected,
    communesSansChiffre: report.communes_absent,
  };
}

const statuses = { loaded: 'charge', unchanged: 'inchange', failed: 'echec' } as const;

function toAttempt({
  attempted_at,
  status,
  departement,
  vintage,
  failure,
}: Attempt): SourceAnswer['derniereTentative'] {
  return { le: attempted_at, statut: statuses[status], departement, millesime: vintage, motif: failure };
}
