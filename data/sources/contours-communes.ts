import { licences, type OtherSource } from './declare.ts';

const editions = { kind: 'fixed', vintage: '2026', dataOn: '2026-01-01' } as const;

/**
 * Outlines. Traps: the EPT have none of their own; the country's file is of the COG 2025 and lists Paris, Lyon and
 * Marseille twice, as communes and by arrondissement.
 */
export default {
  id: 'contours-communes',
  title: 'Contours des communes et des EPCI (ADMIN EXPRESS)',
  publisher: 'IGN',
  licence: licences.openLicence2,
  url: 'https://geoservices.ign.fr/adminexpress',
  description:
    'Contours généralisés des communes du département et de celles des EPCI qui le débordent. Ceux des EPCI et du département sont obtenus par fusion des communes.',
  use: 'figures',
  forms: [
    {
      // A request a département would be a hundred of them.
      atLeastDepartements: 10,
      editions,
      files: [
        {
          path: 'contours/communes-100m.geojson.gz',
          official: {
            at: 'url',
            url: 'https://etalab-datasets.geo.data.gouv.fr/contours-administratifs/2025/geojson/communes-100m.geojson.gz',
          },
        },
      ],
    },
    {
      editions,
      files: [
        {
          path: 'contours/geo-api-communes-{departement}.geojson',
          withNeighbours: true,
          official: {
            at: 'url',
            url: 'https://geo.api.gouv.fr/departements/{departement}/communes?fields=code,nom,codeEpci&format=geojson&geometry=contour',
          },
        },
      ],
    },
    {
      editions,
      files: [
        { path: 'contours/communes-{departement}.geojson' },
        { path: 'contours/epci-touchant-{departement}.geojson' },
      ],
    },
  ],
  revision: 1,
  refusalTolerance: 0.01,
  brings: 'outlines',
} as const satisfies OtherSource;
