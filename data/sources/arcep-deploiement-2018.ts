import { z } from 'zod';
import type { RawRecord } from '../catalogue/raw-record.ts';
import { communeCode, count, countOrDash } from './cells.ts';
import { type Fact, type FactSource, licences } from './declare.ts';

const quarter = /^(T[1-4]) (\d{4})$/;

/**
 * The quarterly workbook of T1 2018, its sheets "Communes" and "FttH par communes" exported as text: title lines, padding,
 * no-break spaces in thousands, `-` for none, two rows a commune in the second.
 */
export default {
  id: 'arcep-deploiement-2018',
  title: 'Observatoire des déploiements fixes, classeur du T1 2018',
  publisher: 'Arcep',
  licence: licences.openLicence1,
  url: 'https://www.data.gouv.fr/datasets/le-marche-du-haut-et-tres-haut-debit-fixe-deploiements',
  description:
    'Locaux raccordables à la fibre du T3 2017 au T1 2018, pour les 196 communes de 2018. Un seul dénombrement des locaux (logements et établissements du T1 2018) sert aux trois trimestres.',
  use: 'figures',
  vintages: [
    {
      vintage: '2018-T1',
      dataOn: '2018-03-31',
      files: ['arcep-deploiement/2018_T1/communes.csv', 'arcep-deploiement/2018_T1/ftth-par-communes.csv'],
    },
  ],
  revision: 1,
  brings: 'facts',
  tables: [
    {
      format: {
        delimiter: ',',
        headerColumn: 'Code commune',
        columns: ['Code commune', 'Logements', 'Établissements'],
      },
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
      format: { delimiter: ',', headerColumn: 'Code commune', columns: ['Code commune', 'Champ', 'T1 2018'] },
      communeColumn: 'Code commune',
      keyColumns: ['Code commune', 'Champ'],
      row: z.record(z.string(), z.string()).transform((record: RawRecord, context): Fact[] => {
        const commune = communeCode.safeParse(record['Code commune'] ?? '');
        if (!commune.success)
          context.issues.push({ ...commune.error.issues[0], input: record, path: ['Code commune'], code: 'custom' });
        // The other row of a commune is the class of its rate, a lower bound: nothing to add to the counts.
        if (!commune.success || record.Champ !== 'Locaux Raccordables') return [];
        return Object.entries(record).flatMap(([column, cell]): Fact[] => {
          const [, number, year] = quarter.exec(column) ?? [];
          if (!number || !year) return [];
          const value = count.safeParse(cell);
          if (!value.success) {
            context.issues.push({
              code: 'custom',
              input: cell,
              path: [column],
              message: value.error.issues[0]?.message ?? '',
            });
            return [];
          }
          return [{ commune: commune.data, period: `${year}-${number}`, measure: 'locaux_ftth', value: value.data }];
        });
      }),
    },
  ],
  complete: (facts) => {
    const periods = new Set(facts.filter(({ measure }) => measure === 'locaux_ftth').map(({ period }) => period));
    return facts.flatMap((fact) =>
      fact.measure === 'locaux_insee' ? [...periods].map((period) => ({ ...fact, period })) : [fact],
    );
  },
  expectedAtMost: [['locaux_ftth', 'locaux_insee']],
  partsOf: [],
  decreasing: [],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
