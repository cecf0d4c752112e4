/** Ids of the published sources, in load order. Each one's declaration is `data/sources/<id>.ts`. */
export const sourceIds = [
  'cog',
  'contours-communes',
  'arcep-deploiement-classeur',
  'arcep-deploiement-2018',
  'arcep-zonage-2018',
  'arcep-zonage',
  'arcep-deploiement',
  'arcep-immeubles',
  'arcep-mci-debit',
  'arcep-mci-debit-terrestre',
  'arcep-mci-debit-filaire',
  'arcep-mci-techno',
  'arcep-mci-meilleure-techno',
  'fermeture-cuivre',
  'filosofi',
  'insee-population-age',
  'arcep-mobile-sites',
  'dpnt',
  'projets-recenses',
  'mediation-lieux',
  'france-services',
  'data-inclusion',
  'lieux-recenses',
] as const;

export type SourceId = (typeof sourceIds)[number];
