/** What the API answers of referenced projects, of the catalogue of possible actions and of the roadmap. */
import { z } from '@hono/zod-openapi';
import { facetIds } from '../data/analysis/project-facets.ts';
import {
  carrierTypes,
  censusStatuses,
  confidences,
  decisions,
  projectLevels,
  projectPhases,
  projectStates,
  sheetStatuses,
} from '../data/catalogue/project-words.ts';
import { themeIds } from '../data/catalogue/themes.ts';
import { page } from './contract.ts';

const partialDate = z.string().openapi({ example: '2024-05', description: 'Année, mois ou jour, tel que publié.' });
const position = z.tuple([z.number(), z.number()]).openapi({ description: '[longitude, latitude], WGS 84.' });
const themeSchema = z.enum(themeIds as [string, ...string[]]);

export const projectSchema = z
  .object({
    id: z.string(),
    parent: z.string().nullable(),
    titre: z.string(),
    resume: z.string(),
    objectifs: z.string().nullable(),
    theme: themeSchema,
    sousTheme: z.string().nullable(),
    porteur: z.string(),
    porteurSiren: z.string().nullable(),
    porteurSiret: z.string().nullable(),
    porteurType: z.enum(carrierTypes).nullable().openapi({
      description: 'Tel que déclaré, sinon déduit du SIREN ou de la forme juridique du nom ; null : inconnu.',
    }),
    niveau: z.enum(projectLevels),
    communes: z.array(z.string()),
    epci: z.array(z.string()),
    lieu: z.string().nullable(),
    position: position.nullable(),
    publics: z.array(z.string()),
    phase: z.enum(projectPhases),
    etat: z.enum(projectStates).nullable(),
    dateDebutPrevue: partialDate.nullable(),
    dateFinPrevue: partialDate.nullable(),
    dateDebut: partialDate.nullable(),
    dateFin: partialDate.nullable(),
    budgetEuros: z.number().nullable(),
    financeurs: z.array(z.string()),
    financements: z.array(
      z.object({ financeur: z.string(), annee: z.string().nullable(), montantEuros: z.number().nullable() }),
    ),
    partenaires: z.array(z.string()),
    ouvert: z.boolean().nullable().openapi({ description: 'Ouvert à d’autres collectivités ; null : non précisé.' }),
    effetsAttendus: z.string().nullable(),
    liens: z.array(z.string()),
    besoins: z.array(z.string()).openapi({ description: 'Indicateurs auxquels il répond.' }),
    sourceUrl: z.string(),
    sourceDate: partialDate.nullable(),
    confiance: z.enum(confidences),
    dateMaj: partialDate.nullable(),
  })
  .openapi('Projet');

export const budgetSchema = z
  .object({
    euros: z.number().nullable().openapi({ description: 'Somme des budgets connus ; null quand aucun ne l’est.' }),
    fiches: z.number().int().openapi({ description: 'Fiches additionnées.' }),
    dansUnParent: z.number().int().openapi({
      description: 'Fiches qui ont un budget, non additionnées : celui de leur projet parent, compté, le comprend.',
    }),
  })
  .openapi('SommeDeBudgets');

const facetsSchema = z
  .array(
    z.object({
      id: z.enum(facetIds),
      valeurs: z.array(z.object({ cle: z.string(), nombre: z.number().int() })),
    }),
  )
  .openapi({
    description:
      'Pour chaque facette, le nombre de projets que chaque valeur garderait à côté des choix des autres facettes.',
  });

export const projectsSchema = z.object({
  ...page,
  recherche: z.enum(['exacte', 'approchee']).nullable().openapi({
    description: 'approchee : rien ne contient les mots cherchés, des mots proches sont proposés.',
  }),
  budget: budgetSchema,
  facettes: facetsSchema,
  projets: z.array(projectSchema),
});

export const completenessSchema = z.object({
  presents: z.number().int(),
  total: z.number().int(),
  manques: z.array(z.object({ champ: z.string(), libelle: z.string(), pourquoi: z.string() })),
});

export const projectSheetSchema = z
  .object({
    projet: projectSchema,
    parent: z.object({ id: z.string(), titre: z.string() }).nullable(),
    parties: z.array(z.object({ id: z.string(), titre: z.string() })),
    completude: completenessSchema,
    proches: z.array(
      z.object({ projet: projectSchema, raisons: z.array(z.enum(['theme', 'commune', 'epci', 'porteur'])) }),
    ),
    fiches: z.array(z.object({ id: z.string(), titre: z.string() })).openapi({
      description: 'Fiches du catalogue qui le citent en exemple.',
    }),
    historique: z.array(
      z.object({ le: z.string(), evenement: z.enum(['ajout', 'modification']), champs: z.array(z.string()) }),
    ),
  })
  .openapi('FicheProjet');

const cellSchema = z.object({ nombre: z.number().int(), budget: budgetSchema });
export const censusSchema = z.object({
  statut: z.enum(censusStatuses),
  date: partialDate.nullable(),
  precision: z.string().nullable(),
});
const distributionRowSchema = z.object({
  epci: z.string().nullable(),
  nom: z.string(),
  recensement: censusSchema.nullable().openapi({ description: 'null : on ne sait pas si l’EPCI a répondu.' }),
  ...cellSchema.shape,
  partages: z.number().int().openapi({ description: 'Portés avec, ou ouverts à, deux collectivités ou plus.' }),
  themes: z.array(z.object({ theme: themeSchema, ...cellSchema.shape })),
});
export const distributionSchema = z
  .object({
    lignes: z.array(distributionRowSchema),
    total: distributionRowSchema.openapi({ description: 'Chaque projet une fois, quels que soient ses EPCI.' }),
  })
  .openapi('RepartitionDesProjets');

