import { licences, type OtherSource } from './declare.ts';

/** Outlines. Every edge is used once or twice, so they dissolve without slivers. */
export default {
  id: 'contours-communes',
  title: 'Contours des communes et des EPCI (ADMIN EXPRESS)',
  publisher: 'IGN',
  licence: licences.openLicence2,
  url: 'https://geoservices.ign.fr/adminexpress',
  description:
    'Contours généralisés des communes et contours entiers des EPCI qui touchent le département. Ceux des EPCI et du département sont obtenus par fusion des communes.',
  use: 'figures',
  vintages: [
    {
      vintage: '2026',
      dataOn: '2026-01-01',
      files: ['contours/communes-91.geojson', 'contours/epci-touchant-91.geojson'],
    },
  ],
  revision: 1,
  refusalTolerance: 0,
  brings: 'outlines',
} as const satisfies OtherSource;
