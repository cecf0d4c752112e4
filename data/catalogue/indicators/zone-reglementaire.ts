import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'zone-reglementaire',
  label: 'Zone de déploiement',
  definition:
    'Qui est responsable du déploiement : zone très dense, initiative privée ou initiative publique, et locaux non encore raccordables dans chacune.',
  formula:
    'Zone publiée par commune ; pour un EPCI ou le département, Σ locaux non encore raccordables par zone et par opérateur.',
  cautions: [
    'Le zonage et les opérateurs sont ceux de la plus récente des deux sources chargées : le T1 2018 tant que le fichier des communes n’est pas chargé.',
    'Une commune née d’une fusion prend la zone de la commune dont elle garde le code (Évry-Courcouronnes : très dense).',
  ],
  theme: 'infrastructures-connectivite',
  unit: 'category',
  direction: 'neutral',
  nature: 'category',
  levels: ['commune', 'epci', 'departement'],
  measure: {
    kind: 'category',
    category: {
      sources: ['arcep-zonage', 'arcep-zonage-2018'],
      measure: 'zone_reglementaire',
      operators: 'operateurs_infrastructure',
    },
    categories: [
      { key: 'tres-dense', label: 'Zone très dense', color: '#0b5563' },
      { key: 'initiative-privee', label: 'Initiative privée', color: '#e69f00' },
      { key: 'initiative-publique', label: 'Initiative publique', color: '#56b4e9' },
    ],
    gap: 'locaux-a-raccorder',
  },
});
