import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'niveau-de-vie-median',
  label: 'Niveau de vie médian',
  definition:
    'Revenu disponible annuel par unité de consommation qui partage les habitants en deux moitiés, l’une au-dessus et l’autre au-dessous.',
  formula: 'Valeur publiée par commune ; une médiane ne s’additionne pas et n’est pas calculée au-dessus.',
  cautions: [
    'Une commune absente du fichier est non disponible, ni nulle ni secrète : c’est le cas de 91 des 194 communes de l’Essonne, toutes de moins de 2 000 habitants, dans l’extrait fourni avec le programme.',
    'Un secret statistique reste un secret.',
  ],
  theme: 'inclusion-mediation',
  unit: 'euros',
  direction: 'neutral',
  nature: 'amount',
  levels: ['commune', 'epci', 'departement'],
  measure: { kind: 'published', segments: [{ source: 'filosofi', method: 'Filosofi', measure: 'niveau_vie_median' }] },
});
