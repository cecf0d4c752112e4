/** Splits the sums of a territory into the parts that people read: by closing date, by zone and operator, by theme. */
import { operatorsLabel } from '../catalogue/operators.ts';
import { themes } from '../catalogue/themes.ts';
import type { Cell } from './cell.ts';

export interface FigurePart {
  cle: string;
  libelle: string;
  valeur: number;
  communes?: number;
  operateurs?: { cle: string; libelle: string; valeur: number }[];
}

/** One part per date of the calendar, in order, zeros included, then the communes without a date. */
export function calendarParts(
  cells: readonly Cell[],
  calendar: readonly string[],
  amount: (cell: Cell) => number,
): FigurePart[] {
  return [...calendar, 'non-prevu'].map((key) => {
    const own = cells.filter((cell) => cell.key === key);
    return {
      cle: key,
      libelle: key === 'non-prevu' ? 'Non prévu' : key.split('-').reverse().join('/'),
      valeur: own.reduce((total, cell) => total + amount(cell), 0),
      communes: own.reduce((total, cell) => total + cell.known, 0),
    };
  });
}

/** One part per declared category, in order, then those that the source has besides; operators by decreasing amount. */
export function categoryParts(
  cells: readonly Cell[],
  categories: readonly { key: string; label: string }[],
): FigurePart[] {
  const undeclared = [...new Set(cells.flatMap((cell) => cell.key ?? []))]
    .filter((key) => !categories.some((category) => category.key === key))
    .map((key) => ({ key, label: key }));
  return [...categories, ...undeclared].map(({ key, label }) => {
    const own = cells.filter((cell) => cell.key === key);
    const byOperators = new Map<string, number>();
    for (const { detail, numerator } of own)
      byOperators.set(detail ?? '', (byOperators.get(detail ?? '') ?? 0) + (numerator ?? 0));
    return {
      cle: key,
      libelle: label,
      valeur: own.reduce((total, cell) => total + (cell.numerator ?? 0), 0),
      communes: own.reduce((total, cell) => total + cell.known, 0),
      operateurs: [...byOperators]
        .sort(([codeA, a], [codeB, b]) => b - a || (codeA < codeB ? -1 : 1))
        .map(([cle, valeur]) => ({ cle, libelle: operatorsLabel(cle), valeur })),
    };
  });
}

/** One part per theme, in the declared order, zeros included. */
export function themeParts(cells: readonly Cell[]): FigurePart[] {
  return themes.map(({ id, label }) => ({
    cle: id,
    libelle: label,
    valeur: cells.filter((cell) => cell.key === id).reduce((total, cell) => total + (cell.denominator ?? 0), 0),
  }));
}
