/** Sums what is known of each commune into the cells of its territory. Nothing is divided here. */
import type { Cell } from './cell.ts';

/** What one commune adds to its territory, under a key and a detail. */
export interface CommuneFigure {
  readonly key: string | null;
  readonly detail: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isKnown: boolean;
  readonly isSecret: boolean;
  readonly reason: string | null;
}

/** A commune that no source names: it counts as unknown, without a reason. */
const absent: readonly CommuneFigure[] = [
  { key: null, detail: null, numerator: null, denominator: null, isKnown: false, isSecret: false, reason: null },
];

export interface Sums {
  /**
   * Only what is known is added: half of a pair (premises without the connectable ones) would lower the rate of all.
   * @param figures those of one commune; none where its source does not name it
   * @param isLoaded false for a commune outside the loaded départements
   */
  readonly add: (territory: string, figures: readonly CommuneFigure[], isLoaded: boolean) => void;
  /** The cells of each territory that has a commune, one for each key and detail, in the order in which they came. */
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
}

export function startSums(): Sums {
  const cells = new Map<string, Summed[]>();
  return {
    cells,
    add: (territory, figures, isLoaded) => {
      const own = cells.get(territory) ?? [];
      if (own.length === 0) cells.set(territory, own);
      for (const figure of figures.length === 0 ? absent : figures) add(cellOf(own, figure), figure, isLoaded);
    },
  };
}

/** A territory has few cells: they are found by looking at each. */
function cellOf(own: Summed[], { key, detail }: CommuneFigure): Summed {
  for (const cell of own) if (cell.key === key && cell.detail === detail) return cell;
  const started = startCell(key, detail);
  own.push(started);
  return started;
}

type Summed = { -readonly [Field in keyof Cell]: Cell[Field] };

const startCell = (key: string | null, detail: string | null): Summed => ({
  key,
  detail,
  numerator: null,
  denominator: null,
  known: 0,
  unknown: 0,
  secret: 0,
  outside: 0,
  reason: null,
});

function add(cell: Summed, figure: CommuneFigure, isLoaded: boolean): void {
  if (figure.isKnown) {
    cell.known++;
    cell.numerator = plus(cell.numerator, figure.numerator);
    cell.denominator = plus(cell.denominator, figure.denominator);
  } else {
    cell.unknown++;
    if (!isLoaded) cell.outside++;
  }
  if (figure.isSecret) cell.secret++;
  // One of several reasons: the first, so that the order of communes does not matter.
  if (figure.reason !== null && (cell.reason === null || figure.reason < cell.reason)) cell.reason = figure.reason;
}

const plus = (total: number | null, more: number | null) => (more === null ? total : (total ?? 0) + more);
