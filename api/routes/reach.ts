/** Inhabitants out of reach of a place, and the best next sites: the functions that the dashboard runs. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { openingChoices } from '../../data/analysis/place-hours.ts';
import { communesOf } from '../../data/analysis/reach.ts';
import { ageOf, distancesOf, giniBeyond, nextSites } from '../../data/analysis/service-reach.ts';
import { greedyGuarantee } from '../../data/analysis/siting.ts';
import type { Values } from '../contract.ts';
import { coversSchema, meansSchema, populationSchema, reachSchema } from '../contract-reach.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { travelProfiles } from '../isochrones.ts';
import { requireLoaded } from '../loaded.ts';
import { readPopulation } from '../population.ts';
import { badParameter, ProblemError, refuseBadQuery } from '../problem.ts';
import { assumptionOf, type Limit, measureReach, type ReachQuestion } from '../reach.ts';
import { readAskedEdition } from '../state.ts';
import { placeWord, requireKnownWords } from './places.ts';
import {
  badRequest,
  communeParameter,
  departementParameter,
  editionParameter,
  epciParameter,
  failingService,
  listParameter,
  missing,
  queryOf,
  wholeNumber,
} from './queries.ts';

const tags = ['Écarts et équilibre'];
const bounds = { leastKm: 0.5, mostKm: 30, leastMinutes: 1, mostMinutes: 60, mostSites: 20 };
const byDefault = { km: 5, profile: 'voiture' } as const;
const kilometres = `un nombre de ${bounds.leastKm} à ${bounds.mostKm}, comme 5 ou 2.5`;
const minutes = `un entier de ${bounds.leastMinutes} à ${bounds.mostMinutes}`;

const scope = { departement: departementParameter.optional(), edition: editionParameter.optional() };
const question = {
  km: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,2})?$/, kilometres)
    .refine((text) => Number(text) >= bounds.leastKm && Number(text) <= bounds.mostKm, kilometres)
    .transform(Number)
    .optional()
    .openapi({
      type: 'number',
      minimum: bounds.leastKm,
      maximum: bounds.mostKm,
      description: 'À vol d’oiseau. Par défaut 5, sauf quand minutes est donné.',
    }),
  minutes: z
    .string()
    .regex(/^[1-9]\d?$/, minutes)
    .refine((text) => Number(text) <= bounds.mostMinutes, minutes)
    .transform(Number)
    .optional()
    .openapi({
      type: 'integer',
      minimum: bounds.leastMinutes,
      maximum: bounds.mostMinutes,
      description: 'Temps de trajet, à la place de km, quand un service d’isochrones est configuré.',
    }),
  profil: z.enum(travelProfiles).optional().openapi({ description: 'Avec minutes. Par défaut voiture.' }),
  type: placeWord.optional(),
  service: placeWord.optional(),
  ouvert: z.enum(openingChoices).optional().openapi({
    description: 'Lieux ouverts ce jour-là, ou après 18 h ; ceux dont on ne sait rien sont écartés et comptés.',
  }),
  epci: epciParameter.optional(),
  ...scope,
};

const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } });

const reachRoute = createRoute({
  method: 'get',
  path: '/api/v1/ecarts/acces',
  operationId: 'mesurerAcces',
  summary: 'Habitants trop loin d’un lieu, et meilleurs prochains sites',
  description:
    'À plus d’une distance à vol d’oiseau, ou d’un temps de trajet quand un service d’isochrones est configuré. Les habitants sont comptés dans les carreaux habités de 200 m quand ils sont chargés, sinon au centre de leur commune : la réponse le dit. Les sites sont choisis un à un, chacun gagnant le plus d’habitants : jamais moins de 63 % (1 − 1/e) de ce que ferait le meilleur choix.',
  tags,
  request: {
    query: queryOf({
      ...question,
      nombre: wholeNumber(1, bounds.mostSites, 3),
      candidats: listParameter(
        communeParameter,
        'Communes parmi lesquelles choisir les sites. Par défaut, celles du territoire.',
      ),
    }),
  },
  responses: {
    200: { description: 'L’accès aux lieux', content: json(reachSchema) },
    ...badRequest,
    ...missing,
    ...failingService,
  },
});

const coversRoute = createRoute({
  method: 'get',
  path: '/api/v1/ecarts/acces/couvertures',
  operationId: 'listerCouverturesDesSites',
  summary: 'Ce que desservirait un site au centre de chaque commune',
  description:
    'De quoi recomposer un scénario sans rien redemander : les points hors de portée des lieux, et ceux que chaque commune gagnerait.',
  tags,
  request: { query: queryOf(question) },
  responses: {
    200: { description: 'Les couvertures', content: json(coversSchema) },
    ...badRequest,
    ...missing,
    ...failingService,
  },
});

const meansRoute = createRoute({
  method: 'get',
  path: '/api/v1/ecarts/acces/moyens',
  operationId: 'lireMoyensDeMesure',
  summary: 'Comment l’accès peut être mesuré ici : à vol d’oiseau, en temps de trajet',
  tags,
  request: { query: queryOf({}) },
  responses: { 200: { description: 'Les moyens', content: json(meansSchema) }, ...badRequest },
});

const populationRoute = createRoute({
  method: 'get',
  path: '/api/v1/population/carreaux',
  operationId: 'lirePopulationParCarreau',
  summary: 'Où les habitants de chaque commune sont comptés : dans ses carreaux habités, ou à son centre',
  description:
    'La somme des carreaux d’une commune est sa population municipale, à l’habitant près : les individus de l’INSEE servent à la répartir, non à la compter.',
  tags: ['Territoires'],
  request: { query: queryOf(scope) },
  responses: {
    200: { description: 'La population', content: json(populationSchema) },
    ...badRequest,
    ...missing,
  },
});

type Query = Partial<Omit<ReachQuestion, 'limit' | 'state'>> & {
  readonly km?: number | undefined;
  readonly minutes?: number | undefined;
  readonly profil?: (typeof travelProfiles)[number] | undefined;
  readonly edition?: string | undefined;
};

/** @throws ProblemError 400 when both ways to measure are asked for, or a profile without minutes */
function limitOf({ km, minutes, profil }: Query): Limit {
  const refuse = (parametre: string, recu: string, why: string) =>
    new ProblemError(400, `Paramètre « ${parametre} » : ${why}.`, { parametre, recu, accepte: ['km', 'minutes'] });
  if (minutes === undefined) {
    if (profil !== undefined) throw refuse('profil', profil, 'il va avec minutes, qui n’est pas donné');
    return { km: km ?? byDefault.km, minutes: null, profile: null };
  }
  if (km !== undefined) throw refuse('minutes', String(minutes), 'km est donné aussi : il faut l’un ou l’autre');
  return { km: null, minutes, profile: profil ?? byDefault.profile };
}

