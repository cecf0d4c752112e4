import type { PointTilesetDeclaration } from '../declare.ts';

/** Buildings of the fibre roll-out: cells that count them from afar, and each of them from zoom 12 on. */
export default {
  id: 'immeubles',
  title: 'Immeubles',
  description: 'Immeubles du déploiement de la fibre : comptés par maille de loin, un par un de près.',
  sources: ['arcep-immeubles'],
  minZoom: 8,
  maxZoom: 14,
  pointsFromZoom: 12,
  layers: {
    points: {
      id: 'immeubles',
      properties: {
        etat: 'État du raccordement',
        operateur: 'Code de l’opérateur',
        date: 'Jour d’achèvement, ou vide',
      },
    },
    cells: {
      id: 'immeubles_groupes',
      properties: {
        total: 'Nombre d’immeubles',
        deploye: 'Immeubles déployés',
        en_cours: 'Immeubles en cours ou signés',
      },
    },
  },
} as const satisfies PointTilesetDeclaration;
