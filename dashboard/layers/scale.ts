/** From a value to its colour, and the classes that a legend lists. */
import type { Value } from '../../api/contract.ts';
import { type ClassMethod, classIndex, lowerBounds } from '../../data/analysis/classes.ts';
import type { Indicator } from '../../data/catalogue/catalogue.ts';
import type { Level, Part } from '../../data/catalogue/declare.ts';
import { classRange } from '../text/map.ts';
import { communeParts, formatDate, formatFigure, partsOf } from '../text/numbers.ts';
import {
  circleColor,
  divergingColors,
  type PatternKind,
  plainColor,
  sequenceColors,
  sequentialColors,
} from './palette.ts';

export interface ScaleClass {
  /** The class, category or date. */
  readonly key: string;
  readonly label: string;
  readonly color: string;
  /** Territories of `shown` that fall in it. */
  readonly count: number;
}

export interface Scale {
  readonly kind: 'classes' | 'categories' | 'dates' | 'circles';
  readonly classes: readonly ScaleClass[];
  /** Lower bounds of numeric classes, empty for the other kinds. */
  readonly bounds: readonly number[];
  /** The largest count of `reference`, 0 without one: what the largest circle stands for. */
  readonly largest: number;
  /** The least and the most, in words; null where classes have no order. */
  readonly ends: readonly [from: string, to: string] | null;
  /** Key of the class of a value; null where it is in none. */
  keyOf(value: Value): string | null;
  /** CSS colour; transparent where there is no single value, which `patternOf` draws. */
  colorOf(value: Value): string;
}

/**
 * @param level that of the values
 * @param reference the values that fix the bounds: those of every period of one method, so that colours compare
 * @param shown the values that are on screen, counted by class
 */
export function makeScale(
  indicator: Indicator,
  level: Level,
  reference: readonly Value[],
  method: ClassMethod,
  count: number,
  shown: readonly Value[] = reference,
): Scale {
  if (indicator.nature === 'count')
    return {
      kind: 'circles',
      classes: [],
      bounds: [],
      largest: Math.max(0, ...reference.map(({ valeur }) => valeur).filter(isNumber)),
      ends: null,
      keyOf: () => null,
      colorOf: (value) => (isNumber(value.valeur) ? circleColor : plainColor),
    };
  const ofCommune = communeParts(indicator, level);
  if (ofCommune.length > 0) return keyedScale('categories', usedParts(ofCommune, reference), shown);
  if (indicator.nature === 'ratio' || indicator.nature === 'amount')
    return numericScale(indicator, reference, method, count, shown);
  const kind = indicator.nature === 'date' ? 'dates' : 'categories';
  return keyedScale(kind, kind === 'dates' ? dateKeys(reference) : usedParts(partsOf(indicator), reference), shown);
}

/** How a value that has no colour is drawn; null when it has one, or has an answer that is not a single value. */
export function patternOf(value: Value): PatternKind | null {
  if (value.raison === 'non-prevu') return 'non-prevu';
  if (value.etat === 'secret') return 'secret';
  return value.etat === 'non-disponible' ? 'non-disponible' : null;
}

function numericScale(
  indicator: Indicator,
  reference: readonly Value[],
  method: ClassMethod,
  count: number,
  shown: readonly Value[],
): Scale {
  const numbers = reference.map(({ valeur }) => valeur).filter(isNumber);
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  const bounds = lowerBounds(numbers, method, count);
  const isAroundZero = indicator.unit === 'points' && least < 0;
  const split = isAroundZero ? [...new Set([...bounds, ...(most >= 0 ? [0] : [])])].sort((a, b) => a - b) : bounds;
  const below = split.filter((bound) => bound < 0).length;
  const colors = isAroundZero ? divergingColors(below, split.length - below) : sequentialColors(split.length);
  const ranks = shown.map(({ valeur }) => (isNumber(valeur) ? classIndex(split, valeur) : -1));
  return {
    kind: 'classes',
    bounds: split,
    largest: 0,
    ends: split[0] === undefined ? null : [formatFigure(split[0], indicator.unit), formatFigure(most, indicator.unit)],
    keyOf: ({ valeur }) => (isNumber(valeur) ? String(classIndex(split, valeur)) : null),
    classes: split.map((lower, rank) => {
      const upper = split[rank + 1] ?? most;
      const [from, to] = [formatFigure(lower, indicator.unit), formatFigure(upper, indicator.unit)];
      return {
        key: String(rank),
        label: from === to ? from : classRange(from, to),
        color: colors[rank] ?? plainColor,
        count: ranks.filter((each) => each === rank).length,
      };
    }),
    colorOf: ({ valeur }) => (isNumber(valeur) ? (colors[classIndex(split, valeur)] ?? plainColor) : plainColor),
  };
}

function keyedScale(
  kind: 'categories' | 'dates',
  keys: readonly { key: string; label: string; color: string }[],
  shown: readonly Value[],
): Scale {
  const colors = new Map(keys.map(({ key, color }) => [key, color]));
  return {
    kind,
    bounds: [],
    largest: 0,
    ends: kind === 'dates' && keys[0] ? [keys[0].label, keys.at(-1)?.label ?? ''] : null,
    keyOf: ({ valeur }) => (colors.has(String(valeur)) ? String(valeur) : null),
    classes: keys.map((each) => ({ ...each, count: shown.filter(({ valeur }) => String(valeur) === each.key).length })),
    colorOf: ({ valeur }) => colors.get(String(valeur)) ?? plainColor,
  };
}

function dateKeys(reference: readonly Value[]) {
  const dates = [...new Set(reference.flatMap(({ valeur }) => (typeof valeur === 'string' ? [valeur] : [])))].sort();
  const colors = sequenceColors(dates.length);
  return dates.map((key, rank) => ({ key, label: formatDate(key), color: colors[rank] ?? plainColor }));
}

function usedParts(parts: readonly Part[], reference: readonly Value[]): readonly Part[] {
  const used = new Set(reference.map(({ valeur }) => String(valeur)));
  return parts.filter(({ key }) => used.has(key));
}

function isNumber(value: Value['valeur']): value is number {
  return typeof value === 'number';
}
