import { type FactSource, licences } from './declare.ts';
import { mciForm, mciPage } from './mci.ts';

const columns = {
  te_locaux: 'nbr',
  te_ftth: 'elig_ftth',
  te_coax: 'elig_coax',
  te_cuivre: 'elig_cu',
  te_thd_radio: 'elig_thdr',
  te_4g_fixe: 'elig_4gf',
  te_hd_radio: 'elig_hdr',
  te_satellite: 'elig_sat',
} as const;

/** Eligibility by technology. Trap: the columns overlap, one premises counts in several: never add them. */
export default {
  id: 'arcep-mci-techno',
  title: 'Ma connexion internet, éligibilité par technologie',
  publisher: 'Arcep',
  licence: licences.openLicence2,
  url: mciPage,
  description:
    'Locaux éligibles à chaque technologie, par commune. Un local éligible à plusieurs technologies compte dans chacune : ces colonnes ne s’additionnent pas.',
  use: {
    sourcesOnly:
      'Les technologies se recoupent : un local compte dans chacune. Ces chiffres sont chargés, aucun indicateur n’en est tiré.',
  },
  forms: [mciForm('commune_techno.csv', columns)],
  revision: 1,
  brings: 'facts',
  expectedAtMost: [
    ['te_ftth', 'te_locaux'],
    ['te_coax', 'te_locaux'],
    ['te_cuivre', 'te_locaux'],
    ['te_4g_fixe', 'te_locaux'],
  ],
  partsOf: [],
  decreasing: [],
  // Premises are counted anew each quarter; a tenth less is another perimeter.
  mostShrink: { ratio: 0.1, measures: ['te_locaux'] },
  refusalTolerance: 0.02,
} as const satisfies FactSource;
