import { z } from 'zod';
import { communeCode } from './cells.ts';
import { type Fact, type FactSource, licences } from './declare.ts';

/** Zone and operators of each commune in 2018. Trap: `oi` is empty where the engaged operator had not started. */
export default {
  id: 'arcep-zonage-2018',
  title: 'Zones de déploiement de la fibre, T1 2018',
  publisher: 'Arcep',
  licence: licences.openLicence1,
  url: 'https://www.data.gouv.fr/datasets/le-marche-du-haut-et-tres-haut-debit-fixe-deploiements',
  description:
    'Zone très dense, initiative privée (engagement L. 33-13) ou initiative publique, et opérateurs d’infrastructure présents, par commune de 2018. Le zonage le plus récent au dossier.',
  use: 'figures',
  revision: 2,
  brings: 'facts',
  forms: [
    {
      editions: { kind: 'fixed', vintage: '2018-T1', dataOn: '2018-03-31' },
      files: [{ path: 'arcep-deploiement/2018_T1/zonage-{departement}.csv' }],
      tables: () => [
        {
          format: {
            delimiter: ';',
            headerColumn: 'code_insee_2018',
            columns: ['code_insee_2018', 'zone', 'oi_2018T1'],
          },
          communeColumn: 'code_insee_2018',
          keyColumns: ['code_insee_2018'],
          row: z
            .object({
              code_insee_2018: communeCode,
              zone: z.string().transform((text, context) => {
                if (text === 'ZTD') return { key: 'tres-dense', engaged: null };
                if (text.startsWith('ZMD publique')) return { key: 'initiative-publique', engaged: null };
                if (text.startsWith('ZMD privée'))
                  return { key: 'initiative-privee', engaged: /L\.33-13 (\w+)/.exec(text)?.[1] ?? null };
                context.issues.push({
                  code: 'custom',
                  input: text,
                  message: `« ${text} » n’est pas une zone connue (ZTD, ZMD privée, ZMD publique)`,
                });
                return z.NEVER;
              }),
              oi_2018T1: z.string(),
            })
            .transform((row): Fact[] => {
              const operators = row.oi_2018T1.trim() || row.zone.engaged;
              const fact = { commune: row.code_insee_2018, period: '2018-T1' };
              return [
                { ...fact, measure: 'zone_reglementaire', value: row.zone.key },
                operators
                  ? { ...fact, measure: 'operateurs_infrastructure', value: operators }
                  : { ...fact, measure: 'operateurs_infrastructure', value: null, reason: 'operateur-non-publie' },
              ];
            }),
        },
      ],
    },
  ],
  expectedAtMost: [],
  partsOf: [],
  decreasing: [],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
