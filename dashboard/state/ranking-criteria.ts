/** Which indicators can rank territories, which side of each is a priority, and how much each weighs. */
import { type Indicator, type IndicatorId, indicators } from '../../data/catalogue/catalogue.ts';
import { themeNeeds } from '../../data/catalogue/needs.ts';
import type { GapChoices } from './gap-choices.ts';

export interface OfferedCriterion {
  readonly id: IndicatorId;
  readonly isHighFirst: boolean;
}

export const mostWeight = 10;

/** When the person has chosen nothing: what every commune has a figure for. */
const proposed: GapChoices['weights'] = { 'couverture-ftth': 3, 'couverture-thd': 2, 'couverture-1g': 1 };

/** Ratios and amounts that are loaded and have a side: counts would rank by size alone. */
export function offeredCriteria(loaded: ReadonlySet<string>, level: 'commune' | 'epci'): readonly OfferedCriterion[] {
  return (indicators as readonly (Indicator & { readonly id: IndicatorId })[]).flatMap((indicator) => {
    const { id, nature, levels, measure, direction } = indicator;
    const isRead = (nature === 'ratio' || nature === 'amount') && measure.kind !== 'difference';
    // A median is not computed above the commune.
    const isAtLevel = levels.includes(level) && (level === 'commune' || measure.kind !== 'published');
    const need = themeNeeds.flatMap(({ needs }) => needs).find((one) => one.indicator === id);
    if (!isRead || !isAtLevel || !loaded.has(id)) return [];
    if (need) return [{ id, isHighFirst: need.isNeedWhen === 'above' }];
    return direction === 'neutral' ? [] : [{ id, isHighFirst: direction === 'less-is-better' }];
  });
}

/** In the order of the criteria; those proposed when none is chosen. */
export function weightsOf(chosen: GapChoices['weights'], offered: readonly OfferedCriterion[]): readonly number[] {
  const weights = isProposal(chosen) ? proposed : chosen;
  return offered.map(({ id }) => weights[id] ?? 0);
}

export function isProposal(chosen: GapChoices['weights']): boolean {
  return Object.keys(chosen).length === 0;
}

/** The weights after one is changed; the shortest that says so, zeros included so that nothing comes back by itself. */
export function changeWeight(
  chosen: GapChoices['weights'],
  offered: readonly OfferedCriterion[],
  id: IndicatorId,
  weight: number,
): GapChoices['weights'] {
  const before = weightsOf(chosen, offered);
  const next = offered.map((criterion, i) => [criterion.id, criterion.id === id ? weight : (before[i] ?? 0)] as const);
  const isBack = next.every(([each, value]) => value === (proposed[each] ?? 0));
  return isBack ? {} : Object.fromEntries(next.filter(([each, value]) => value > 0 || each === id));
}
