import type { TilesetDeclaration } from '../declare.ts';

/**
 * Outlines of the EPCI, dissolved from their communes on the topology (`epci`), of their whole extent where they
 * straddle the département (`epci_entier`), and of the département itself. The Métropole du Grand Paris stands for
 * its EPT, see DECISIONS.md.
 */
export default {
  id: 'epci',
  title: 'EPCI',
  description:
    'Contours des EPCI, de leur étendue entière quand ils débordent le département, et du département, fondus des communes.',
  sources: ['contours-communes'],
  minZoom: 5,
  maxZoom: 12,
  layers: [
    { id: 'epci', level: 'epci', extent: 'part' },
    { id: 'epci_entier', level: 'epci', extent: 'whole' },
    { id: 'departement', level: 'departement', extent: 'part' },
  ],
  properties: { code: 'SIREN de l’EPCI, ou code du département', nom: 'Nom du territoire' },
} as const satisfies TilesetDeclaration;
