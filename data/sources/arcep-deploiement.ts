import { z } from 'zod';
import { communeCode, count } from './cells.ts';
import { communeShapefile, communeTableFormat } from './commune-shapefile.ts';
import { type Fact, type FactSource, type FactTable, licences } from './declare.ts';
import { deploymentPage } from './workbook.ts';

const columns = ['INSEE_COM', 'Locaux', 'ftth'];

const table = (vintage: string, format: FactTable['format']): FactTable => ({
  format,
  communeColumn: 'INSEE_COM',
  keyColumns: ['INSEE_COM'],
  row: z.object({ INSEE_COM: communeCode, Locaux: count, ftth: count }).transform((row): Fact[] => [
    { commune: row.INSEE_COM, period: vintage, measure: 'locaux_arcep', value: row.Locaux },
    { commune: row.INSEE_COM, period: vintage, measure: 'locaux_ftth', value: row.ftth },
  ]),
});

/** Premises and connectable premises by commune. Trap: the estimate grows with the studies, so a rate may drop. */
export default {
  id: 'arcep-deploiement',
  title: 'Observatoire des déploiements fixes, communes',
  publisher: 'Arcep',
  licence: licences.openLicence1,
  url: deploymentPage,
  description:
    'Locaux (meilleure estimation de l’Arcep) et locaux raccordables à la fibre, par commune. L’estimation grandit avec les études : un taux peut baisser sans qu’aucun local ne soit perdu.',
  use: 'figures',
  forms: [
    { ...communeShapefile, tables: (vintage) => [table(vintage, { ...communeTableFormat, columns })] },
    {
      editions: { kind: 'quarterly', keep: 'all' },
      files: [{ path: 'arcep-deploiement/{quarter}/communes-{departement}.csv' }],
      tables: (vintage) => [table(vintage, { delimiter: ';', headerColumn: 'INSEE_COM', columns })],
    },
  ],
  revision: 1,
  brings: 'facts',
  expectedAtMost: [['locaux_ftth', 'locaux_arcep']],
  partsOf: [],
  decreasing: [],
  // A network is not unbuilt: a loss of a twentieth is another perimeter, or a file that was cut.
  mostShrink: { ratio: 0.05, measures: ['locaux_arcep', 'locaux_ftth'] },
  refusalTolerance: 0.02,
} as const satisfies FactSource;
