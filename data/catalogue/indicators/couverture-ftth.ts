import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'couverture-ftth',
  label: 'Couverture FttH',
  definition: 'Part des locaux raccordables à la fibre jusqu’à l’abonné : la fibre peut y être commandée.',
  formula: 'Σ locaux raccordables ÷ Σ locaux, sur les communes du territoire.',
  cautions: [
    'Raccordable n’est pas raccordé : l’occupant n’a pas forcément souscrit.',
    'Un taux supérieur à 100 % vient d’un dénominateur sous-estimé : il est signalé et jamais ramené à 100 %.',
    'Deux périodes dont les locaux ne sont pas dénombrés de la même façon ne se comparent pas.',
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
        source: 'arcep-deploiement-classeur',
        method: 'classeur trimestriel, un seul dénombrement',
        note: 'Les locaux sont ceux du dernier trimestre du classeur, pour toute la série.',
        numerator: 'locaux_ftth',
        denominator: 'locaux_classeur',
      },
      {
        source: 'arcep-deploiement-2018',
        method: 'logements et établissements (INSEE)',
        note: 'Un seul dénombrement des locaux, celui du T1 2018, sert aux trois trimestres.',
        numerator: 'locaux_ftth',
        denominator: 'locaux_insee',
      },
      {
        source: 'arcep-deploiement',
        method: 'meilleure estimation de l’Arcep',
        numerator: 'locaux_ftth',
        denominator: 'locaux_arcep',
      },
    ],
  },
});
