import { licences, type OtherSource } from './declare.ts';

/** Websites and e-mail of communes and EPCI. Read in `etl/presence.ts`. Trap: the addresses of town halls can be personal. */
export default {
  id: 'dpnt',
  title: 'Données de la présence numérique des territoires',
  publisher: 'ANCT',
  licence: licences.openLicence2,
  url: 'https://www.data.gouv.fr/datasets/donnees-de-la-presence-numerique-des-territoires/',
  description:
    'Site internet et messagerie des communes et des EPCI au regard des critères du référentiel de la présence numérique des territoires (RPNT). Les niveaux sont ceux que l’ANCT publie, sans nouveau calcul ; des adresses de messagerie, seul le domaine est gardé.',
  use: 'figures',
  forms: [
    {
      editions: { kind: 'standing' },
      files: [
        {
          path: 'dpnt/dpnt-quotidien.csv.gz',
          official: {
            at: 'data-gouv',
            dataset: 'donnees-de-la-presence-numerique-des-territoires',
            title: 'dpnt-quotidien\\.csv',
          },
        },
      ],
    },
  ],
  revision: 2,
  refusalTolerance: 0.02,
  mostShrink: 0.1,
  brings: 'presence',
} as const satisfies OtherSource;
