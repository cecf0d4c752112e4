/**
 * What comes first in a territory. The order is declared, not weighed: premises without fibre, the other needs, the
 * answer to the census, sheets without news, places whose description is old.
 */
import { type CellClass, cellClasses } from './gap-matrix.ts';

/** A reading that makes a need. */
export interface Exceeding {
  readonly indicator: string;
  readonly value: number;
  readonly reference: number;
  /** Share of the reference by which it is worse. */
  readonly worse: number;
}

export interface NeedCell {
  readonly territory: string;
  readonly theme: string;
  readonly class: CellClass;
  /** The first declared of the readings that exceed: of one theme, the same indicator compares. */
  readonly reading: Exceeding;
  readonly projects: number;
  readonly lastEvidence: string | null;
}

/** Premises of a territory that cannot order fibre, and those of them that a foreseen closure of copper catches. */
export interface Lacking {
  readonly territory: string;
  readonly premises: number;
  readonly closing: { readonly firstOn: string; readonly communes: number; readonly premises: number } | null;
}

export type FirstStep =
  | { readonly kind: 'connect'; readonly lacking: Lacking; readonly cell: NeedCell | null }
  /** The cells of one theme, the worst first. */
  | { readonly kind: 'need'; readonly theme: string; readonly cells: readonly NeedCell[] }
  | { readonly kind: 'census'; readonly territories: readonly string[] }
  | { readonly kind: 'sheets'; readonly count: number }
  | { readonly kind: 'places'; readonly count: number };

export interface FirstStepFacts {
  /** Cells of need, of every theme. */
  readonly needs: readonly NeedCell[];
  readonly lacking: readonly Lacking[];
  readonly unanswered: readonly string[];
  readonly silentSheets: number;
  readonly oldPlaces: number;
}

const connectivity = 'infrastructures-connectivite';

/** By class, in the order in which they matter, then the worst. */
export function byUrgency(a: NeedCell, b: NeedCell): number {
  return cellClasses.indexOf(a.class) - cellClasses.indexOf(b.class) || b.reading.worse - a.reading.worse;
}

export function firstSteps({ needs, lacking, unanswered, silentSheets, oldPlaces }: FirstStepFacts, most = 3) {
  const cellOf = (territory: string) =>
    needs.find((cell) => cell.theme === connectivity && cell.territory === territory) ?? null;
  // Magnitude first: of the territories in need, the one with most premises; without any, the one copper presses.
  const pressing = lacking.filter(({ premises }) => premises > 0);
  const inNeed = pressing.filter(({ territory }) => cellOf(territory) !== null);
  const [pressed] = (inNeed.length > 0 ? inNeed : pressing.filter(({ closing }) => closing !== null)).toSorted(
    (a, b) => b.premises - a.premises,
  );
  const others = needs.filter(({ theme }) => theme !== connectivity).toSorted(byUrgency);
  const themes = [...new Set(others.map(({ theme }) => theme))];
  const steps: FirstStep[] = [
    ...(pressed ? [{ kind: 'connect' as const, lacking: pressed, cell: cellOf(pressed.territory) }] : []),
    ...themes.map((theme) => ({ kind: 'need' as const, theme, cells: others.filter((cell) => cell.theme === theme) })),
    ...(unanswered.length > 0 ? [{ kind: 'census' as const, territories: unanswered }] : []),
    ...(silentSheets > 0 ? [{ kind: 'sheets' as const, count: silentSheets }] : []),
    ...(oldPlaces > 0 ? [{ kind: 'places' as const, count: oldPlaces }] : []),
  ];
  return steps.slice(0, most);
}
