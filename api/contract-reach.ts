/** What the API answers of the access to places: who is out of reach, where inhabitants are counted, and the next sites. */
import { z } from '@hono/zod-openapi';
import { openingChoices } from '../data/analysis/place-hours.ts';
import { editionReferenceSchema, sourceReferenceSchema } from './contract.ts';
import { travelProfiles } from './isochrones.ts';

const bases = ['carreaux-200m', 'centre-de-la-commune'] as const;
const rank = z.number().int();

/** Where the inhabitants of a commune are counted. */
const baseSchema = z.object({
  base: z.enum(bases).openapi({
    description:
      'carreaux-200m : la population municipale de chaque commune, répartie sur ses carreaux habités ; sinon, toute au centre de la commune.',
  }),
  source: sourceReferenceSchema.nullable().openapi({ description: 'La source des carreaux, avec son millésime.' }),
  communesAuCentre: z.number().int().openapi({ description: 'Communes comptées à leur centre, faute de carreau.' }),
});

const scopeShape = {
  departement: z.string().nullable(),
  edition: editionReferenceSchema.nullable(),
};

/** What was asked: which places, and how far. */
const questionShape = {
  mesure: z.enum(['distance', 'temps']).openapi({ description: 'À vol d’oiseau, ou temps de trajet.' }),
  km: z.number().nullable(),
  minutes: z.number().int().nullable(),
  profil: z.enum(travelProfiles).nullable(),
  type: z.string().nullable(),
  service: z.string().nullable(),
  ouvert: z.enum(openingChoices).nullable(),
  ...scopeShape,
  epci: z.string().nullable(),
};

export const reachSchema = z
  .object({
    ...questionShape,
    hypothese: z.string(),
    population: baseSchema,
    habitants: z.number().int(),
    habitantsAuDela: z.number().int().openapi({ description: 'Trop loin de tout lieu retenu.' }),
    communesSansPopulation: z.number().int(),
    communesAuDela: z.array(
      z.object({
        code: z.string(),
        nom: z.string(),
        population: z.number().int(),
        habitantsAuDela: z.number().int().openapi({
          description: 'Égal à population quand la commune est comptée à son centre.',
        }),
        distanceKm: z.number().nullable().openapi({
          description: 'Du centre de la commune au lieu le plus proche, à vol d’oiseau ; null sans aucun lieu.',
        }),
      }),
    ),
    gini: z.number().nullable().openapi({
      description:
        'Répartition entre EPCI des habitants au-delà, rapportés à leurs habitants : 0 quand chacun en a sa part.',
    }),
    lieux: z.number().int(),
    lieuxAuCentreDeLeurCommune: z.number().int().openapi({ description: 'Seule leur commune est connue.' }),
    lieuxSansPosition: z
      .number()
      .int()
      .openapi({ description: 'Ni position, ni commune connue : ils ne comptent pas.' }),
    lieuxAuxHorairesInconnus: z
      .number()
      .int()
      .openapi({ description: 'Écartés par le filtre ouvert, et comptés ici.' }),
    liste: z.object({
      misAJourAvant: z.string().nullable().openapi({
        description: 'La moitié des lieux datés n’ont pas été mis à jour depuis : année, mois ou jour.',
      }),
      sansDate: z.number().int(),
      ancienne: z.boolean().openapi({
        description:
          'Vrai quand la moitié des lieux n’ont pas été mis à jour depuis douze mois : sites à prendre avec réserve.',
      }),
    }),
    garantie: z.number().openapi({
      description: 'Part, au moins, de ce que servirait le meilleur choix d’autant de sites : 1 − 1/e.',
    }),
    candidats: z.array(z.string()).nullable().openapi({
      description: 'Communes parmi lesquelles les sites sont choisis ; null : toutes celles du territoire.',
    }),
    sites: z.array(
      z.object({
        code: z.string(),
        nom: z.string(),
        habitantsGagnes: z.number().int(),
        communesGagnees: z.array(z.string()).openapi({ description: 'En tout ou en partie.' }),
      }),
    ),
  })
  .openapi('AccesAuxLieux');

export const coversSchema = z
  .object({
    ...questionShape,
    demandes: z.number().int().openapi({
      description:
        'Points où des habitants sont comptés : les communes de /population/carreaux dans leur ordre, chacune par ses carreaux dans leur ordre, ou par son centre. Un rang y compte depuis 0 ; sans les communes de population inconnue, ni celles d’un autre EPCI que celui demandé.',
    }),
    auDela: z.array(rank).openapi({ description: 'Rangs des points trop loin de tout lieu retenu.' }),
    sites: z
      .array(z.object({ code: z.string(), rangs: z.array(rank) }))
      .openapi({ description: 'Ce qu’un site au centre de chaque commune desservirait, parmi auDela.' }),
  })
  .openapi('CouverturesDesSites');

export const populationSchema = z
  .object({
    ...scopeShape,
    ...baseSchema.shape,
    communes: z.array(
      z.object({
        code: z.string(),
        nom: z.string(),
        epci: z.object({ code: z.string() }).nullable(),
        centre: z.tuple([z.number(), z.number()]).openapi({ description: '[longitude, latitude], WGS 84.' }),
        population: z.number().int().nullable(),
        carreaux: z
          .array(z.tuple([z.number(), z.number(), z.number().int()]))
          .nullable()
          .openapi({ description: '[longitude, latitude, habitants] ; null : tous au centre de la commune.' }),
      }),
    ),
  })
  .openapi('PopulationParCarreau');

export const meansSchema = z
  .object({
    distance: z.object({ kmAuMoins: z.number(), kmAuPlus: z.number() }),
    temps: z
      .object({
        service: z.string().openapi({ description: 'Machine qui calcule les temps de trajet.' }),
        profils: z.array(z.enum(travelProfiles)),
        minutesAuMoins: z.number().int(),
        minutesAuPlus: z.number().int(),
      })
      .nullable()
      .openapi({ description: 'null : aucun service d’isochrones n’est configuré (ISOCHRONE_URL).' }),
  })
  .openapi('MoyensDeMesure');

export type ReachAnswer = z.infer<typeof reachSchema>;
export type ReachCovers = z.infer<typeof coversSchema>;
export type Population = z.infer<typeof populationSchema>;
export type ReachMeans = z.infer<typeof meansSchema>;
