import { licences, type OtherSource } from './declare.ts';

/** Referenced projects, in our exchange format `data/tables/projets.ts`. */
export default {
  id: 'projets-recenses',
  title: 'Projets numériques recensés',
  publisher: 'Observatoire, d’après des pages publiques',
  licence: licences.compilation,
  url: 'https://essonnenumerique.com/presentation-des-futurs-usages/',
  description:
    'Projets numériques de l’Essonne relevés dans des pages publiques, chacun avec sa source, sa date et un degré de confiance. Recensement incomplet : l’absence d’un projet ici n’est pas son absence sur le terrain.',
  use: 'figures',
  forms: [
    { editions: { kind: 'standing' }, files: [{ path: 'projets/projets.xlsx' }] },
    {
      editions: { kind: 'fixed', vintage: '2026', dataOn: '2026-02-10' },
      files: [{ path: 'projets/projets.csv', official: { at: 'package', file: 'projets.csv' } }],
    },
  ],
  revision: 3,
  refusalTolerance: 0.1,
  mostShrink: 0.2,
  brings: 'projects',
} as const satisfies OtherSource;
