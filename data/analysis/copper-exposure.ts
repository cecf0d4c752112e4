/** Premises that a foreseen closure of copper catches without fibre: by date, and by commune on a date. */

export interface ClosingCommune {
  readonly code: string;
  /** Foreseen technical closure, ISO day; null: none is announced, which is not safety. */
  readonly closesOn: string | null;
  /** Premises that are not connectable yet; null: not known. */
  readonly lacking: number | null;
}

export interface ClosureStep {
  readonly on: string;
  /** Communes that close that day, and their premises not connectable. */
  readonly communes: number;
  readonly lacking: number;
  /** All that has closed by then. */
  readonly cumulativeCommunes: number;
  readonly cumulativeLacking: number;
}

/** In the order of the dates. Communes whose premises are not known count as communes, and add no premise. */
export function closureSteps(communes: readonly ClosingCommune[]): ClosureStep[] {
  const days = [...new Set(communes.flatMap(({ closesOn }) => closesOn ?? []))].sort();
  let cumulativeCommunes = 0;
  let cumulativeLacking = 0;
  return days.map((on) => {
    const closing = communes.filter(({ closesOn }) => closesOn === on);
    const lacking = sumLacking(closing);
    cumulativeCommunes += closing.length;
    cumulativeLacking += lacking;
    return { on, communes: closing.length, lacking, cumulativeCommunes, cumulativeLacking };
  });
}

/** Communes that close by a day with premises still to connect: the earliest first, then those with most. */
export function urgentBy(communes: readonly ClosingCommune[], day: string): ClosingCommune[] {
  return communes
    .filter(({ closesOn, lacking }) => closesOn !== null && closesOn <= day && (lacking ?? 0) > 0)
    .sort(
      (a, b) =>
        ((a.closesOn ?? '') < (b.closesOn ?? '') ? -1 : (a.closesOn ?? '') > (b.closesOn ?? '') ? 1 : 0) ||
        (b.lacking ?? 0) - (a.lacking ?? 0),
    );
}

export function withoutDate(communes: readonly ClosingCommune[]): { communes: number; lacking: number } {
  const held = communes.filter(({ closesOn }) => closesOn === null);
  return { communes: held.length, lacking: sumLacking(held) };
}

function sumLacking(communes: readonly ClosingCommune[]): number {
  return communes.reduce((sum, { lacking }) => sum + (lacking ?? 0), 0);
}
