/**
 * What the API answers: one zod schema per resource, from which the routes, OpenAPI and the dashboard's types follow.
 * Names are French because people read them in addresses and files; unknown is `null` and says why in `raison`.
 */
import { z } from '@hono/zod-openapi';
import { hoursStates } from '../data/analysis/place-hours.ts';
import { placeSources } from '../data/analysis/place-merge.ts';
import { indicatorIds } from '../data/catalogue/catalogue.ts';
import { sourceIds } from '../data/catalogue/source-ids.ts';
import { themeIds } from '../data/catalogue/themes.ts';

export const levelSchema = z.enum(['commune', 'epci', 'departement']);
const partialDate = z.string().openapi({ example: '2024-05', description: 'Année, mois ou jour, tel que publié.' });
const position = z.tuple([z.number(), z.number()]).openapi({ description: '[longitude, latitude], WGS 84.' });
const bbox = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .openapi({ description: '[ouest, sud, est, nord], WGS 84.' });

export const partSchema = z.object({
  cle: z.string(),
  libelle: z.string(),
  valeur: z.number(),
  /** Communes behind the part, where that is a number people ask for (copper calendar). */
  communes: z.number().int().optional(),
  /** Split of the part by operator, where the indicator has one (zone-reglementaire). */
  operateurs: z.array(z.object({ cle: z.string(), libelle: z.string(), valeur: z.number() })).optional(),
});

export const valueSchema = z
  .object({
    code: z.string(),
    nom: z.string(),
    valeur: z.union([z.number(), z.string(), z.null()]).openapi({
      description:
        'Ratio de 0 à 1 non arrondi, nombre, catégorie ou date ISO ; null quand il n’y a pas de valeur, voir etat et raison.',
    }),
    numerateur: z.number().nullable(),
    denominateur: z.number().nullable(),
    parts: z.array(partSchema).nullable(),
    dates: z
      .array(z.object({ cle: z.string(), libelle: z.string(), valeur: z.string() }))
      .optional()
      .openapi({ description: 'Dates publiées à côté de la valeur : la fermeture commerciale du cuivre.' }),
    etat: z.enum(['valeur', 'non-disponible', 'secret', 'non-agregable']),
    raison: z.string().nullable().openapi({ example: 'rupture-de-methode' }),
    alertes: z.array(z.string()).openapi({ example: ['superieur-a-100'] }),
  })
  .openapi('Valeur');

export const sourceReferenceSchema = z.object({
  id: z.enum(sourceIds),
  titre: z.string(),
  producteur: z.string(),
  licence: z.string(),
  licenceUrl: z.string().nullable(),
  url: z.string(),
  millesime: z.string().openapi({ example: '2026-T2' }),
  dateDonnees: z.string().openapi({ example: '2026-06-30' }),
});

export const editionReferenceSchema = z.object({
  id: z.string().openapi({ example: 't2-2026' }),
  titre: z.string().openapi({ example: 'T2 2026' }),
  figeLe: z.string().openapi({ description: 'Instant ISO.' }),
});

export const valuesSchema = z
  .object({
    indicateur: z.enum(indicatorIds as [string, ...string[]]),
    libelle: z.string(),
    niveau: levelSchema,
    periode: z.string(),
    periodes: z
      .array(z.string())
      .openapi({ description: 'Périodes disponibles de cet indicateur, de la plus ancienne à la plus récente.' }),
    methode: z
      .string()
      .nullable()
      .openapi({ description: 'Méthode de comptage de la période ; deux méthodes ne se comparent pas.' }),
    note: z.string().nullable(),
    perimetre: z.enum(['partie', 'entier']),
    epci: z.string().nullable(),
    departement: z.string().nullable(),
    edition: editionReferenceSchema
      .nullable()
      .openapi({ description: 'L’état des lieux figé qui répond ; null : les chiffres en vigueur.' }),
    echeance: z.string().nullable(),
    echeances: z
      .array(z.string())
      .nullable()
      .openapi({ description: 'Échéances du calendrier de fermeture du cuivre.' }),
    depuis: z.string().nullable(),
    sources: z.array(sourceReferenceSchema),
    valeurs: z.array(valueSchema),
  })
  .openapi('Valeurs');

export const indicatorSchema = z
  .object({
    id: z.enum(indicatorIds as [string, ...string[]]),
    libelle: z.string(),
    definition: z.string(),
    formule: z.string(),
    precautions: z.array(z.string()),
    theme: z.enum(themeIds as [string, ...string[]]).nullable(),
    unite: z.string(),
    nature: z.string(),
    sens: z.string(),
    niveaux: z.array(levelSchema),
    periodes: z.array(z.object({ periode: z.string(), methode: z.string().nullable(), note: z.string().nullable() })),
    sources: z.array(z.enum(sourceIds)),
  })
  .openapi('Indicateur');

