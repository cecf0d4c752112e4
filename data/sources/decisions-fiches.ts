import { licences, type OtherSource } from './declare.ts';

/** Decisions on the sheets of the catalogue, in our exchange format `data/tables/decisions.ts`. Given by the syndicat. */
export default {
  id: 'decisions-fiches',
  title: 'Décisions sur les fiches du catalogue',
  publisher: 'Essonne Numérique',
  licence: licences.compilation,
  url: 'https://essonnenumerique.com/presentation-des-futurs-usages/',
  description:
    'Ce qui a été décidé de chaque fiche (retenue, différée, écartée), par qui, quand et pourquoi. Les fiches retenues forment la feuille de route.',
  use: 'figures',
  forms: [
    { editions: { kind: 'standing' }, files: [{ path: 'catalogue/decisions.xlsx' }] },
    { editions: { kind: 'standing' }, files: [{ path: 'catalogue/decisions.csv' }] },
  ],
  revision: 1,
  refusalTolerance: 0,
  mostShrink: 0.3,
  brings: 'decisions',
} as const satisfies OtherSource;
