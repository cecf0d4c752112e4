/** Inhabitants beyond a distance of a place, and the best next sites: the functions that the dashboard runs. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { openingChoices } from '../../data/analysis/place-hours.ts';
import { reachOf } from '../../data/analysis/reach.ts';
import {
  ageOf,
  askPlaces,
  demandsOf,
  distancesOf,
  giniBeyond,
  nextSites,
  standPlaces,
} from '../../data/analysis/service-reach.ts';
import { greedyGuarantee } from '../../data/analysis/siting.ts';
import { reachSchema } from '../contract-gaps.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { requireLoaded } from '../loaded.ts';
import { refuseBadQuery } from '../problem.ts';
import { readPlaces } from '../sql/places.ts';
import { currentState } from '../sql/state.ts';
import { readTerritories } from '../sql/territories.ts';
import { placeWord, requireKnownWords } from './places.ts';
import { badRequest, departementParameter, epciParameter, missing, queryOf, wholeNumber } from './queries.ts';

const bounds = { leastKm: 0.5, mostKm: 30, mostSites: 20 };
const kilometres = `un nombre de ${bounds.leastKm} à ${bounds.mostKm}, comme 5 ou 2.5`;
const hypothese =
  'Les habitants d’une commune sont comptés en un point, son centre ; les distances sont à vol d’oiseau ; un lieu dont seule la commune est connue est placé au centre de celle-ci ; les lieux hors du territoire chargé ne sont pas connus.';

const reachRoute = createRoute({
  method: 'get',
  path: '/api/v1/ecarts/acces',
  operationId: 'mesurerAcces',
  summary: 'Habitants à plus d’une distance d’un lieu, et meilleurs prochains sites',
  description: `${hypothese} Les sites sont choisis un à un, chacun gagnant le plus d’habitants : jamais moins de 63 % (1 − 1/e) de ce que ferait le meilleur choix.`,
  tags: ['Écarts et équilibre'],
  request: {
    query: queryOf({
      km: z
        .string()
        .regex(/^\d{1,2}(\.\d{1,2})?$/, kilometres)
        .refine((text) => Number(text) >= bounds.leastKm && Number(text) <= bounds.mostKm, kilometres)
        .default('5')
        .transform(Number)
        .openapi({ type: 'number', minimum: bounds.leastKm, maximum: bounds.mostKm, default: 5 }),
      type: placeWord.optional(),
      service: placeWord.optional(),
      ouvert: z.enum(openingChoices).optional().openapi({
        description: 'Lieux ouverts ce jour-là, ou après 18 h ; ceux dont on ne sait rien sont écartés et comptés.',
      }),
      nombre: wholeNumber(1, bounds.mostSites, 3),
      epci: epciParameter.optional(),
      departement: departementParameter.optional(),
    }),
  },
  responses: {
    200: { description: 'L’accès aux lieux', content: { 'application/json': { schema: reachSchema } } },
    ...badRequest,
    ...missing,
  },
});

export function reachRoutes({ database, now }: ApiDependencies) {
  return new OpenAPIHono({ defaultHook: refuseBadQuery }).openapi(reachRoute, async (c) => {
    const { km, type, service, ouvert, nombre, epci, departement } = c.req.valid('query');
    await requireLoaded(database, { epci, departement }, currentState);
    await requireKnownWords(database, { type, service }, currentState);
    const [communes, listed] = await Promise.all([
      readTerritories(database, { level: 'commune', code: null, departement: departement ?? null }),
      readPlaces(database, { departement, limite: Number.MAX_SAFE_INTEGER, page: 1 }),
    ]);
    const nameOf = new Map(communes.map(({ code, nom }) => [code, nom]));
    const centreOf = new Map(communes.map(({ code, centre }) => [code, centre]));
    const { demands, unknown } = demandsOf(communes, epci ?? null);
    const asked = askPlaces(listed.places, { kind: type ?? null, service: service ?? null, open: ouvert ?? null });
    const standing = standPlaces(asked.places, (code) => centreOf.get(code));
    const positions = standing.map(({ at }) => at);
    const reach = reachOf(demands, positions, km);
    const distances = distancesOf(demands, positions);
    const age = ageOf(asked.places, now());
    return c.json(
      {
        km,
        type: type ?? null,
        service: service ?? null,
        ouvert: ouvert ?? null,
        departement: departement ?? null,
        epci: epci ?? null,
        hypothese,
        habitants: reach.inhabitants,
        habitantsAuDela: reach.beyond,
        communesSansPopulation: unknown,
        communesAuDela: reach.codes.map((code) => ({
          code,
          nom: nameOf.get(code) ?? code,
          population: demands.find((demand) => demand.code === code)?.inhabitants ?? 0,
          distanceKm: positions.length === 0 ? null : (distances.get(code) ?? null),
        })),
        gini: giniBeyond(demands, new Set(reach.codes)),
        lieux: standing.length,
        lieuxAuCentreDeLeurCommune: standing.filter(({ isAtCentre }) => isAtCentre).length,
        lieuxSansPosition: asked.places.length - standing.length,
        lieuxAuxHorairesInconnus: asked.unknownHours,
        liste: { misAJourAvant: age.median, sansDate: age.undated, ancienne: age.isOld },
        garantie: greedyGuarantee,
        sites: nextSites(demands, reach, demands, km, nombre).map(({ code, gained, won }) => ({
          code,
          nom: nameOf.get(code) ?? code,
          habitantsGagnes: gained,
          communesGagnees: [...won],
        })),
      },
      200,
    );
  });
}
