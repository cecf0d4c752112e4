import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'meilleure-technologie',
  label: 'Meilleure technologie',
  definition:
    'Répartition des locaux selon la meilleure technologie fixe disponible ; sur la carte, la plus fréquente parmi les locaux sans fibre.',
  formula: 'Partition des locaux éligibles à 8 Mbit/s et plus ; chaque local compte une fois.',
  cautions: [
    'La fibre domine dans toutes les communes : la carte montre donc ce qui reste aux locaux qui ne l’ont pas.',
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
        method: 'meilleure technologie',
        total: 'mt_locaux',
        apartFrom: 'ftth',
        parts: [
          { key: 'ftth', label: 'Fibre (FttH)', measure: 'mt_ftth', color: '#0b5563' },
          { key: 'coax', label: 'Câble coaxial', measure: 'mt_coax', color: '#0072b2' },
          { key: 'cuivre', label: 'Cuivre', measure: 'mt_cuivre', color: '#d55e00' },
          { key: 'thd-radio', label: 'THD radio', measure: 'mt_thd_radio', color: '#cc79a7' },
          { key: '4g-fixe', label: '4G fixe', measure: 'mt_4g_fixe', color: '#e69f00' },
          { key: 'hd-radio', label: 'HD radio', measure: 'mt_hd_radio', color: '#56b4e9' },
          { key: 'satellite', label: 'Satellite', measure: 'mt_satellite', color: '#4d5a66' },
        ],
      },
    ],
  },
});
