import { type FactSource, licences } from './declare.ts';
import { mciPage, mciTable } from './mci.ts';

/** Speed classes on terrestrial networks. Trap: 1 Gbit/s can exceed fibre, cable reaches it too. */
export default {
  id: 'arcep-mci-debit-terrestre',
  title: 'Ma connexion internet, débits terrestres',
  publisher: 'Arcep',
  licence: licences.openLicence2,
  url: mciPage,
  description:
    'Locaux éligibles à 30 Mbit/s et à 1 Gbit/s par un réseau terrestre, par commune. Les locaux comptés ne sont pas ceux de l’observatoire des déploiements.',
  use: 'figures',
  vintages: [{ vintage: '2026-T2', dataOn: '2026-06-30', files: ['arcep-mci/2026_T2/commune/debit-terrestre-91.csv'] }],
  revision: 1,
  brings: 'facts',
  tables: [mciTable({ ter_locaux: 'nbr', ter_elig_thd30: 'elig_thd30', ter_elig_thd1g: 'elig_thd1g' })],
  expectedAtMost: [],
  partsOf: [],
  decreasing: ['ter_locaux', 'ter_elig_thd30', 'ter_elig_thd1g'],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
