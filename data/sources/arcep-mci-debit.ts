import { type FactSource, licences } from './declare.ts';
import { mciPage, mciTable } from './mci.ts';

/** Speed classes, all technologies, the national file. Trap: satellite makes every class complete. */
export default {
  id: 'arcep-mci-debit',
  title: 'Ma connexion internet, débits toutes technologies, T4 2022',
  publisher: 'Arcep',
  licence: licences.openLicence2,
  url: mciPage,
  description:
    'Locaux éligibles par classe de débit, satellite compris, par commune. Fichier national, filtré sur le territoire.',
  use: {
    sourcesOnly:
      'Ce fichier compte toutes les technologies, satellite compris : le très haut débit y est à 100 % partout. Il n’a pas de colonne FttH et ne se joint pas aux chiffres terrestres de 2026.',
  },
  revision: 1,
  brings: 'facts',
  forms: [
    {
      editions: { kind: 'quarterly', keep: 'all' },
      files: [{ path: 'arcep-mci/{quarter}/commune/commune_debit.csv' }],
      tables: () => [
        mciTable({
          tt_locaux: 'nbr',
          tt_inel_hd: 'inel_hd',
          tt_elig_hd05: 'elig_hd05',
          tt_elig_hd3: 'elig_hd3',
          tt_elig_bhd8: 'elig_bhd8',
          tt_elig_thd30: 'elig_thd30',
          tt_elig_thd100: 'elig_thd100',
          tt_elig_thd1g: 'elig_thd1g',
        }),
      ],
    },
  ],
  expectedAtMost: [],
  partsOf: [],
  decreasing: [
    'tt_locaux',
    'tt_elig_hd05',
    'tt_elig_hd3',
    'tt_elig_bhd8',
    'tt_elig_thd30',
    'tt_elig_thd100',
    'tt_elig_thd1g',
  ],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
