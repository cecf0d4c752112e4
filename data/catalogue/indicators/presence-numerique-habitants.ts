import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'presence-numerique-habitants',
  label: 'Habitants de communes conformes',
  definition:
    'Part des habitants dont la commune a un site internet et une messagerie conformes au référentiel de la présence numérique des territoires.',
  formula: 'Σ habitants des communes de niveau « a » ÷ Σ habitants des communes connues.',
  cautions: ['La population est celle que la source publie avec chaque commune.'],
  theme: 'e-administration',
  unit: 'ratio',
  direction: 'more-is-better',
  nature: 'ratio',
  levels: ['epci', 'departement'],
  measure: {
    kind: 'ratio',
    segments: [
      {
        source: 'dpnt',
        method: 'niveau publié par l’ANCT',
        numerator: 'rpnt_population_conforme',
        denominator: 'rpnt_population',
      },
    ],
  },
});
