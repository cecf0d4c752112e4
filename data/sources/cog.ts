import { licences, type OtherSource } from './declare.ts';

/** Communes, EPCI and EPT of the country. Trap: the EPT stand apart from the EPCI, and déléguées share codes. */
export default {
  id: 'cog',
  title: 'Communes, EPCI et populations municipales (COG 2026)',
  publisher: 'INSEE et DGCL, mis en forme par Etalab',
  licence: licences.openLicence2,
  url: 'https://github.com/datagouv/decoupage-administratif',
  description:
    'Appartenance des communes aux EPCI, établissements publics territoriaux, codes postaux et populations municipales. Paquet npm @etalab/decoupage-administratif 6.0.0.',
  use: 'figures',
  forms: [
    {
      editions: { kind: 'fixed', vintage: '2026', dataOn: '2026-01-01' },
      files: ['communes', 'epci', 'ept', 'departements'].map((table) => ({
        path: `npm:@etalab/decoupage-administratif/data/${table}.json`,
      })),
    },
  ],
  revision: 1,
  refusalTolerance: 0,
  brings: 'membership',
} as const satisfies OtherSource;
