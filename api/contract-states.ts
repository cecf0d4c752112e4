/** What the API answers of loads and of states of the data: reports, editions, what changed, digital presence. */
import { z } from '@hono/zod-openapi';
import { indicatorIds } from '../data/catalogue/catalogue.ts';
import { sourceIds } from '../data/catalogue/source-ids.ts';
import { editionReferenceSchema, levelSchema, page, sourceReferenceSchema, valueSchema } from './contract.ts';

const refusalSchema = z.object({ raison: z.string(), nombre: z.number().int(), exemples: z.array(z.string()) });

export const loadSchema = z
  .object({
    id: z.number().int(),
    source: z.enum(sourceIds),
    departement: z.string(),
    enVigueur: z.boolean(),
    millesime: z.string(),
    periodes: z.array(z.string()),
    dateDonnees: z.string(),
    obtenuLe: z.string(),
    chargeLe: z.string(),
    sha256: z.string(),
    fichiers: z.array(
      z.object({
        nom: z.string(),
        url: z.string().nullable(),
        sha256: z.string(),
        octets: z.number().int(),
        obtenuLe: z.string().nullable(),
      }),
    ),
    lignesLues: z.number().int(),
    lignesRetenues: z.number().int(),
    lignesHorsTerritoire: z.number().int(),
    lignesRefusees: z.number().int(),
    refus: z.array(refusalSchema),
    avertissements: z.array(refusalSchema),
    communesAttendues: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'Communes que le fichier devrait compter ; null pour une source d’une autre nature.' }),
    communesSansChiffre: z.array(z.string()).openapi({ description: 'Codes des communes sans aucun chiffre.' }),
  })
  .openapi('Chargement');

export const sourceSchema = z
  .object({
    id: z.enum(sourceIds),
    titre: z.string(),
    producteur: z.string(),
    description: z.string(),
    licence: z.string(),
    licenceUrl: z.string().nullable(),
    url: z.string(),
    usage: z.enum(['indicateurs', 'sources-seulement']),
    usageRaison: z.string().nullable(),
    indicateurs: z.array(z.string()),
    derniereTentative: z
      .object({
        le: z.string(),
        statut: z.enum(['charge', 'inchange', 'echec']),
        departement: z.string(),
        millesime: z.string(),
        motif: z.string().nullable(),
      })
      .nullable()
      .openapi({ description: 'La dernière demande de cette source ; un échec que rien n’a réparé d’abord.' }),
    chargements: z.array(loadSchema),
  })
  .openapi('Source');

export const editionSchema = editionReferenceSchema
  .extend({
    empreinte: z.string().openapi({ description: 'SHA-256 de tout ce que l’état des lieux contient.' }),
    chargements: z.array(
      z.object({
        source: z.enum(sourceIds),
        departement: z.string(),
        periode: z.string(),
        millesime: z.string(),
        dateDonnees: z.string(),
        sha256: z.string(),
      }),
    ),
  })
  .openapi('EtatDesLieux');

const stateSchema = z.object({
  etat: z.string().openapi({ example: 'actuel', description: 'actuel, un état des lieux, ou chargement-12.' }),
  libelle: z.string(),
  le: z.string().nullable().openapi({ description: 'Instant ISO ; null pour les chiffres en vigueur.' }),
});

const deadline = z.string().nullable().openapi({
  example: '2027-01-31',
  description: 'Échéance que l’état retient, la première de son calendrier ; null pour un indicateur qui n’en a pas.',
});

/** A figure in one of two states. */
const sideSchema = valueSchema.pick({ valeur: true, numerateur: true, denominateur: true, etat: true, raison: true });

export const changesSchema = z
  .object({
    de: stateSchema,
    a: stateSchema,
    departement: z.string().nullable(),
    constat: z.string().openapi({ description: 'Ce qui a changé, en une phrase.' }),
    premierChargement: z.boolean().openapi({ description: 'Vrai quand rien n’était chargé auparavant.' }),
    indicateurs: z.array(
      z.object({
        id: z.enum(indicatorIds as [string, ...string[]]),
        libelle: z.string(),
        unite: z.string(),
        periodeAvant: z.string().nullable(),
        periodeApres: z.string().nullable(),
        echeanceAvant: deadline,
        echeanceApres: deadline,
        raison: z.string().nullable().openapi({ example: 'rupture-de-methode' }),
        communesChangees: z.number().int(),
        epciChanges: z.number().int(),
        departements: z.array(
          z.object({
            code: z.string(),
            nom: z.string(),
            avant: sideSchema.nullable(),
            apres: sideSchema.nullable(),
            difference: z.number().nullable(),
          }),
        ),
      }),
    ),
  })
  .openapi('Changements');

export const indicatorChangesSchema = z
  .object({
    de: stateSchema,
    a: stateSchema,
    indicateur: z.enum(indicatorIds as [string, ...string[]]),
    libelle: z.string(),
    unite: z.string(),
    niveau: levelSchema,
    departement: z.string().nullable(),
    periodeAvant: z.string().nullable(),
    periodeApres: z.string().nullable(),
    echeanceAvant: deadline,
    echeanceApres: deadline,
    raison: z.string().nullable().openapi({ example: 'rupture-de-methode' }),
    territoires: z.number().int().openapi({ description: 'Nombre de territoires comparés.' }),
    changements: z.array(
      z.object({
        code: z.string(),
        nom: z.string(),
        avant: sideSchema.nullable(),
        apres: sideSchema.nullable(),
        difference: z.number().nullable().openapi({
          description: 'Nombre, différence de ratios, ou jours entre deux dates ; null quand elle n’a pas de sens.',
        }),
      }),
    ),
  })
  .openapi('ChangementsIndicateur');

export const presenceSchema = z
  .object({
    niveau: z.enum(['commune', 'epci']),
    code: z.string(),
    nom: z.string(),
    periode: z.string(),
    site: z.string().nullable(),
    domaineMessagerie: z.string().nullable(),
    niveaux: z.array(z.string()).openapi({ example: ['1.a', 'a'] }),
    criteres: z.array(
      z.object({
        id: z.string(),
        partie: z.enum(['site', 'messagerie']),
        libelle: z.string(),
        requis: z.boolean(),
        satisfait: z.boolean(),
      }),
    ),
    source: sourceReferenceSchema,
  })
  .openapi('PresenceNumerique');

export const presenceAnswerSchema = z.object({
  presence: presenceSchema
    .nullable()
    .openapi({ description: 'null : la source n’est pas chargée, ou ne cite pas ce territoire.' }),
});

export const sourcesSchema = z.object({ sources: z.array(sourceSchema) });
export const loadsSchema = z.object({ ...page, chargements: z.array(loadSchema) });
export const editionsSchema = z.object({ editions: z.array(editionSchema) });

export type Load = z.infer<typeof loadSchema>;
export type SourceAnswer = z.infer<typeof sourceSchema>;
export type EditionAnswer = z.infer<typeof editionSchema>;
export type Changes = z.infer<typeof changesSchema>;
export type IndicatorChanges = z.infer<typeof indicatorChangesSchema>;
export type Presence = z.infer<typeof presenceSchema>;