export function reachRoutes(dependencies: ApiDependencies) {
  const { database, now, isochrones } = dependencies;

  async function measure(query: Query) {
    const { type, service, ouvert, epci, departement } = query;
    const limit = limitOf(query);
    const { state, edition } = await readAskedEdition(database, query.edition);
    await requireLoaded(database, { epci, departement }, state);
    await requireKnownWords(database, { type, service }, state);
    const measured = await measureReach(dependencies, { limit, type, service, ouvert, epci, departement, state });
    return { ...measured, limit, told: toldQuestion(query, limit, edition) };
  }

  return new OpenAPIHono({ defaultHook: refuseBadQuery })
    .openapi(reachRoute, async (c) => {
      const { nombre, candidats, ...query } = c.req.valid('query');
      const { population, communes, held, asked, standing, reach, limit, told, candidatesAt } = await measure(query);
      const known = new Map(population.communes.map((commune) => [commune.code, commune]));
      const stranger = candidats?.find((code) => !known.has(code));
      if (stranger !== undefined)
        throw badParameter('candidats', stranger, [
          'des codes de communes de /api/v1/territoires?niveau=commune, séparés par « | »',
        ]);
      const nameOf = (code: string) => known.get(code)?.nom ?? code;
      const { demands, unknown } = held;
      const candidates = await candidatesAt(candidats ?? communes.map(({ code }) => code));
      const distances = distancesOf(
        communes,
        standing.map(({ at }) => at),
      );
      const age = ageOf(asked.places, now());
      return c.json(
        {
          ...told,
          hypothese: assumptionOf(population.told, limit),
          population: population.told,
          habitants: reach.inhabitants,
          habitantsAuDela: reach.beyond,
          communesSansPopulation: unknown,
          communesAuDela: communesOf(demands, reach.ranks).map(({ code, inhabitants }) => ({
            code,
            nom: nameOf(code),
            population: known.get(code)?.population ?? inhabitants,
            habitantsAuDela: inhabitants,
            distanceKm: standing.length === 0 ? null : (distances.get(code) ?? null),
          })),
          gini: giniBeyond(demands, reach.ranks),
          lieux: standing.length,
          lieuxAuCentreDeLeurCommune: standing.filter(({ isAtCentre }) => isAtCentre).length,
          lieuxSansPosition: asked.places.length - standing.length,
          lieuxAuxHorairesInconnus: asked.unknownHours,
          liste: { misAJourAvant: age.median, sansDate: age.undated, ancienne: age.isOld },
          garantie: greedyGuarantee,
          candidats: candidats ?? null,
          sites: nextSites(demands, reach, candidates, nombre).map(({ code, gained, ranks }) => ({
            code,
            nom: nameOf(code),
            habitantsGagnes: gained,
            communesGagnees: communesOf(demands, ranks).map((commune) => commune.code),
          })),
        },
        200,
      );
    })
    .openapi(coversRoute, async (c) => {
      const { population, held, reach, told, candidatesAt } = await measure(c.req.valid('query'));
      // A site may be dropped in any commune of what is shown, whatever the EPCI that is measured.
      const candidates = await candidatesAt(population.communes.map(({ code }) => code));
      return c.json(
        {
          ...told,
          demandes: held.demands.length,
          auDela: [...reach.ranks],
          sites: candidates.map(({ code, cover }) => ({ code, rangs: Array.from(cover) })),
        },
        200,
      );
    })
    .openapi(meansRoute, (c) =>
      c.json(
        {
          distance: { kmAuMoins: bounds.leastKm, kmAuPlus: bounds.mostKm },
          temps: isochrones
            ? {
                service: isochrones.service,
                profils: [...travelProfiles],
                minutesAuMoins: bounds.leastMinutes,
                minutesAuPlus: bounds.mostMinutes,
              }
            : null,
        },
        200,
      ),
    )
    .openapi(populationRoute, async (c) => {
      const { departement, edition: id } = c.req.valid('query');
      const { state, edition } = await readAskedEdition(database, id);
      await requireLoaded(database, { departement }, state);
      const { communes, cells, told } = await readPopulation(dependencies, departement, state);
      return c.json(
        {
          departement: departement ?? null,
          edition,
          ...told,
          communes: communes.map(({ code, nom, epci, centre: [longitude, latitude], population }) => ({
            code,
            nom,
            epci: epci && { code: epci.code },
            centre: [longitude, latitude] as [number, number],
            population,
            carreaux: cells.get(code)?.map((cell): [number, number, number] => [...cell]) ?? null,
          })),
        },
        200,
      );
    });
}

function toldQuestion(query: Query, { km, minutes, profile }: Limit, edition: Values['edition']) {
  const { type = null, service = null, ouvert = null, departement = null, epci = null } = query;
  const mesure = km === null ? ('temps' as const) : ('distance' as const);
  return { mesure, km, minutes, profil: profile, type, service, ouvert, departement, edition, epci };
}
