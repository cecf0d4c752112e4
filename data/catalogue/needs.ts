/**
 * What tells the need, and the supply, of each theme: declared here, shown on the screen and in the method. A theme
 * without an indicator has a need that nobody measures, and the matrix says so.
 */
import type { IndicatorId } from './catalogue.ts';
import type { ThemeId } from './themes.ts';

export interface NeedIndicator {
  readonly indicator: IndicatorId;
  /** Which side of the département's value is a need. */
  readonly isNeedWhen: 'below' | 'above';
  /** French, said after « Besoin : ». */
  readonly label: string;
}

export interface ThemeNeeds {
  readonly theme: ThemeId;
  readonly needs: readonly NeedIndicator[];
  /** Kinds of places that are supply of the theme; `coverage` where supply is what connects. */
  readonly supply: { readonly kinds: readonly string[] | 'all' } | 'coverage' | null;
}

export const themeNeeds: readonly ThemeNeeds[] = [
  {
    theme: 'infrastructures-connectivite',
    needs: [
      { indicator: 'couverture-ftth', isNeedWhen: 'below', label: 'part des locaux raccordables à la fibre' },
      { indicator: 'couverture-thd', isNeedWhen: 'below', label: 'part des locaux éligibles au très haut débit' },
    ],
    supply: 'coverage',
  },
  {
    theme: 'inclusion-mediation',
    needs: [
      { indicator: 'part-75-ans-et-plus', isNeedWhen: 'above', label: 'part des habitants de 75 ans et plus' },
      { indicator: 'niveau-de-vie-median', isNeedWhen: 'below', label: 'niveau de vie médian' },
    ],
    supply: { kinds: 'all' },
  },
  {
    theme: 'e-administration',
    needs: [
      { indicator: 'presence-numerique', isNeedWhen: 'below', label: 'communes au site et à la messagerie conformes' },
    ],
    supply: { kinds: ['mairie-accueil', 'france-services'] },
  },
  { theme: 'e-sante-social', needs: [], supply: { kinds: ['sante-telemedecine'] } },
  { theme: 'developpement-economique', needs: [], supply: { kinds: ['coworking', 'tiers-lieu', 'fablab'] } },
  { theme: 'tourisme-culture', needs: [], supply: { kinds: ['mediatheque', 'micro-folie'] } },
];

export function needsOf(theme: string): ThemeNeeds | undefined {
  return themeNeeds.find((one) => one.theme === theme);
}
