/** The screens of the dashboard, and where each is. */
export const screens = {
  '/': 'map',
  '/projets': 'projects',
  '/projets/repartition': 'distribution',
  '/projets/synthese': 'summary',
  '/catalogue': 'catalogue',
  '/preselection': 'selections',
  '/feuille-de-route': 'roadmap',
  '/ecarts': 'gaps',
  '/ecarts/equilibre': 'balance',
  '/ecarts/cuivre': 'copper',
  '/ecarts/acces': 'reach',
  '/ecarts/classement': 'ranking',
  '/donnees': 'tables',
  '/donnees/sources': 'sources',
  '/donnees/changements': 'changes',
  '/donnees/etats-des-lieux': 'editions',
  '/methode': 'method',
  '/guides': 'guides',
  '/guides/decideur': 'guide-decideur',
  '/guides/epci': 'guide-epci',
  '/guides/analyste': 'guide-analyste',
  '/guides/collectivite': 'guide-collectivite',
} as const;

/** Screens of one thing each, whose identifier ends the address. */
export const itemScreens = {
  '/projets/': 'project',
  '/catalogue/': 'sheet',
  '/preselection/': 'selection',
} as const;

export type Screen = (typeof screens)[keyof typeof screens] | (typeof itemScreens)[keyof typeof itemScreens];
