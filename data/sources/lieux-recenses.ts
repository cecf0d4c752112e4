import { licences, type OtherSource } from './declare.ts';

/** Places of digital help, in our exchange format `data/tables/lieux.ts`. */
export default {
  id: 'lieux-recenses',
  title: 'Lieux d’accompagnement numérique recensés',
  publisher: 'Observatoire, d’après des pages publiques',
  licence: licences.compilation,
  url: 'https://cartographie.societenumerique.gouv.fr/',
  description:
    'France services, médiathèques, tiers-lieux et autres lieux d’accompagnement, relevés dans des pages datées pour la plupart de 2021 et 2022. Des lieux ont pu ouvrir, déménager ou fermer depuis.',
  use: 'figures',
  forms: [
    {
      editions: { kind: 'fixed', vintage: '2025', dataOn: '2025-09-04' },
      files: [{ path: 'projets/lieux.csv', official: { at: 'package', file: 'lieux.csv' } }],
    },
  ],
  revision: 1,
  refusalTolerance: 0.1,
  mostShrink: 0.2,
  brings: 'places',
} as const satisfies OtherSource;
