/** What the API answers of gaps: how evenly something is spread, and need × supply × projects. */
import { z } from '@hono/zod-openapi';
import { cellClasses } from '../data/analysis/gap-matrix.ts';
import { indicatorIds } from '../data/catalogue/catalogue.ts';
import { themeIds } from '../data/catalogue/themes.ts';
import { editionReferenceSchema, sourceReferenceSchema } from './contract.ts';

const indicatorSchema = z.enum(indicatorIds as [string, ...string[]]);

export const balanceSchema = z
  .object({
    indicateur: indicatorSchema,
    libelle: z.string(),
    periode: z.string(),
    methode: z.string().nullable(),
    edition: editionReferenceSchema.nullable(),
    departement: z.string().nullable(),
    epci: z.string().nullable(),
    sources: z.array(sourceReferenceSchema),
    communes: z.number().int().openapi({ description: 'Communes dont les chiffres sont connus.' }),
    communesSansChiffre: z.number().int(),
    base: z.number().openapi({ description: 'Somme de ce sur quoi la quantité est rapportée : des locaux.' }),
    quantite: z.number().openapi({
      description: 'Somme de ce qui est réparti : ce qui manque, pour un service presque complet.',
    }),
    gini: z.number().nullable().openapi({ description: 'De 0 (réparti comme la base) à près de 1.' }),
    theil: z
      .object({
        total: z.number(),
        entreEpci: z.number(),
        dansLesEpci: z.number(),
        epci: z.array(
          z.object({
            code: z.string(),
            partBase: z.number(),
            partQuantite: z.number(),
            propre: z.number().nullable(),
            entre: z.number(),
            dans: z.number(),
          }),
        ),
      })
      .nullable(),
    hasard: z
      .object({
        observe: z.number(),
        moyenne: z.number(),
        bas: z.number(),
        haut: z.number(),
        tirages: z.number().int(),
      })
      .nullable()
      .openapi({
        description:
          'Part de l’écart interne aux EPCI : observée, et quand les communes sont distribuées au hasard entre des EPCI de mêmes tailles (90 % des tirages entre bas et haut). La graine est fixe.',
      }),
    lisible: z.boolean().openapi({ description: 'Faux quand l’indice est sous le seuil : l’écart est du bruit.' }),
    lorenz: z
      .array(z.tuple([z.number(), z.number()]))
      .openapi({ description: '[part de la base, part de la quantité], 1 000 points au plus.' }),
    communesDeterminantes: z.array(
      z.object({
        code: z.string(),
        nom: z.string(),
        partQuantite: z.number(),
        partBase: z.number(),
        contribution: z.number(),
      }),
    ),
  })
  .openapi('Equilibre');

const matrixCellSchema = z.object({
  theme: z.enum(themeIds as [string, ...string[]]),
  classe: z.enum(cellClasses),
  besoin: z.enum(['high', 'low', 'unmeasured']),
  besoins: z.array(
    z.object({
      indicateur: indicatorSchema,
      valeur: z.number().nullable(),
      reference: z.number().nullable(),
      ecart: z
        .number()
        .nullable()
        .openapi({ description: 'Part de la référence dont la valeur est pire ; négatif : mieux.' }),
      estBesoin: z.boolean(),
    }),
  ),
  offre: z.number().nullable(),
  projets: z.number().int(),
  dernierePreuve: z.string().nullable(),
});

export const matrixSchema = z
  .object({
    niveau: z.enum(['epci', 'commune']),
    departement: z.string().nullable(),
    epci: z.string().nullable(),
    edition: editionReferenceSchema.nullable(),
    ecart: z.number(),
    territoires: z.array(
      z.object({
        code: z.string(),
        nom: z.string(),
        aRepondu: z.boolean().openapi({ description: 'L’EPCI a répondu au recensement des projets.' }),
        cellules: z.array(matrixCellSchema),
      }),
    ),
  })
  .openapi('MatriceDesEcarts');

export type Balance = z.infer<typeof balanceSchema>;
export type GapMatrix = z.infer<typeof matrixSchema>;
export type GapCell = z.infer<typeof matrixCellSchema>;
