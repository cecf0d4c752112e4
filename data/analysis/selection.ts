/** Scores that participants give to sheets, criterion by criterion: averaged openly, nothing missing is made up. */

export interface Criterion {
  readonly id: string;
  readonly weight: number;
}

export interface Score {
  readonly participant: string;
  readonly sheet: string;
  readonly criterion: string;
  /** 0 to 5. */
  readonly score: number;
}

export interface CriterionAverage {
  readonly criterion: string;
  /** Mean of those who gave one; null when nobody did. */
  readonly mean: number | null;
  readonly count: number;
  /** The lowest and the highest: participants who disagree show. */
  readonly least: number | null;
  readonly most: number | null;
}

export interface SheetResult {
  readonly sheet: string;
  readonly criteria: readonly CriterionAverage[];
  /** Weighted mean of the means, 0 to 5; null until every criterion that weighs has a score. */
  readonly total: number | null;
  /** Place among the sheets that have a total, 1 being the best; equal totals share it. */
  readonly rank: number | null;
}

/** In the order of the sheets given. */
export function averageScores(
  sheets: readonly string[],
  criteria: readonly Criterion[],
  scores: readonly Score[],
): SheetResult[] {
  const results = sheets.map((sheet) => {
    const averages = criteria.map(({ id }) => averageOf(id, sheet, scores));
    return { sheet, criteria: averages, total: totalOf(criteria, averages) };
  });
  const totals = results.flatMap(({ total }) => total ?? []);
  return results.map((result) => ({
    ...result,
    rank: result.total === null ? null : 1 + totals.filter((other) => other > (result.total ?? 0)).length,
  }));
}

function averageOf(criterion: string, sheet: string, scores: readonly Score[]): CriterionAverage {
  const given = scores.filter((one) => one.sheet === sheet && one.criterion === criterion).map(({ score }) => score);
  if (given.length === 0) return { criterion, mean: null, count: 0, least: null, most: null };
  return {
    criterion,
    mean: given.reduce((sum, score) => sum + score, 0) / given.length,
    count: given.length,
    least: Math.min(...given),
    most: Math.max(...given),
  };
}

function totalOf(criteria: readonly Criterion[], averages: readonly CriterionAverage[]): number | null {
  const weight = criteria.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return null;
  let total = 0;
  for (const [i, { weight: own }] of criteria.entries()) {
    if (own === 0) continue;
    const mean = averages[i]?.mean ?? null;
    if (mean === null) return null;
    total += own * mean;
  }
  return total / weight;
}
