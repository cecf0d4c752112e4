import { licences, type OtherSource } from './declare.ts';

/** Sheets of the catalogue, in our exchange format `data/tables/fiches.ts`; the examples that come with the program, or those given. */
export default {
  id: 'fiches-catalogue',
  title: 'Fiches du catalogue d’actions',
  publisher: 'Essonne Numérique',
  licence: licences.compilation,
  url: 'https://essonnenumerique.com/presentation-des-futurs-usages/',
  description:
    'Actions possibles, par thème, avec prérequis, coût indicatif et porteurs possibles. Les fiches fournies avec le programme sont des exemples, écrits à partir de projets recensés : elles n’engagent personne.',
  use: 'figures',
  forms: [
    { editions: { kind: 'standing' }, files: [{ path: 'catalogue/fiches.xlsx' }] },
    { editions: { kind: 'standing' }, files: [{ path: 'catalogue/fiches.csv' }] },
    {
      editions: { kind: 'fixed', vintage: '2026', dataOn: '2026-11-26' },
      files: [{ path: 'package:fiches.csv', official: { at: 'package', file: 'fiches.csv' } }],
    },
  ],
  revision: 1,
  refusalTolerance: 0,
  mostShrink: 0.3,
  brings: 'fiches',
} as const satisfies OtherSource;
