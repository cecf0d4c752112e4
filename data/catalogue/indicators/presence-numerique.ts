import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'presence-numerique',
  label: 'Site et messagerie conformes',
  definition:
    'Part des communes dont le site internet et la messagerie satisfont les critères requis du référentiel de la présence numérique des territoires.',
  formula: 'Σ communes de niveau « a » ÷ Σ communes connues ; le niveau est lu dans la source, jamais recalculé.',
  cautions: [
    'Les critères portent sur le domaine, la sécurité et la déclaration du site, non sur les services qui y sont rendus.',
    'La présence numérique d’un EPCI est la sienne : elle est donnée à part de celle de ses communes.',
  ],
  theme: 'e-administration',
  unit: 'ratio',
  direction: 'more-is-better',
  nature: 'ratio',
  levels: ['commune', 'epci', 'departement'],
  measure: {
    kind: 'ratio',
    ofCommune: [
      { key: '1', label: 'Conforme', color: '#0072b2' },
      { key: '0', label: 'Non conforme', color: '#e69f00' },
    ],
    segments: [
      { source: 'dpnt', method: 'niveau publié par l’ANCT', numerator: 'rpnt_conforme', denominator: 'rpnt_communes' },
    ],
  },
});
