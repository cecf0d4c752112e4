import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'couverture-thd-filaire',
  label: 'Très haut débit filaire',
  definition: 'Part des locaux éligibles à 30 Mbit/s et plus par un réseau filaire : fibre, câble ou cuivre.',
  formula: 'Σ locaux éligibles à 30 Mbit/s ÷ Σ locaux, réseaux filaires.',
  cautions: ['Les réseaux radio, que compte la couverture terrestre, n’y sont pas.'],
  theme: 'infrastructures-connectivite',
  unit: 'ratio',
  direction: 'more-is-better',
  nature: 'ratio',
  levels: ['commune', 'epci', 'departement'],
  measure: {
    kind: 'ratio',
    segments: [
      {
        source: 'arcep-mci-debit-filaire',
        method: 'réseaux filaires',
        numerator: 'fil_elig_thd30',
        denominator: 'fil_locaux',
      },
    ],
  },
});
