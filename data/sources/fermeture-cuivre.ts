import { z } from 'zod';
import { communeCode, isoDayOrNone } from './cells.ts';
import { type Fact, type FactSource, licences } from './declare.ts';

const calendarOn = '2025-10-20';

/** Dates of technical closure. "Non prévu" is an answer: a fact without value, with its reason. */
export default {
  id: 'fermeture-cuivre',
  title: 'Calendrier de fermeture du réseau cuivre',
  publisher: 'Ministère de l’Économie',
  licence: licences.openLicence2,
  url: 'https://data.economie.gouv.fr/explore/dataset/fermeture-reseau-cuivre/',
  description:
    'Date prévue de fermeture technique du cuivre par commune, au calendrier du 20/10/2025. Une date prévue peut être reportée ; une commune sans date n’est pas épargnée.',
  use: 'figures',
  vintages: [{ vintage: calendarOn, dataOn: calendarOn, files: ['fermeture-cuivre/communes-91.csv'] }],
  revision: 1,
  brings: 'facts',
  tables: [
    {
      format: { delimiter: ';', headerColumn: 'code_insee', columns: ['code_insee', 'statut', 'fermeture_technique'] },
      communeColumn: 'code_insee',
      keyColumns: ['code_insee'],
      row: z
        .object({
          code_insee: communeCode,
          statut: z.enum(['prevu', 'non_prevu', 'ferme'], {
            error: ({ input }) => `« ${String(input)} » n’est pas un état connu (prevu, non_prevu, ferme)`,
          }),
          fermeture_technique: isoDayOrNone,
        })
        .transform((row, context): Fact[] => {
          const fact = { commune: row.code_insee, period: calendarOn, measure: 'fermeture_technique' } as const;
          if ((row.statut === 'non_prevu') !== (row.fermeture_technique === '')) {
            context.issues.push({
              code: 'custom',
              input: row.fermeture_technique,
              path: ['fermeture_technique'],
              message: `« ${row.fermeture_technique} » contredit l’état « ${row.statut} »`,
            });
            return [];
          }
          return [
            row.fermeture_technique === ''
              ? { ...fact, value: null, reason: 'non-prevu' }
              : { ...fact, value: row.fermeture_technique },
          ];
        }),
    },
  ],
  expectedAtMost: [],
  partsOf: [],
  decreasing: [],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
