import { type FactSource, licences } from './declare.ts';
import { mciForm, mciPage } from './mci.ts';

const columns = {
  fil_locaux: 'nbr',
  fil_elig_thd30: 'elig_thd30',
  fil_elig_thd100: 'elig_thd100',
  fil_elig_thd1g: 'elig_thd1g',
} as const;

/** Speed classes on wired networks: fibre, cable, copper. Trap: not the terrestrial file, which adds radio. */
export default {
  id: 'arcep-mci-debit-filaire',
  title: 'Ma connexion internet, débits filaires',
  publisher: 'Arcep',
  licence: licences.openLicence2,
  url: mciPage,
  description:
    'Locaux éligibles à 30 Mbit/s, à 100 Mbit/s et à 1 Gbit/s par un réseau filaire (fibre, câble, cuivre), par commune.',
  use: 'figures',
  forms: [mciForm('commune_debit_filaire.csv', columns)],
  revision: 1,
  brings: 'facts',
  expectedAtMost: [],
  partsOf: [],
  decreasing: ['fil_locaux', 'fil_elig_thd30', 'fil_elig_thd100', 'fil_elig_thd1g'],
  // Premises are counted anew each quarter; a tenth less is another perimeter.
  mostShrink: { ratio: 0.1, measures: ['fil_locaux'] },
  refusalTolerance: 0.02,
} as const satisfies FactSource;
