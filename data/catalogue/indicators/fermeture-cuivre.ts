import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'fermeture-cuivre',
  label: 'Fermeture prévue du cuivre',
  definition:
    'Date prévue de la fermeture technique du réseau cuivre dans la commune ; au-dessus, locaux concernés par date.',
  formula: 'Date publiée par commune ; pour un EPCI ou le département, Σ locaux des communes de chaque date.',
  cautions: [
    'Une fermeture est prévue, puis confirmée si la fibre est complète : elle peut être reportée.',
    'Une commune sans date annoncée n’est pas à l’abri : sa date reste à fixer.',
    'La fermeture commerciale vient avant : plus aucun abonnement nouveau sur le cuivre, ceux en cours continuent jusqu’à la fermeture technique.',
  ],
  theme: 'infrastructures-connectivite',
  unit: 'date',
  direction: 'neutral',
  nature: 'date',
  levels: ['commune', 'epci', 'departement'],
  measure: {
    kind: 'date',
    date: {
      source: 'fermeture-cuivre',
      measure: 'fermeture_technique',
      beside: {
        key: 'fermeture-commerciale',
        label: 'Fermeture commerciale prévue',
        measure: 'fermeture_commerciale',
      },
    },
    weightOf: 'locaux-a-raccorder',
  },
});
