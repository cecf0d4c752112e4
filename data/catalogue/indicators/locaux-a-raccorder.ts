import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'locaux-a-raccorder',
  label: 'Locaux non encore raccordables',
  definition: 'Nombre de locaux où la fibre ne peut pas encore être commandée sans délai.',
  formula: 'Σ max(0, locaux − locaux raccordables), calculé par commune puis additionné.',
  cautions: [
    'Le nombre comprend les locaux raccordables sur demande, les refus de propriétaires, les immeubles en construction et les erreurs d’estimation.',
    'Un nombre de locaux n’est pas un nombre d’habitants.',
  ],
  theme: 'infrastructures-connectivite',
  unit: 'premises',
  direction: 'less-is-better',
  nature: 'count',
  levels: ['commune', 'epci', 'departement'],
  measure: {
    kind: 'gap',
    segments: [
      {
        source: 'arcep-deploiement-classeur',
        method: 'classeur trimestriel, un seul dénombrement',
        note: 'Les locaux sont ceux du dernier trimestre du classeur, pour toute la série.',
        base: 'locaux_classeur',
        covered: 'locaux_ftth',
      },
      {
        source: 'arcep-deploiement-2018',
        method: 'logements et établissements (INSEE)',
        note: 'Un seul dénombrement des locaux, celui du T1 2018, sert aux trois trimestres.',
        base: 'locaux_insee',
        covered: 'locaux_ftth',
      },
      {
        source: 'arcep-deploiement',
        method: 'meilleure estimation de l’Arcep',
        base: 'locaux_arcep',
        covered: 'locaux_ftth',
      },
    ],
  },
});
