/** What a legend lists: classes, then what is drawn as a pattern, then the answers that have no colour. */
import type { Value } from '../../api/contract.ts';
import type { Indicator } from '../../data/catalogue/catalogue.ts';
import { legend } from '../text/map.ts';
import { formatAbsence } from '../text/numbers.ts';
import { type PatternKind, patternKinds } from './palette.ts';
import { patternOf, type Scale } from './scale.ts';

export interface LegendEntry {
  readonly key: string;
  readonly label: string;
  /** Territories that fall in it; null where they are not counted. */
  readonly count: number | null;
  readonly swatch:
    | { readonly kind: 'color'; readonly color: string }
    | { readonly kind: 'pattern'; readonly pattern: PatternKind }
    | { readonly kind: 'blank' }
    | { readonly kind: 'outside' };
}

interface LegendFacts {
  readonly indicator: Indicator;
  readonly scale: Scale;
  readonly values: readonly Value[];
  /** Whether parts of EPCI that lie outside the département are drawn. */
  readonly hasOutside: boolean;
}

export function legendEntries({ indicator, scale, values, hasOutside }: LegendFacts): readonly LegendEntry[] {
  const blanks = values
    .filter((value) => value.etat === 'valeur' && value.valeur === null && patternOf(value) === null)
    .map((value) => formatAbsence(value) ?? '');
  return [
    ...scale.classes.map(
      ({ key, label, color, count }): LegendEntry => ({ key, label, count, swatch: { kind: 'color', color } }),
    ),
    ...patternsOf(indicator, values).map((pattern): LegendEntry => {
      const drawn = values.filter((value) => patternOf(value) === pattern);
      const isBroken = drawn.every(({ raison }) => raison === 'rupture-de-methode');
      return {
        key: pattern,
        label: isBroken ? legend.notComparable : legend.patterns[pattern],
        count: drawn.length,
        swatch: { kind: 'pattern', pattern },
      };
    }),
    // Such as a commune without any premises left to connect: no colour, and a line each.
    ...[...new Set(blanks)].map(
      (label): LegendEntry => ({
        key: label,
        label,
        count: blanks.filter((blank) => blank === label).length,
        swatch: { kind: 'blank' },
      }),
    ),
    ...(hasOutside
      ? [{ key: 'outside', label: legend.outside, count: null, swatch: { kind: 'outside' as const } }]
      : []),
  ];
}

/** The patterns that are on the map: nothing is hatched under circles that count projects. */
export function patternsOf(indicator: Indicator, values: readonly Value[]): readonly PatternKind[] {
  return patternKinds.filter(
    (kind) => indicator.measure.kind !== 'count' && values.some((value) => patternOf(value) === kind),
  );
}
