/** What the dialog “Intégrer” and the pages shown in those of others say. */
import type { Framing } from '../../api/contract.ts';
import type { FramePart } from '../../data/catalogue/frames.ts';

export const embed = {
  open: 'Intégrer',
  title: 'Intégrer à une autre page',
  lead: 'Copier ces lignes dans le code d’une page web, là où la figure doit paraître. Elle y reste à jour, avec sa source.',
  what: 'Ce qui est montré',
  height: 'Hauteur, en pixels',
  snippet: 'Code à copier',
  copy: 'Copier le code',
  copied: 'Code copié',
  copyFailed: 'Sélectionner le code pour le copier',
  see: 'Voir le résultat',
  close: 'Fermer',
  policy: ({ politique, origines }: Framing) => {
    if (politique === 'tous') return 'Tous les sites peuvent intégrer cette page.';
    if (politique === 'aucun')
      return 'Ce site n’autorise aucun autre site à intégrer ses pages\u00a0: le cadre resterait vide. Son administrateur peut l’ouvrir (FRAME_ANCESTORS).';
    return origines.length === 1
      ? `Seul ${origines[0]} peut intégrer cette page\u00a0; ailleurs, le cadre resterait vide.`
      : `Seuls ces sites peuvent intégrer cette page\u00a0: ${origines.join(', ')}. Ailleurs, le cadre resterait vide.`;
  },
  parts: {
    page: 'Toute la page',
    historique: 'L’évolution du territoire ouvert',
    classement: 'Le classement seul',
    matrice: 'La matrice seule',
    themes: 'Les projets par thème',
    decisions: 'Les décisions',
    projets: 'Le calendrier des projets',
    courbe: 'La courbe de Lorenz',
    communes: 'Les communes qui pèsent le plus',
    partage: 'Le partage entre EPCI et au sein des EPCI',
    epci: 'Les parts de chaque EPCI',
    calendrier: 'Le calendrier seul',
    carte: 'La carte seule',
  } satisfies Record<FramePart, string>,
  /** The map's page is a map. */
  wholeMap: 'La carte, sa phrase et sa légende',
} as const;

export const framed = {
  whole: 'Ouvrir la vue complète',
  newTab: ' (nouvel onglet)',
  sources: (producers: readonly string[]) => `Sources\u00a0: ${producers.join(', ')}`,
  refused: 'Cette page ne se consulte pas à l’intérieur d’une autre.',
} as const;
