/**
 * Communes that no longer exist → the commune of the COG 2026 that holds them. Only those that the loaded series need:
 * `anciensCodes` of the COG also lists codes of before 1968, which today belong to other communes.
 */
export const mergedCommunes: Readonly<Record<string, string>> = {
  // 1 January 2019: Évry + Courcouronnes → Évry-Courcouronnes.
  '91182': '91228',
  // 1 January 2019: Méréville + Estouches → Le Mérévillois.
  '91222': '91390',
};

/** Facts of an earlier period are counted in the former communes, so that each of them must have answered. */
export const lastMerger = '2019-01-01';
