/** Every measure that can be stored. Denominators counted by different methods are different measures. */
import type { MeasureDeclaration } from './declare.ts';

export const measures = {
  locaux_ftth: { label: 'Locaux raccordables à la fibre (déploiements)', unit: 'premises' },
  locaux_insee: { label: 'Logements et établissements (dénombrement de 2018)', unit: 'premises' },
  locaux_arcep: { label: 'Meilleure estimation des locaux par l’Arcep', unit: 'premises' },
  zone_reglementaire: { label: 'Zone de déploiement', unit: 'category' },
  operateurs_infrastructure: { label: 'Opérateurs d’infrastructure, codes séparés par « - »', unit: 'category' },
  tt_locaux: { label: 'Locaux (Ma connexion internet, toutes technologies)', unit: 'premises' },
  tt_inel_hd: { label: 'Locaux inéligibles au haut débit, toutes technologies', unit: 'premises' },
  tt_elig_hd05: { label: 'Locaux à 0,5 Mbit/s et plus, toutes technologies', unit: 'premises' },
  tt_elig_hd3: { label: 'Locaux à 3 Mbit/s et plus, toutes technologies', unit: 'premises' },
  tt_elig_bhd8: { label: 'Locaux à 8 Mbit/s et plus, toutes technologies', unit: 'premises' },
  tt_elig_thd30: { label: 'Locaux à 30 Mbit/s et plus, toutes technologies', unit: 'premises' },
  tt_elig_thd100: { label: 'Locaux à 100 Mbit/s et plus, toutes technologies', unit: 'premises' },
  tt_elig_thd1g: { label: 'Locaux à 1 Gbit/s et plus, toutes technologies', unit: 'premises' },
  ter_locaux: { label: 'Locaux (Ma connexion internet, réseaux terrestres)', unit: 'premises' },
  ter_elig_thd30: { label: 'Locaux à 30 Mbit/s et plus, réseaux terrestres', unit: 'premises' },
  ter_elig_thd1g: { label: 'Locaux à 1 Gbit/s et plus, réseaux terrestres', unit: 'premises' },
  mt_locaux: { label: 'Locaux (Ma connexion internet, meilleure technologie)', unit: 'premises' },
  mt_ftth: { label: 'Locaux dont la meilleure technologie est la fibre', unit: 'premises' },
  mt_coax: { label: 'Locaux dont la meilleure technologie est le câble coaxial', unit: 'premises' },
  mt_cuivre: { label: 'Locaux dont la meilleure technologie est le cuivre', unit: 'premises' },
  mt_thd_radio: { label: 'Locaux dont la meilleure technologie est le THD radio', unit: 'premises' },
  mt_4g_fixe: { label: 'Locaux dont la meilleure technologie est la 4G fixe', unit: 'premises' },
  mt_hd_radio: { label: 'Locaux dont la meilleure technologie est le HD radio', unit: 'premises' },
  mt_satellite: { label: 'Locaux dont la meilleure technologie est le satellite', unit: 'premises' },
  fermeture_technique: { label: 'Date prévue de fermeture technique du cuivre', unit: 'date' },
} as const satisfies Record<string, MeasureDeclaration>;

export type MeasureId = keyof typeof measures;
