/** Referenced projects by EPCI and theme: each counts once in every EPCI it names, and once in the totals. */
import { type BudgetSum, sumBudgets } from './project-budget.ts';
import { isShared, type ProjectFacts } from './project-facts.ts';

export interface DistributionCell {
  readonly count: number;
  readonly budget: BudgetSum;
}

export interface DistributionRow extends DistributionCell {
  /** SIREN; null for the projects of no EPCI: the whole département, or another ground. */
  readonly epci: string | null;
  /** In the order of the themes given. */
  readonly cells: readonly DistributionCell[];
  readonly shared: number;
}

export interface Distribution {
  /** In the order of the EPCI given, then those of no EPCI. */
  readonly rows: readonly DistributionRow[];
  /** Each project once, whatever its EPCI. */
  readonly total: DistributionRow;
}

export function distribute(
  projects: readonly ProjectFacts[],
  epcis: readonly string[],
  themes: readonly string[],
): Distribution {
  const cellOf = (held: readonly ProjectFacts[]): DistributionCell => ({
    count: held.length,
    budget: sumBudgets(held),
  });
  const rowOf = (epci: string | null, held: readonly ProjectFacts[]): DistributionRow => ({
    epci,
    ...cellOf(held),
    cells: themes.map((theme) => cellOf(held.filter((project) => project.theme === theme))),
    shared: held.filter(isShared).length,
  });
  return {
    rows: [
      ...epcis.map((epci) =>
        rowOf(
          epci,
          projects.filter((project) => project.epci.includes(epci)),
        ),
      ),
      rowOf(
        null,
        projects.filter((project) => project.epci.length === 0),
      ),
    ],
    total: rowOf(null, projects),
  };
}
