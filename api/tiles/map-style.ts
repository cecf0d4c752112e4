/**
 * A MapLibre style of our own ground, for maps of others: outlines, and names from the fields of the tiles. It asks for
 * nothing but our tiles: names are drawn with a font of the machine, so there is no `glyphs` address.
 */
export const styleName = 'style';

const colors = {
  background: '#f6f4ef',
  inside: '#fffefb',
  outside: '#ece8de',
  communeLine: '#b9b4a7',
  epciLine: '#5a615e',
  edge: '#1c211f',
  ink: '#1c211f',
  halo: '#fffefb',
} as const;
const fonts = ['Atkinson Hyperlegible Next Variable', 'sans-serif'];

/** Version 8 of the MapLibre style specification. @param origin where tiles are served */
export function mapStyle(origin: string) {
  const communes = { source: 'communes', 'source-layer': 'communes' };
  const epci = { source: 'epci', 'source-layer': 'epci' };
  const whole = { source: 'epci', 'source-layer': 'epci_entier' };
  const departement = { source: 'epci', 'source-layer': 'departement' };
  const line = (id: string, from: object, color: string, width: number) => ({
    id,
    type: 'line' as const,
    ...from,
    layout: { 'line-join': 'round' as const },
    paint: { 'line-color': color, 'line-width': width },
  });
  const names = (id: string, from: object, zooms: object, size: number) => ({
    id,
    type: 'symbol' as const,
    ...from,
    ...zooms,
    layout: {
      'text-field': ['get', 'nom'],
      'text-font': fonts,
      'text-size': size,
      'text-max-width': 8,
      'text-padding': 6,
    },
    paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 1.6 },
  });
  return {
    version: 8 as const,
    name: 'Présence numérique, fond de carte',
    sources: {
      communes: { type: 'vector' as const, url: `${origin}/tiles/communes.json`, promoteId: 'code' },
      epci: { type: 'vector' as const, url: `${origin}/tiles/epci.json`, promoteId: 'code' },
    },
    layers: [
      { id: 'fond', type: 'background' as const, paint: { 'background-color': colors.background } },
      { id: 'epci-entiers', type: 'fill' as const, ...whole, paint: { 'fill-color': colors.outside } },
      {
        id: 'communes',
        type: 'fill' as const,
        ...communes,
        paint: { 'fill-color': colors.inside, 'fill-antialias': false },
      },
      line('communes-contours', communes, colors.communeLine, 0.5),
      line('epci-contours', epci, colors.epciLine, 1.5),
      line('departement-contour', departement, colors.edge, 2),
      names('epci-noms', epci, { maxzoom: 10.5 }, 14),
      names('communes-noms', communes, { minzoom: 10.5 }, 13),
    ],
  };
}
