import { licences, type OtherSource } from './declare.ts';
import { deploymentDataset, deploymentPage } from './workbook.ts';

const editions = { kind: 'quarterly', keep: 'latest' } as const;

/**
 * Every building of the country, 25 million rows, of which only the territory is kept. Read as a stream in
 * `etl/buildings`. Trap: a row is a building, whatever its number of premises.
 */
export default {
  id: 'arcep-immeubles',
  title: 'Observatoire des déploiements fixes, immeubles',
  publisher: 'Arcep',
  licence: licences.openLicence1,
  url: deploymentPage,
  description:
    'État du raccordement de chaque immeuble, son opérateur et sa date. Un immeuble n’est pas un local : aucun taux n’en est tiré.',
  use: {
    sourcesOnly:
      'Une ligne est un immeuble, et non un local : ces points se regardent sur la carte, aucun taux n’en est calculé.',
  },
  forms: [
    {
      editions,
      files: [
        {
          path: 'arcep-immeubles/{quarter}/immeubles.zip',
          official: { at: 'data-gouv', dataset: deploymentDataset, title: '^{quarter}-Immeuble$' },
        },
      ],
    },
    { editions, files: [{ path: 'arcep-immeubles/{quarter}/immeubles.csv' }] },
  ],
  revision: 1,
  refusalTolerance: 0.01,
  // A département does not lose a fifth of its buildings in a quarter.
  mostShrink: 0.2,
  brings: 'buildings',
} as const satisfies OtherSource;
