import { z } from 'zod';
import { communeCode } from './cells.ts';
import { communeShapefile, communeTableFormat } from './commune-shapefile.ts';
import { type Fact, type FactSource, licences } from './declare.ts';
import { deploymentPage } from './workbook.ts';

const zones = [
  [/^ZTD/i, 'tres-dense'],
  [/^zipri/i, 'initiative-privee'],
  [/^zipu/i, 'initiative-publique'],
] as const;

const zone = z.string().transform((text, context) => {
  const [, key] = zones.find(([pattern]) => pattern.test(text.trim())) ?? [];
  if (key) return key;
  context.issues.push({
    code: 'custom',
    input: text,
    message: `« ${text} » n’est pas une zone connue (ZTD, zipri, zipu)`,
  });
  return z.NEVER;
});

/** Codes joined by `-`; null for none, written as nothing or as 0. */
const operators = z.string().transform((text) => (/^[0.\s]*$/.test(text) ? null : text.trim()));

/**
 * Zone and operators of each commune, from the commune shapefile. Trap: `oi` is empty where the
 * engaged operator, `L_33-13`, has not started.
 */
export default {
  id: 'arcep-zonage',
  title: 'Zones de déploiement de la fibre, communes',
  publisher: 'Arcep',
  licence: licences.openLicence1,
  url: deploymentPage,
  description:
    'Zone très dense, initiative privée ou initiative publique, et opérateurs d’infrastructure présents, par commune, au dernier trimestre publié.',
  use: 'figures',
  forms: [
    {
      ...communeShapefile,
      tables: (vintage) => [
        {
          format: { ...communeTableFormat, columns: ['INSEE_COM', 'zone', 'oi', 'L_33-13'] },
          communeColumn: 'INSEE_COM',
          keyColumns: ['INSEE_COM'],
          row: z
            .object({ INSEE_COM: communeCode, zone, oi: operators, 'L_33-13': operators })
            .transform((row): Fact[] => {
              const fact = { commune: row.INSEE_COM, period: vintage };
              const present = row.oi ?? row['L_33-13'];
              return [
                { ...fact, measure: 'zone_reglementaire', value: row.zone },
                present === null
                  ? { ...fact, measure: 'operateurs_infrastructure', value: null, reason: 'operateur-non-publie' }
                  : { ...fact, measure: 'operateurs_infrastructure', value: present },
              ];
            }),
        },
      ],
    },
  ],
  revision: 1,
  brings: 'facts',
  expectedAtMost: [],
  partsOf: [],
  decreasing: [],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