export const decisionSchema = z.object({
  decision: z.enum(decisions),
  instance: z.string(),
  date: partialDate,
  motif: z.string(),
  pilote: z.string().nullable(),
  dateDebutPrevue: partialDate.nullable(),
  dateFinPrevue: partialDate.nullable(),
  dateFin: partialDate.nullable(),
  jalons: z.array(z.object({ le: partialDate, libelle: z.string() })),
});

export const catalogueSheetSchema = z
  .object({
    id: z.string(),
    statut: z.enum(sheetStatuses).openapi({ description: 'exemple : écrite pour montrer, elle n’engage personne.' }),
    titre: z.string(),
    theme: themeSchema,
    probleme: z.string(),
    objectifs: z.array(z.string()),
    prerequis: z.array(z.string()),
    coutMinEuros: z.number().nullable(),
    coutMaxEuros: z.number().nullable(),
    coutPrecision: z.string().nullable(),
    dureeMinMois: z.number().int().nullable(),
    dureeMaxMois: z.number().int().nullable(),
    porteursPossibles: z.array(z.string()),
    mutualisation: z.string().nullable(),
    exemples: z.array(z.object({ id: z.string(), titre: z.string() })),
    indicateursResultat: z.array(z.string()),
    dateMaj: partialDate.nullable(),
    decision: decisionSchema.nullable(),
    interets: z
      .array(
        z.object({
          epci: z.string().nullable(),
          nom: z.string(),
          nombre: z.number().int(),
        }),
      )
      .openapi({ description: 'Collectivités qui ont déclaré leur intérêt en ligne, par EPCI ; non vérifié.' }),
  })
  .openapi('FicheCatalogue');

export const catalogueSchema = z.object({ fiches: z.array(catalogueSheetSchema) });

export type Project = z.infer<typeof projectSchema>;
export type ProjectsAnswer = z.infer<typeof projectsSchema>;
export type ProjectSheet = z.infer<typeof projectSheetSchema>;
export type DistributionAnswer = z.infer<typeof distributionSchema>;
export type CatalogueSheet = z.infer<typeof catalogueSheetSchema>;
export type BudgetAnswer = z.infer<typeof budgetSchema>;

/** A line of the roadmap: a sheet of the catalogue that was retained. */
export const roadmapSchema = z
  .object({
    lignes: z.array(
      z.object({
        fiche: z.string(),
        titre: z.string(),
        theme: themeSchema,
        ...decisionSchema.shape,
      }),
    ),
    autres: z.array(z.object({ fiche: z.string(), titre: z.string(), theme: themeSchema, ...decisionSchema.shape })),
  })
  .openapi('FeuilleDeRoute');
export type Roadmap = z.infer<typeof roadmapSchema>;

export const interestSchema = z
  .object({
    code: z
      .string()
      .regex(/^(\d[0-9AB]\d{3}|\d{9})$/, 'le code INSEE d’une commune ou le SIREN d’un EPCI')
      .openapi({ example: '200056232', description: 'Commune (code INSEE) ou EPCI (SIREN) qui se déclare intéressé.' }),
    precision: z.string().trim().max(500, '500 caractères au plus').default(''),
  })
  .strict()
  .openapi('Interet');

/** A role or an organisation: what a person's name would be is not asked for. */
const participantSchema = z
  .string()
  .trim()
  .min(1, 'un nom de service ou de collectivité')
  .max(60, '60 caractères au plus');
const criterionSchema = z.object({
  libelle: z.string().trim().min(1, 'un libellé').max(80, '80 caractères au plus'),
  poids: z.number().min(0, 'de 0 à 10').max(10, 'de 0 à 10'),
});

export const newBasketSchema = z
  .object({
    titre: z.string().trim().min(1, 'un titre').max(120, '120 caractères au plus'),
    fiches: z.array(z.string().max(40)).min(1, 'au moins une fiche').max(20, '20 fiches au plus'),
    criteres: z.array(criterionSchema).min(1, 'au moins un critère').max(8, '8 critères au plus'),
  })
  .strict()
  .openapi('NouvellePreselection');

export const scoresSchema = z
  .object({
    participant: participantSchema,
    notes: z
      .array(
        z.object({
          fiche: z.string().max(40),
          critere: z.string().max(80),
          note: z.number().int('un entier de 0 à 5').min(0, 'de 0 à 5').max(5, 'de 0 à 5'),
        }),
      )
      .max(200, '200 notes au plus'),
  })
  .strict()
  .openapi('Notes');

export const basketSchema = z
  .object({
    id: z.string(),
    titre: z.string(),
    creeLe: z.string(),
    criteres: z.array(criterionSchema),
    fiches: z.array(catalogueSheetSchema),
    participants: z.array(z.object({ participant: z.string(), notes: scoresSchema.shape.notes })),
    resultats: z.array(
      z.object({
        fiche: z.string(),
        criteres: z.array(
          z.object({
            critere: z.string(),
            moyenne: z.number().nullable(),
            nombre: z.number().int(),
            min: z.number().nullable(),
            max: z.number().nullable(),
          }),
        ),
        total: z.number().nullable().openapi({
          description: 'Moyenne pondérée des moyennes, de 0 à 5 ; null tant qu’un critère qui pèse n’a pas de note.',
        }),
        rang: z.number().int().nullable(),
      }),
    ),
  })
  .openapi('Preselection');
export type Basket = z.infer<typeof basketSchema>;
