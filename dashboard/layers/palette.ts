/**
 * The colours of data. Ramps go one way, stay ordered for every kind of colour vision and in grey print, and mean
 * "dark = more of what the indicator counts"; the same in light and dark pages, so that two prints compare.
 */
import { interpolatePuOr, schemeYlGnBu } from 'd3-scale-chromatic';

/** Fill of circles that count premises or anything without categories. */
export const circleColor = '#225ea8';
/** Fill of places: ink, which no class or theme uses. */
export const placeColor = '#1c211f';
/** Fill under a territory that has an answer but no single value, and under circles. */
export const plainColor = 'rgba(0, 0, 0, 0)';

/** What is drawn as a pattern rather than as a colour, so that it is never read as a low value. */
export const patternKinds = ['non-disponible', 'secret', 'non-prevu'] as const;
export type PatternKind = (typeof patternKinds)[number];

/** Light to dark; the scheme has 3 to 9 steps, fewer are its ends. */
export function sequentialColors(count: number): readonly string[] {
  if (count === 1) return ['#41b6c4'];
  if (count === 2) return ['#c7e9b4', '#1d91c0'];
  return schemeYlGnBu[count] ?? schemeYlGnBu[9] ?? [];
}

/** Around zero: orange darkens below, violet darkens above. */
export function divergingColors(below: number, above: number): readonly string[] {
  const side = (count: number, sign: 1 | -1) =>
    Array.from({ length: count }, (_, rank) => {
      // From a tint that is not the neutral of the middle to a shade that is not black; two classes never share a colour.
      const strength = count === 1 ? 0.6 : 0.2 + (0.7 * rank) / (count - 1);
      return interpolatePuOr(0.5 - (sign * strength) / 2);
    });
  return [...side(below, -1).reverse(), ...side(above, 1)];
}

/** The soonest is the darkest: what presses most stands out. */
export function sequenceColors(count: number): readonly string[] {
  return [...sequentialColors(count + 1)].slice(1).reverse();
}
