import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'couverture-1g',
  label: 'Couverture à 1 Gbit/s',
  definition: 'Part des locaux éligibles à 1 Gbit/s et plus par un réseau terrestre.',
  formula: 'Σ locaux éligibles à 1 Gbit/s ÷ Σ locaux, réseaux terrestres.',
  cautions: ['Le câble coaxial atteint aussi 1 Gbit/s : ce taux peut dépasser celui de la fibre.'],
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
        numerator: 'ter_elig_thd1g',
        denominator: 'ter_locaux',
      },
    ],
  },
});
