import { z } from 'zod';
import { communeCode, publishedAmount } from './cells.ts';
import { type Fact, type FactSource, type FactTable, licences } from './declare.ts';

/** Our measure → the published column, without the two digits of the year that end it. */
const amounts = { niveau_vie_median: 'MED', niveau_vie_d1: 'D1', niveau_vie_d9: 'D9' } as const;

function tableOf(vintage: string, wrapping?: FactTable['format']['wrapping']): FactTable {
  const named = Object.entries(amounts).map(([measure, stem]) => ({
    measure: measure as keyof typeof amounts,
    column: `${stem}${vintage.slice(2)}`,
  }));
  const cells = Object.fromEntries(named.map(({ column }) => [column, publishedAmount]));
  return {
    format: {
      delimiter: ';',
      headerColumn: 'CODGEO',
      columns: ['CODGEO', ...Object.keys(cells)],
      ...(wrapping && { wrapping }),
    },
    communeColumn: 'CODGEO',
    keyColumns: ['CODGEO'],
    row: z
      .object({ CODGEO: communeCode })
      .and(z.object(cells))
      .transform((row): Fact[] => {
        const answers = row as Record<string, Pick<Fact, 'value' | 'state' | 'reason'>>;
        return named.flatMap(({ measure, column }) => {
          const answer = answers[column];
          return answer ? [{ commune: row.CODGEO, period: vintage, measure, ...answer }] : [];
        });
      }),
  };
}

const editions = { kind: 'fixed', vintage: '2021', dataOn: '2021-12-31' } as const;

/**
 * Standards of living. Traps: decimal comma, `s` for secret, communes that are left out. The address of the national
 * archive is to be confirmed on its first download.
 */
export default {
  id: 'filosofi',
  title: 'Revenus et niveaux de vie (Filosofi 2021)',
  publisher: 'INSEE',
  licence: licences.openLicence2,
  url: 'https://www.insee.fr/fr/statistiques/7233950',
  description:
    'Niveau de vie médian, premier et dernier déciles par commune de France métropolitaine, de Martinique et de La Réunion, en euros par an et par unité de consommation. Les communes absentes du fichier sont « non disponibles », ni nulles ni secrètes ; dans l’extrait de l’Essonne, elles sont 91, toutes de moins de 2 000 habitants.',
  use: 'figures',
  forms: [
    {
      editions,
      files: [
        {
          path: 'filosofi/cc_filosofi_2021_COM_csv.zip',
          official: {
            at: 'url',
            url: 'https://www.insee.fr/fr/statistiques/fichier/7233950/cc_filosofi_2021_COM_csv.zip',
          },
        },
      ],
      tables: (vintage) => [tableOf(vintage, { zipEntry: 'cc_filosofi_2021_com.csv' })],
    },
    { editions, files: [{ path: 'filosofi/cc_filosofi_2021_COM.csv' }], tables: (vintage) => [tableOf(vintage)] },
    {
      editions,
      files: [{ path: 'filosofi/cc_filosofi_2021_COM-{departement}.csv' }],
      tables: (vintage) => [tableOf(vintage)],
    },
  ],
  revision: 1,
  overseas: ['972', '974'],
  brings: 'facts',
  // Small communes are left out: half of a rural département, and 91 of 194 in the extract.
  absenceTolerance: 0.6,
  expectedAtMost: [],
  partsOf: [],
  decreasing: [],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
