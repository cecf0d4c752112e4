import type { TilesetDeclaration } from '../declare.ts';

/**
 * Outlines of the EPCI, dissolved from their communes on the topology (`epci`), and of their whole extent where
 * they straddle the département (`epci_entier`). The Métropole du Grand Paris stands for its EPT, see DECISIONS.md.
 */
export default {
  id: 'epci',
  title: 'EPCI',
  minZoom: 5,
  maxZoom: 12,
  layers: [
    { id: 'epci', level: 'epci', extent: 'part' },
    { id: 'epci_entier', level: 'epci', extent: 'whole' },
  ],
  properties: { code: 'SIREN de l’EPCI', nom: 'Nom de l’EPCI' },
} as const satisfies TilesetDeclaration;
