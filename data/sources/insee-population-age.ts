import { z } from 'zod';
import { communeCode, estimate } from './cells.ts';
import { type Fact, type FactSource, type FactTable, licences } from './declare.ts';

/** Columns are named by the two digits of the year: P22_POP. */
function tableOf(vintage: string): FactTable {
  const [all, old] = [`P${vintage.slice(2)}_POP`, `P${vintage.slice(2)}_POP75P`];
  return {
    format: { delimiter: ';', headerColumn: 'CODGEO', columns: ['CODGEO', all, old] },
    communeColumn: 'CODGEO',
    keyColumns: ['CODGEO'],
    row: z
      .object({ CODGEO: communeCode })
      .and(z.object({ [all]: estimate, [old]: estimate }))
      .transform((row): Fact[] => {
        const counts = row as Record<string, number | string>;
        const fact = { commune: row.CODGEO, period: vintage };
        return [
          { ...fact, measure: 'population_rp', value: Number(counts[all]) },
          { ...fact, measure: 'population_75_plus', value: Number(counts[old]) },
        ];
      }),
  };
}

/** Inhabitants by age, from the census. Trap: its figures are estimates, with decimals that are kept. */
export default {
  id: 'insee-population-age',
  title: 'Population par âge (recensement 2022)',
  publisher: 'INSEE',
  licence: licences.openLicence2,
  url: 'https://www.insee.fr/fr/statistiques/8581488',
  description:
    'Habitants de 75 ans et plus, et population totale, par commune, au recensement de la population de 2022. Ce fichier se donne dans un dossier, avec --from.',
  use: 'figures',
  forms: [
    {
      editions: { kind: 'fixed', vintage: '2022', dataOn: '2022-01-01' },
      files: [{ path: 'insee-population/base-cc-evol-struct-pop-2022.csv' }],
      tables: (vintage) => [tableOf(vintage)],
    },
  ],
  revision: 1,
  brings: 'facts',
  expectedAtMost: [['population_75_plus', 'population_rp']],
  partsOf: [],
  decreasing: [],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
