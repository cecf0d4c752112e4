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
  ],
  theme: 'infrastructures-connectivite',
  unit: 'date',
  direction: 'neutral',
  nature: 'date',
  levels: ['commune', 'epci', 'departement'],
  measure: {
    kind: 'date',
    date: { source: 'fermeture-cuivre', measure: 'fermeture_technique' },
    weightOf: 'locaux-a-raccorder',
  },
});
