/** The section Projets: its entries, and the titles of its screens. */
export const sections = {
  navigation: 'Rubriques des projets',
  entries: {
    projects: 'Projets recensés',
    distribution: 'Répartition',
    catalogue: 'Catalogue d’actions',
    selections: 'Présélection',
    roadmap: 'Feuille de route',
  },
  titles: {
    projects: 'Projets recensés',
    project: 'Projet recensé',
    summary: 'Synthèse pour un comité',
    distribution: 'Répartition des projets',
    catalogue: 'Catalogue d’actions',
    sheet: 'Fiche du catalogue',
    selections: 'Présélection',
    selection: 'Présélection',
    roadmap: 'Feuille de route',
  },
} as const;
