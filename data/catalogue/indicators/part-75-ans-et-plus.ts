import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'part-75-ans-et-plus',
  label: 'Habitants de 75 ans et plus',
  definition: 'Part des habitants âgés de 75 ans et plus.',
  formula: 'Σ habitants de 75 ans et plus ÷ Σ habitants, au recensement.',
  cautions: ['Les habitants du recensement sont des estimations, avec des décimales.'],
  theme: 'inclusion-mediation',
  unit: 'ratio',
  direction: 'neutral',
  nature: 'ratio',
  levels: ['commune', 'epci', 'departement'],
  measure: {
    kind: 'ratio',
    segments: [
      {
        source: 'insee-population-age',
        method: 'recensement de la population',
        numerator: 'population_75_plus',
        denominator: 'population_rp',
      },
    ],
  },
});
