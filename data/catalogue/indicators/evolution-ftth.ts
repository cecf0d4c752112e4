import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'evolution-ftth',
  label: 'Évolution de la couverture FttH',
  definition: 'Différence de couverture FttH entre deux périodes comptées par la même méthode, en points.',
  formula: 'Couverture FttH de la période − couverture FttH de la période de départ.',
  cautions: [
    'Quand les locaux ne sont pas dénombrés de la même façon aux deux périodes, comme entre 2018 et 2026, la différence des taux n’est pas calculée : seule la variation du nombre de locaux raccordables est donnée.',
  ],
  theme: 'infrastructures-connectivite',
  unit: 'points',
  direction: 'more-is-better',
  nature: 'ratio',
  levels: ['commune', 'epci', 'departement'],
  measure: { kind: 'difference', of: 'couverture-ftth' },
});
