import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'sites-5g',
  label: 'Sites mobiles 5G',
  definition: 'Nombre de sites mobiles 5G en service dans le territoire, un site comptant une fois par opérateur.',
  formula: 'Σ sites 5G des communes du territoire.',
  cautions: ['Le nombre de sites ne dit pas la couverture : un site voisin, hors de la commune, peut la desservir.'],
  theme: 'infrastructures-connectivite',
  unit: 'sites',
  direction: 'neutral',
  nature: 'count',
  levels: ['commune', 'epci', 'departement'],
  measure: {
    kind: 'sum',
    segments: [{ source: 'arcep-mobile-sites', method: 'sites par opérateur', measure: 'sites_5g' }],
  },
});
