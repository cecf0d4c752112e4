import { type FactSource, licences } from './declare.ts';
import { mciExtract, mciForm, mciPage } from './mci.ts';

const parts = {
  mt_ftth: 'elig_ftth',
  mt_coax: 'elig_coax',
  mt_cuivre: 'elig_cu',
  mt_thd_radio: 'elig_thdr',
  mt_4g_fixe: 'elig_4gf',
  mt_hd_radio: 'elig_hdr',
  mt_satellite: 'elig_sat',
} as const;

/**
 * Best technology of each premises: a partition of those at 8 Mbit/s or more. Traps: copper is published in two classes
 * of speed, added up here; its count follows another method from 2026-T2 on.
 */
export default {
  id: 'arcep-mci-meilleure-techno',
  title: 'Ma connexion internet, meilleure technologie',
  publisher: 'Arcep',
  licence: licences.openLicence2,
  url: mciPage,
  description:
    'Répartition des locaux selon la meilleure technologie fixe disponible, par commune ; chaque local compte une fois.',
  use: 'figures',
  forms: [
    mciForm('commune_meilleure_techno_thd.csv', {
      mt_locaux: 'nbr_elig_8',
      ...parts,
      mt_cuivre: ['elig_cu_30', 'elig_cu_8'],
    }),
    mciExtract('meilleure-techno', { mt_locaux: 'nbr', ...parts }),
  ],
  revision: 1,
  brings: 'facts',
  expectedAtMost: [],
  partsOf: [{ total: 'mt_locaux', parts: Object.keys(parts) as (keyof typeof parts)[] }],
  decreasing: [],
  // Premises are counted anew each quarter; a tenth less is another perimeter. Technologies may shrink: copper does.
  mostShrink: { ratio: 0.1, measures: ['mt_locaux'] },
  refusalTolerance: 0.02,
} as const satisfies FactSource;
