import { z } from 'zod';
import { communeCode, count } from './cells.ts';
import { type Fact, type FactSource, licences } from './declare.ts';

/** Premises and connectable premises by commune. Trap: the estimate grows with the studies, so a rate may drop. */
export default {
  id: 'arcep-deploiement',
  title: 'Observatoire des déploiements fixes, communes',
  publisher: 'Arcep',
  licence: licences.openLicence1,
  url: 'https://www.data.gouv.fr/datasets/le-marche-du-haut-et-tres-haut-debit-fixe-deploiements',
  description:
    'Locaux (meilleure estimation de l’Arcep) et locaux raccordables à la fibre, par commune. L’estimation grandit avec les études : un taux peut baisser sans qu’aucun local ne soit perdu.',
  use: 'figures',
  vintages: [{ vintage: '2026-T2', dataOn: '2026-06-30', files: ['arcep-deploiement/2026_T2/communes-91.csv'] }],
  revision: 1,
  brings: 'facts',
  tables: [
    {
      format: { delimiter: ';', headerColumn: 'INSEE_COM', columns: ['INSEE_COM', 'Locaux', 'ftth'] },
      communeColumn: 'INSEE_COM',
      keyColumns: ['INSEE_COM'],
      row: z.object({ INSEE_COM: communeCode, Locaux: count, ftth: count }).transform((row): Fact[] => [
        { commune: row.INSEE_COM, period: '2026-T2', measure: 'locaux_arcep', value: row.Locaux },
        { commune: row.INSEE_COM, period: '2026-T2', measure: 'locaux_ftth', value: row.ftth },
      ]),
    },
  ],
  expectedAtMost: [['locaux_ftth', 'locaux_arcep']],
  partsOf: [],
  decreasing: [],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
