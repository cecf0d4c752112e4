import { defineIndicator } from '../define-indicator.ts';

const parts = [
  { key: 'ftth', label: 'Fibre (FttH)', measure: 'mt_ftth', color: '#0b5563' },
  { key: 'coax', label: 'Câble coaxial', measure: 'mt_coax', color: '#0072b2' },
  { key: 'cuivre', label: 'Cuivre', measure: 'mt_cuivre', color: '#d55e00' },
  { key: 'thd-radio', label: 'THD radio', measure: 'mt_thd_radio', color: '#cc79a7' },
  { key: '4g-fixe', label: '4G fixe', measure: 'mt_4g_fixe', color: '#e69f00' },
  { key: 'hd-radio', label: 'HD radio', measure: 'mt_hd_radio', color: '#56b4e9' },
  { key: 'satellite', label: 'Satellite', measure: 'mt_satellite', color: '#4d5a66' },
] as const;

export default defineIndicator({
  id: 'meilleure-technologie',
  label: 'Meilleure technologie',
  definition:
    'Répartition des locaux selon la meilleure technologie fixe disponible ; sur la carte, la plus fréquente parmi les locaux sans fibre.',
  formula: 'Partition des locaux éligibles à 8 Mbit/s et plus ; chaque local compte une fois.',
  cautions: [
    'La fibre domine dans toutes les communes : la carte montre donc ce qui reste aux locaux qui ne l’ont pas.',
    'L’Arcep compte le cuivre autrement depuis le T2 2026 : sa part ne se suit pas à travers ce trimestre.',
    'Source Ma connexion internet : sa part de fibre ne se compare pas à celle de l’observatoire des déploiements.',
  ],
  theme: 'infrastructures-connectivite',
  unit: 'category',
  direction: 'neutral',
  nature: 'category',
  levels: ['commune', 'epci', 'departement'],
  measure: {
    kind: 'partition',
    segments: [
      {
        source: 'arcep-mci-meilleure-techno',
        until: '2026-T1',
        method: 'cuivre compté avant le T2 2026',
        total: 'mt_locaux',
        apartFrom: 'ftth',
        parts,
      },
      {
        source: 'arcep-mci-meilleure-techno',
        since: '2026-T2',
        method: 'cuivre compté depuis le T2 2026',
        total: 'mt_locaux',
        apartFrom: 'ftth',
        parts,
      },
    ],
  },
});
