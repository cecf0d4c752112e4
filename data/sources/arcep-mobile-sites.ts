import { z } from 'zod';
import { communeCode, decimal, flag, restoreZero } from './cells.ts';
import { type Fact, type FactSource, licences } from './declare.ts';

const folder = 'https://data.arcep.fr/mobile/sites/';
/** Metropolitan France, degrees. */
const box = { west: -5.6, south: 41.2, east: 9.8, north: 51.3 };

/** Operators' mobile sites. Traps: decimal comma; a row an operator, so a shared pylon counts once for each. */
export default {
  id: 'arcep-mobile-sites',
  title: 'Mon réseau mobile, sites des opérateurs',
  publisher: 'Arcep',
  licence: licences.openLicence1,
  url: 'https://www.data.gouv.fr/datasets/mon-reseau-mobile',
  description:
    'Sites mobiles en service par commune de France métropolitaine : un site compte une fois par opérateur qui s’en sert. Leur nombre ne dit pas la couverture.',
  use: 'figures',
  forms: [
    {
      editions: { kind: 'quarterly', keep: 'latest', index: folder },
      files: [
        {
          path: 'arcep-mobile/{quarter}/sites_Metropole.csv',
          official: { at: 'url', url: `${folder}{quarter}/{quarter}_sites_Metropole.csv` },
        },
      ],
      tables: (vintage) => [
        {
          format: {
            delimiter: ';',
            headerColumn: 'code_op',
            columns: ['code_op', 'num_site', 'insee_com', 'latitude', 'longitude', 'site_4g', 'site_5g'],
          },
          communeColumn: 'insee_com',
          toCommuneCode: restoreZero,
          keyColumns: ['code_op', 'num_site'],
          repeated: 'sum',
          row: z
            .object({ insee_com: communeCode, latitude: decimal, longitude: decimal, site_4g: flag, site_5g: flag })
            .transform((row, context): Fact[] => {
              const { latitude, longitude } = row;
              const isIn = (x: number, y: number) => x > box.west && x < box.east && y > box.south && y < box.north;
              if (!isIn(longitude, latitude)) {
                const shown = `« ${latitude} ; ${longitude} » (latitude ; longitude) n’est pas en France métropolitaine`;
                context.issues.push({
                  code: 'custom',
                  input: latitude,
                  path: ['latitude'],
                  message: isIn(latitude, longitude) ? `${shown} : les deux sont inversées` : shown,
                });
                return [];
              }
              const fact = { commune: row.insee_com, period: vintage };
              return [
                { ...fact, measure: 'sites_mobiles', value: 1 },
                { ...fact, measure: 'sites_4g', value: row.site_4g },
                { ...fact, measure: 'sites_5g', value: row.site_5g },
              ];
            }),
        },
      ],
    },
  ],
  revision: 2,
  overseas: [],
  brings: 'facts',
  // The list is of all sites in service: a commune that it does not name has none.
  absentMeansZero: ['sites_mobiles', 'sites_4g', 'sites_5g'],
  expectedAtMost: [
    ['sites_4g', 'sites_mobiles'],
    ['sites_5g', 'sites_mobiles'],
  ],
  partsOf: [],
  decreasing: [],
  // Sites are taken down and moved, but not a fifth of them in a quarter.
  mostShrink: { ratio: 0.2, measures: ['sites_mobiles', 'sites_4g'] },
  refusalTolerance: 0.02,
} as const satisfies FactSource;
