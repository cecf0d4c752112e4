import { z } from 'zod';
import type { RawRecord } from '../catalogue/raw-record.ts';
import { type Fact, type FactSource, licences } from './declare.ts';
import {
  deploymentDataset,
  deploymentPage,
  readCommune,
  readCount,
  readQuarters,
  remarkOfQuarter,
  repeatForQuarters,
} from './workbook.ts';

const estimate = 'Meilleure estimation des locaux';

/**
 * Premises of the row. Dwellings and establishments, which stand beside the estimate, are another count: they do not
 * replace it, for the rates of two methods would pass for one series.
 */
function readPremises(record: RawRecord, context: z.core.$RefinementCtx<RawRecord>): number | undefined {
  const column = Object.keys(record).find((name) => name.startsWith(estimate));
  if (column) return readCount(column, record[column], context);
  const alike = Object.keys(record).find((name) => /estimation/i.test(name));
  context.issues.push({
    code: 'custom',
    input: record,
    path: [estimate],
    message: `colonne absente${alike ? ` (serait-ce « ${alike} » ?)` : ''} ; « Logements » et « Établissements » comptent autrement et ne la remplacent pas : rendre à la colonne son nom`,
  });
  return undefined;
}

/** Every quarter since 2017 in one workbook. Trap: the premises counted are those of its last quarter, for all of them. */
export default {
  id: 'arcep-deploiement-classeur',
  title: 'Observatoire des déploiements fixes, classeur trimestriel',
  publisher: 'Arcep',
  licence: licences.openLicence1,
  url: deploymentPage,
  description:
    'Locaux raccordables à la fibre par commune, trimestre par trimestre depuis la fin de 2017. Les locaux dénombrés sont ceux du dernier trimestre, pour toute la série : les taux anciens s’en trouvent abaissés.',
  use: 'figures',
  forms: [
    {
      editions: { kind: 'quarterly', keep: 'latest' },
      files: [
        {
          path: 'arcep-deploiement/{quarter}/obs-hd-thd-deploiement.xlsx',
          official: { at: 'data-gouv', dataset: deploymentDataset, title: '^{quarter}-obs-hd-thd-deploiement' },
        },
      ],
      tables: (vintage) => [
        {
          format: { kind: 'xlsx', sheet: 'Communes', headerColumn: 'Code commune', columns: ['Code commune'] },
          communeColumn: 'Code commune',
          keyColumns: ['Code commune'],
          remarkOfColumn: remarkOfQuarter,
          row: z.record(z.string(), z.string()).transform((record: RawRecord, context): Fact[] => {
            const commune = readCommune(record, context);
            if (commune === undefined) return [];
            const premises = readPremises(record, context);
            const quarters = readQuarters(record, commune, context);
            if (premises === undefined) return quarters;
            return [...quarters, { commune, period: vintage, measure: 'locaux_classeur', value: premises }];
          }),
        },
      ],
    },
  ],
  revision: 2,
  brings: 'facts',
  complete: (facts) => repeatForQuarters(facts, 'locaux_classeur'),
  expectedAtMost: [['locaux_ftth', 'locaux_classeur']],
  partsOf: [],
  decreasing: [],
  // A network is not unbuilt: a loss of a twentieth is another perimeter, or a file that was cut.
  mostShrink: { ratio: 0.05, measures: ['locaux_ftth', 'locaux_classeur'] },
  refusalTolerance: 0.02,
} as const satisfies FactSource;
