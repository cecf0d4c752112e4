import { defineIndicator } from '../define-indicator.ts';

export default defineIndicator({
  id: 'projets',
  label: 'Projets recensés',
  definition: 'Nombre de projets numériques recensés dont le territoire comprend l’EPCI ou la commune, par thème.',
  formula: 'Un projet sur deux EPCI compte dans chacun, et une fois dans le total du département.',
  cautions: [
    'Le recensement est fait à partir de pages publiques : il est incomplet, et l’absence de projet recensé n’est pas l’absence de projet.',
    'Les projets menés à l’échelle du département ne sont rattachés à aucun EPCI et sont comptés à part.',
  ],
  theme: null,
  unit: 'projects',
  direction: 'neutral',
  nature: 'count',
  levels: ['commune', 'epci', 'departement'],
  measure: { kind: 'count', of: 'project', source: 'projets-recenses' },
});
