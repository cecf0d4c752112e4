import { type FactSource, licences } from './declare.ts';
import { mciPage, mciTable } from './mci.ts';

const parts = {
  mt_ftth: 'elig_ftth',
  mt_coax: 'elig_coax',
  mt_cuivre: 'elig_cu',
  mt_thd_radio: 'elig_thdr',
  mt_4g_fixe: 'elig_4gf',
  mt_hd_radio: 'elig_hdr',
  mt_satellite: 'elig_sat',
} as const;

/** Best technology of each premises: a partition. Trap: `elig_cu` adds the two published classes of copper. */
export default {
  id: 'arcep-mci-meilleure-techno',
  title: 'Ma connexion internet, meilleure technologie',
  publisher: 'Arcep',
  licence: licences.openLicence2,
  url: mciPage,
  description:
    'Répartition des locaux selon la meilleure technologie fixe disponible, par commune ; chaque local compte une fois.',
  use: 'figures',
  vintages: [
    { vintage: '2026-T2', dataOn: '2026-06-30', files: ['arcep-mci/2026_T2/commune/meilleure-techno-91.csv'] },
  ],
  revision: 1,
  brings: 'facts',
  tables: [mciTable({ mt_locaux: 'nbr', ...parts })],
  expectedAtMost: [],
  partsOf: [{ total: 'mt_locaux', parts: Object.keys(parts) as (keyof typeof parts)[] }],
  decreasing: [],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
