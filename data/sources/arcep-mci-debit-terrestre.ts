import { type FactSource, licences } from './declare.ts';
import { mciExtract, mciForm, mciPage } from './mci.ts';

const columns = { ter_locaux: 'nbr', ter_elig_thd30: 'elig_thd30', ter_elig_thd1g: 'elig_thd1g' } as const;

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
  forms: [mciForm('commune_debit_terrestre.csv', columns), mciExtract('debit-terrestre', columns)],
  revision: 1,
  brings: 'facts',
  expectedAtMost: [],
  partsOf: [],
  decreasing: ['ter_locaux', 'ter_elig_thd30', 'ter_elig_thd1g'],
  // Premises are counted anew each quarter; a tenth less is another perimeter.
  mostShrink: { ratio: 0.1, measures: ['ter_locaux'] },
  refusalTolerance: 0.02,
} as const satisfies FactSource;
