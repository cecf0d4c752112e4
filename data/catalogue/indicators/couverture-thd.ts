import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'couverture-thd',
  label: 'Couverture en très haut débit',
  definition:
    'Part des locaux éligibles à 30 Mbit/s et plus par un réseau terrestre, toutes technologies sauf le satellite.',
  formula: 'Σ locaux éligibles à 30 Mbit/s ÷ Σ locaux, réseaux terrestres.',
  cautions: [
    'Ma connexion internet ne compte pas les mêmes locaux que l’observatoire des déploiements : les deux ne se mêlent jamais dans une série.',
  ],
  theme: 'infrastructures-connectivite',
  unit: 'ratio',
  direction: 'more-is-better',
  nature: 'ratio',
  levels: ['commune', 'epci', 'departement'],
  measure: {
    kind: 'ratio',
    segments: [
      {
        source: 'arcep-mci-debit-terrestre',
        method: 'réseaux terrestres',
        numerator: 'ter_elig_thd30',
        denominator: 'ter_locaux',
      },
    ],
  },
});
