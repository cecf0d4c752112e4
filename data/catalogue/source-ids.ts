/** Ids of the published sources, in load order. Each one's declaration is `data/sources/<id>.ts`. */
export const sourceIds = [
  'cog',
  'contours-communes',
  'arcep-deploiement-2018',
  'arcep-zonage-2018',
  'arcep-deploiement',
  'arcep-mci-debit',
  'arcep-mci-debit-terrestre',
  'arcep-mci-meilleure-techno',
  'fermeture-cuivre',
  'projets-recenses',
  'lieux-recenses',
] as const;

export type SourceId = (typeof sourceIds)[number];
