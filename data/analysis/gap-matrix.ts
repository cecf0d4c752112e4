/**
 * Need × supply × projects, territory by theme. A cell says no more than is known: silence about projects is absence
 * only where the census was answered, and a need that nobody measures is not a need that is nil.
 */

/** `high`: worse than the reference by more than the declared ratio. */
export type NeedLevel = 'high' | 'low' | 'unmeasured';

export interface NeedReading {
  readonly indicator: string;
  readonly isNeedWhen: 'below' | 'above';
  /** null: not known for this territory. */
  readonly value: number | null;
  /** Of the département; null: not known. */
  readonly reference: number | null;
}

/** In the order in which they matter to whoever decides. */
export const cellClasses = [
  'besoin-sans-projet',
  'recensement-a-completer',
  'besoin-avec-projet',
  'projet-sans-besoin-mesure',
  'offre-seule',
  'besoin-faible',
  'non-mesure',
] as const;
export type CellClass = (typeof cellClasses)[number];

export interface CellFacts {
  readonly needs: readonly NeedReading[];
  /** Places, or premises covered; null: nothing is counted as supply of the theme. */
  readonly supply: number | null;
  readonly projects: number;
  /** Whether the EPCI answered the census of projects. */
  readonly hasAnswered: boolean;
}

export interface ClassifiedCell {
  readonly class: CellClass;
  readonly need: NeedLevel;
  /** The readings that are worse than the reference by more than the ratio, the worst first. */
  readonly exceeding: readonly NeedReading[];
}

/**
 * How much worse than the reference, as a share of it: 0.1 is ten per cent worse; negative is better. For a ratio near
 * one (a coverage), the share is that of what is missing, so that 94 % against 97 % reads as twice as much missing.
 * null when either is not known.
 */
export function worseRatio(reading: NeedReading): number | null {
  const { value, reference, isNeedWhen } = reading;
  if (value === null || reference === null) return null;
  if (isCoverage(value, reference, isNeedWhen)) {
    const missing = 1 - reference;
    return missing <= 0 ? (value < reference ? 1 : 0) : (1 - value - missing) / missing;
  }
  if (reference === 0) return isNeedWhen === 'above' && value > 0 ? 1 : 0;
  const change = (value - reference) / Math.abs(reference);
  return isNeedWhen === 'above' ? change : -change;
}

const isCoverage = (value: number, reference: number, isNeedWhen: NeedReading['isNeedWhen']) =>
  isNeedWhen === 'below' && reference > 0.5 && reference <= 1 && value <= 1.5;

/**
 * Half a point of coverage: nearer to the reference, twice as much missing is still next to nothing (99,7 % against
 * 99,98 %), and no need is read from it.
 */
export const leastCoverageGap = 0.005;

function isNeed(reading: NeedReading, worse: number, needRatio: number): boolean {
  const { value, reference, isNeedWhen } = reading;
  if (value === null || reference === null || worse <= needRatio) return false;
  // Decimals that binary cannot hold (0.97 − 0.965) must not lose the limit itself.
  return !isCoverage(value, reference, isNeedWhen) || reference - value >= leastCoverageGap - 1e-12;
}

/** @param needRatio how much worse than the reference makes a need, 0 to 1 */
export function classifyCell({ needs, supply, projects, hasAnswered }: CellFacts, needRatio: number): ClassifiedCell {
  const read = needs
    .map((reading) => ({ reading, worse: worseRatio(reading) }))
    .filter((one): one is { reading: NeedReading; worse: number } => one.worse !== null);
  const exceeding = read
    .filter(({ reading, worse }) => isNeed(reading, worse, needRatio))
    .sort((a, b) => b.worse - a.worse)
    .map(({ reading }) => reading);
  const need: NeedLevel = read.length === 0 ? 'unmeasured' : exceeding.length > 0 ? 'high' : 'low';
  return { class: classOf(need, supply, projects, hasAnswered), need, exceeding };
}

function classOf(need: NeedLevel, supply: number | null, projects: number, hasAnswered: boolean): CellClass {
  if (need === 'high') {
    if (projects > 0) return 'besoin-avec-projet';
    return hasAnswered ? 'besoin-sans-projet' : 'recensement-a-completer';
  }
  if (need === 'low') return 'besoin-faible';
  if (projects > 0) return 'projet-sans-besoin-mesure';
  return supply !== null && supply > 0 && hasAnswered ? 'offre-seule' : 'non-mesure';
}