export const territorySchema = z
  .object({
    code: z.string(),
    nom: z.string(),
    nomOfficiel: z.string(),
    niveau: levelSchema,
    codesPostaux: z.array(z.string()),
    population: z.number().int().nullable(),
    populationMillesime: z.string(),
    epci: z.object({ code: z.string(), nom: z.string() }).nullable(),
    ept: z.object({ code: z.string(), nom: z.string() }).nullable(),
    centre: position,
    bbox,
    communes: z
      .array(z.string())
      .openapi({ description: 'Codes des communes chargées du territoire ; vide pour une commune.' }),
    communesEntier: z
      .number()
      .int()
      .openapi({ description: 'Nombre de communes du territoire entier, celles hors du département comprises.' }),
    partiel: z.boolean().openapi({ description: 'Vrai quand des communes du territoire ne sont pas chargées.' }),
  })
  .openapi('Territoire');

export const placeSchema = z
  .object({
    id: z.string().openapi({
      example: 'lieux-recenses:L001',
      description: 'Identifiant du lieu dans la source préférée parmi celles qui le citent.',
    }),
    nom: z.string(),
    type: z.string(),
    dispositifs: z.array(z.string()),
    itinerant: z.boolean(),
    services: z.array(z.string()),
    publics: z.array(z.string()).openapi({ description: 'Publics visés ; vide : tous, ou non précisé.' }),
    acces: z.array(z.string()),
    priseEnCharge: z.array(z.string()),
    adresse: z.string().nullable(),
    codePostal: z.string().nullable(),
    commune: z.string().nullable(),
    communeNom: z.string().nullable(),
    epci: z.string().nullable(),
    position: position
      .nullable()
      .openapi({ description: '[longitude, latitude] ; null quand seule la commune est connue.' }),
    horaires: z.string().nullable().openapi({ description: 'Horaires tels que publiés.' }),
    horairesPrecision: z
      .string()
      .nullable()
      .openapi({ description: 'Ce que le producteur ajoute aux horaires, qui valent alors sous condition.' }),
    horairesLus: z
      .string()
      .nullable()
      .openapi({ description: 'Horaires tels que compris, en français ; null quand ils ne le sont pas.' }),
    horairesEtat: z.enum(hoursStates),
    site: z.string().nullable(),
    confiance: z.enum(['haute', 'moyenne', 'basse']),
    sources: z
      .array(
        z.object({
          source: z.enum(placeSources),
          id: z.string(),
          url: z.string(),
          majOn: partialDate.nullable(),
        }),
      )
      .openapi({ description: 'Les sources qui citent le lieu, la plus récente d’abord.' }),
  })
  .openapi('Lieu');

export const page = { total: z.number().int(), page: z.number().int(), limite: z.number().int() };
export const indicatorsSchema = z.object({ indicateurs: z.array(indicatorSchema) });
export const territoriesSchema = z.object({ territoires: z.array(territorySchema) });
export const placesSchema = z.object({
  ...page,
  horairesNonCompris: z.number().int().openapi({
    description:
      'Lieux que les autres filtres retiennent et dont les horaires publiés ne permettent pas de dire quand ils ouvrent : le filtre ouvert les écarte, sans qu’ils soient fermés.',
  }),
  horairesNonCommuniques: z
    .number()
    .int()
    .openapi({ description: 'De même, les lieux dont les horaires ne sont pas publiés.' }),
  lieux: z.array(placeSchema),
});

export const tableSchema = z
  .object({
    titre: z.string(),
    description: z.string(),
    colonnes: z.array(
      z.object({
        nom: z.string(),
        titre: z.string(),
        description: z.string(),
        type: z.enum(['string', 'integer', 'number', 'date', 'boolean']),
        unite: z.string().nullable(),
      }),
    ),
    definitions: z.array(
      z.object({
        id: z.string(),
        libelle: z.string(),
        definition: z.string(),
        formule: z.string(),
        precautions: z.array(z.string()),
      }),
    ),
    sources: z.array(sourceReferenceSchema),
    total: z.number().int(),
    lignes: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  })
  .openapi('Tableau');

/** RFC 9457. `parametre`, `recu` and `accepte` say what to correct. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    parametre: z.string().optional(),
    recu: z.string().optional(),
    accepte: z.array(z.string()).optional(),
  })
  .openapi('Probleme');

export type Value = z.infer<typeof valueSchema>;
export type Part = z.infer<typeof partSchema>;
export const framingSchema = z
  .object({
    politique: z.enum(['tous', 'aucun', 'origines']),
    origines: z
      .array(z.string())
      .openapi({ description: 'Les seuls sites acceptés, quand la politique est « origines ».' }),
  })
  .openapi('Integration');

export type Framing = z.infer<typeof framingSchema>;
export type Values = z.infer<typeof valuesSchema>;
export type IndicatorAnswer = z.infer<typeof indicatorSchema>;
export type Territory = z.infer<typeof territorySchema>;
export type Place = z.infer<typeof placeSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Problem = z.infer<typeof problemSchema>;
