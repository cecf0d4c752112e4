import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'locaux-exposes-cuivre',
  label: 'Locaux exposés à la fermeture du cuivre',
  definition:
    'Locaux non encore raccordables à la fibre dans les communes dont le cuivre doit fermer au plus tard à l’échéance choisie.',
  formula:
    'Σ max(0, locaux − locaux raccordables) sur les communes dont la date de fermeture est antérieure ou égale à l’échéance.',
  cautions: [
    'Le nombre suppose que plus rien ne se construit d’ici l’échéance : c’est un état des lieux, pas une prévision.',
    'L’absence de date n’est pas une sécurité : ces communes sont comptées à part.',
  ],
  theme: 'infrastructures-connectivite',
  unit: 'premises',
  direction: 'less-is-better',
  nature: 'count',
  levels: ['commune', 'epci', 'departement'],
  measure: {
    kind: 'gap-before',
    gap: 'locaux-a-raccorder',
    date: { source: 'fermeture-cuivre', measure: 'fermeture_technique' },
  },
});
