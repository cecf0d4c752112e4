import { licences, type OtherSource } from './declare.ts';

/** Which EPCI answered the census of projects, in our exchange format `data/tables/recensement.ts`. Given by the syndicat. */
export default {
  id: 'recensement-epci',
  title: 'Réponses des EPCI au recensement des projets',
  publisher: 'Essonne Numérique',
  licence: licences.compilation,
  url: 'https://essonnenumerique.com/presentation-des-futurs-usages/',
  description:
    'Quels EPCI ont répondu au recensement. Sans réponse connue, l’absence d’un projet ne dit rien : le recensement reste à compléter.',
  use: 'figures',
  forms: [
    { editions: { kind: 'standing' }, files: [{ path: 'projets/recensement.xlsx' }] },
    { editions: { kind: 'standing' }, files: [{ path: 'projets/recensement.csv' }] },
  ],
  revision: 2,
  refusalTolerance: 0,
  mostShrink: 0.2,
  brings: 'census',
} as const satisfies OtherSource;
