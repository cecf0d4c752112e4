import type { TilesetDeclaration } from '../declare.ts';

/** Outlines of the communes whose figures are loaded. Coordinates EPSG:4326 in, tile units out. */
export default {
  id: 'communes',
  title: 'Communes',
  description: 'Contours des communes dont les chiffres sont chargés.',
  sources: ['contours-communes'],
  minZoom: 5,
  maxZoom: 12,
  layers: [{ id: 'communes', level: 'commune', extent: 'part' }],
  properties: { code: 'Code INSEE de la commune', nom: 'Nom de la commune', epci: 'SIREN de son EPCI' },
} as const satisfies TilesetDeclaration;
