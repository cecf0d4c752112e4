/** Sums of budgets of sheets that may be parts of each other. */

export interface Budgeted {
  readonly id: string;
  readonly parent: string | null;
  readonly budgetEuros: number | null;
}

export interface BudgetSum {
  /** Euros; null when no sheet has a budget. */
  readonly euros: number | null;
  /** Sheets that have one and were added. */
  readonly counted: number;
  /** Sheets that have one, left out because a parent among the same sheets has one, which holds theirs. */
  readonly withinParent: number;
  /** All the sheets. */
  readonly sheets: number;
}

/** The budget of a parent holds those of its parts: among the sheets given, a part is added only if no parent of it is. */
export function sumBudgets(projects: readonly Budgeted[]): BudgetSum {
  const byId = new Map(projects.map((project) => [project.id, project]));
  const isWithinBudgetedParent = (project: Budgeted) => {
    const seen = new Set([project.id]);
    for (let parent = project.parent; parent !== null && !seen.has(parent); ) {
      seen.add(parent);
      const above = byId.get(parent);
      if (above?.budgetEuros != null) return true;
      parent = above?.parent ?? null;
    }
    return false;
  };
  const budgeted = projects.filter(({ budgetEuros }) => budgetEuros !== null);
  const added = budgeted.filter((project) => !isWithinBudgetedParent(project));
  return {
    euros: added.length === 0 ? null : added.reduce((sum, { budgetEuros }) => sum + (budgetEuros ?? 0), 0),
    counted: added.length,
    withinParent: budgeted.length - added.length,
    sheets: projects.length,
  };
}
