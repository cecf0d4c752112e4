/** Gaps: how evenly something is spread over communes and EPCI, and need × supply × projects. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { giniIndex, heaviest, lorenzCurve, permuteGroups, theilSplit } from '../../data/analysis/balance.ts';
import { chanceRounds, chanceSeed, leastTheil, toUnits } from '../../data/analysis/missing-quantity.ts';
import { indicatorIds } from '../../data/catalogue/catalogue.ts';
import { balanceSchema, matrixSchema } from '../contract-gaps.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { answerMatrix } from '../gap-matrix.ts';
import { requireLoaded } from '../loaded.ts';
import { badParameter, refuseBadQuery } from '../problem.ts';
import { readAskedEdition } from '../state.ts';
import { findMember } from '../state-tables.ts';
import { answerValues } from '../values.ts';
import { badRequest, departementParameter, editionParameter, epciParameter, missing, queryOf } from './queries.ts';

const tags = ['Écarts et équilibre'];
const scope = {
  epci: epciParameter.optional(),
  departement: departementParameter.optional(),
  edition: editionParameter.optional(),
};

const mostHeavy = 10;
const mostCurvePoints = 1000;

const balanceRoute = createRoute({
  method: 'get',
  path: '/api/v1/ecarts/equilibre',
  operationId: 'mesurerEquilibre',
  summary: 'Comment une quantité est répartie entre les communes et les EPCI',
  description:
    'Courbe de Lorenz, indices de Gini et de Theil, ce dernier partagé entre et dans les EPCI. Mesuré sur ce qui manque quand le service est presque complet.',
  tags,
  request: {
    query: queryOf({
      indicateur: z.enum(indicatorIds as [string, ...string[]]).default('locaux-a-raccorder'),
      periode: z.string().max(20).optional(),
      ...scope,
    }),
  },
  responses: {
    200: { description: 'L’équilibre', content: { 'application/json': { schema: balanceSchema } } },
    ...badRequest,
    ...missing,
  },
});

const matrixRoute = createRoute({
  method: 'get',
  path: '/api/v1/ecarts/matrice',
  operationId: 'lireMatriceDesEcarts',
  summary: 'Besoin, offre et projets, par territoire et par thème',
  description:
    'L’absence de projet n’est dite que là où l’EPCI a répondu au recensement ; un thème sans indicateur de besoin est « non mesuré ».',
  tags,
  request: {
    query: queryOf({
      niveau: z.enum(['epci', 'commune']).default('epci'),
      ecart: z
        .string()
        .regex(/^(0(\.\d{1,3})?|1)$/, 'un nombre de 0 à 1')
        .default('0.1')
        .transform(Number)
        .openapi({
          type: 'number',
          minimum: 0,
          maximum: 1,
          default: 0.1,
          description: 'De combien une valeur doit être pire que celle du département pour faire un besoin.',
        }),
      ...scope,
    }),
  },
  responses: {
    200: { description: 'La matrice', content: { 'application/json': { schema: matrixSchema } } },
    ...badRequest,
    ...missing,
  },
});

export function gapRoutes(dependencies: ApiDependencies) {
  const { database, indicators } = dependencies;
  return new OpenAPIHono({ defaultHook: refuseBadQuery })
    .openapi(balanceRoute, async (c) => {
      const { indicateur, periode, epci, departement, edition } = c.req.valid('query');
      const asked = await readAskedEdition(database, edition);
      const measurable = indicators.filter((one) => one.nature === 'ratio' || one.measure.kind === 'gap');
      const indicator = measurable.find(({ id }) => id === indicateur);
      if (!indicator)
        throw badParameter(
          'indicateur',
          indicateur,
          measurable.map(({ id }) => id),
        );
      const values = await answerValues(dependencies, indicator, {
        niveau: 'commune',
        perimetre: 'partie',
        periode,
        epci,
        departement,
        ...asked,
      });
      const territories = await (await dependencies.readState(asked.state)).readTerritories();
      const units = toUnits(values.valeurs, indicator, (code) => findMember(territories, code)?.epci ?? null);
      const split = theilSplit(units);
      const chance = permuteGroups(units, chanceRounds(units.length), chanceSeed);
      const curve = lorenzCurve(units);
      return c.json(
        {
          indicateur: indicator.id,
          libelle: indicator.label,
          periode: values.periode,
          methode: values.methode,
          edition: values.edition,
          departement: values.departement,
          epci: values.epci,
          sources: values.sources,
          communes: units.length,
          communesSansChiffre: values.valeurs.length - units.length,
          base: units.reduce((sum, { base }) => sum + base, 0),
          quantite: units.reduce((sum, { quantity }) => sum + quantity, 0),
          gini: giniIndex(units, curve),
          theil: split && {
            total: split.total,
            entreEpci: split.between,
            dansLesEpci: split.within,
            epci: split.groups
              .map(({ group, baseShare, quantityShare, own, between, within }) => ({
                code: group,
                partBase: baseShare,
                partQuantite: quantityShare,
                propre: own,
                entre: between,
                dans: within,
              }))
              .sort((a, b) => (a.code < b.code ? -1 : 1)),
          },
          hasard: chance && {
            observe: chance.observed,
            moyenne: chance.mean,
            bas: chance.low,
            haut: chance.high,
            tirages: chance.rounds,
          },
          lisible: split !== null && split.total >= leastTheil,
          lorenz: thin(curve).map(({ base, quantity }): [number, number] => [base, quantity]),
          communesDeterminantes: heaviest(units, mostHeavy).map(({ code, quantityShare, baseShare, contribution }) => ({
            code,
            nom: values.valeurs.find((value) => value.code === code)?.nom ?? code,
            partQuantite: quantityShare,
            partBase: baseShare,
            contribution,
          })),
        },
        200,
      );
    })
    .openapi(matrixRoute, async (c) => {
      const { niveau, ecart, epci, departement, edition } = c.req.valid('query');
      const asked = await readAskedEdition(database, edition);
      await requireLoaded(database, { epci, departement }, asked.state);
      const territoires = await answerMatrix(dependencies, { niveau, ecart, epci, departement, state: asked.state });
      return c.json(
        { niveau, departement: departement ?? null, epci: epci ?? null, edition: asked.edition, ecart, territoires },
        200,
      );
    });
}

/** Points drawn at even ranks, both ends among them: a curve of 35 000 communes looks the same with 1 000. */
function thin<Point>(points: readonly Point[]): Point[] {
  if (points.length <= mostCurvePoints) return [...points];
  const step = (points.length - 1) / (mostCurvePoints - 1);
  return Array.from({ length: mostCurvePoints }, (_, i) => points[Math.round(i * step)] as Point);
}
