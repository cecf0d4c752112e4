import { z } from 'zod';
import type { RawRecord, TableFormat } from '../catalogue/raw-record.ts';
import { communeCode, countOrDash } from './cells.ts';
import { type Fact, type FactSource, type FactTable, licences } from './declare.ts';
import { deploymentPage, readCommune, readQuarters, remarkOfQuarter, repeatForQuarters } from './workbook.ts';

const editions = { kind: 'fixed', vintage: '2018-T1', dataOn: '2018-03-31' } as const;
/** In a folder only: the dataset may no longer list it, and a source that always fails would hide one that just did. */
const workbook = { path: 'arcep-deploiement/2018_T1/obs-hd-thd-deploiement.xlsx' };

/** @param formats of the sheets "Communes" and "FttH par communes", of the workbook or exported as text */
function sheets(formats: readonly [TableFormat, TableFormat]): FactTable[] {
  return [
    {
      format: { ...formats[0], columns: ['Code commune', 'Logements', 'Établissements'] },
      communeColumn: 'Code commune',
      keyColumns: ['Code commune'],
      row: z
        .object({ 'Code commune': communeCode, Logements: countOrDash, Établissements: countOrDash })
        .transform((row): Fact[] => [
          {
            commune: row['Code commune'],
            period: '2018-T1',
            measure: 'locaux_insee',
            value: row.Logements + row.Établissements,
          },
        ]),
    },
    {
      format: { ...formats[1], columns: ['Code commune', 'Champ', 'T1 2018'] },
      communeColumn: 'Code commune',
      keyColumns: ['Code commune', 'Champ'],
      remarkOfColumn: remarkOfQuarter,
      row: z.record(z.string(), z.string()).transform((record: RawRecord, context): Fact[] => {
        const commune = readCommune(record, context);
        // The other row of a commune is the class of its rate, a lower bound: nothing to add to the counts.
        if (commune === undefined || record.Champ !== 'Locaux Raccordables') return [];
        return readQuarters(record, commune, context);
      }),
    },
  ];
}

const text = { delimiter: ',', headerColumn: 'Code commune', columns: [] } as const;
const sheet = (name: string) => ({ kind: 'xlsx', sheet: name, headerColumn: 'Code commune', columns: [] }) as const;

/**
 * The quarterly workbook of T1 2018, or its sheets exported as text: title lines, padding, no-break spaces in
 * thousands, `-` for none, two rows a commune in the second.
 */
export default {
  id: 'arcep-deploiement-2018',
  title: 'Observatoire des déploiements fixes, classeur du T1 2018',
  publisher: 'Arcep',
  licence: licences.openLicence1,
  url: deploymentPage,
  description:
    'Locaux raccordables à la fibre du T3 2017 au T1 2018, pour les 196 communes de 2018. Un seul dénombrement des locaux (logements et établissements du T1 2018) sert aux trois trimestres.',
  use: 'figures',
  forms: [
    { editions, files: [workbook, workbook], tables: () => sheets([sheet('Communes'), sheet('FttH par communes')]) },
    {
      editions,
      files: [
        { path: 'arcep-deploiement/2018_T1/communes.csv' },
        { path: 'arcep-deploiement/2018_T1/ftth-par-communes.csv' },
      ],
      tables: () => sheets([text, text]),
    },
  ],
  revision: 1,
  brings: 'facts',
  complete: (facts) => repeatForQuarters(facts, 'locaux_insee'),
  expectedAtMost: [['locaux_ftth', 'locaux_insee']],
  partsOf: [],
  decreasing: [],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
