/** The calendar of closures joined to the premises not yet connectable, for the view's EPCI and date. */
import { useMemo } from 'react';
import type { Territory, Value, Values } from '../../../api/contract.ts';
import {
  type ClosingCommune,
  type ClosureStep,
  closureSteps,
  withoutDate,
} from '../../../data/analysis/copper-exposure.ts';
import { useAllValues, useIndicators, useTerritories, useValues } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import type { CopperReading, CountedPeriod, Pace } from '../../text/copper.ts';

export interface Copper {
  readonly calendar: Values;
  readonly premises: Values;
  readonly communes: readonly ClosingCommune[];
  readonly territories: ReadonlyMap<string, Territory>;
  readonly steps: readonly ClosureStep[];
  /** The date that is shown: one of the calendar. */
  readonly step: ClosureStep | null;
  readonly reading: CopperReading | null;
  /** Commercial closure, where it is published: date → communes. */
  readonly commercial: ReadonlyMap<string, number>;
  readonly periods: readonly CountedPeriod[];
  /** null: no two periods of one method. */
  readonly pace: Pace | null;
}

/** Communes of the calendar, with or without a date; one that the calendar does not know is left out. */
export function toClosing(calendar: readonly Value[], lacking: ReadonlyMap<string, number | null>): ClosingCommune[] {
  return calendar.flatMap(({ code, valeur, raison }) => {
    if (typeof valeur !== 'string' && raison !== 'non-prevu') return [];
    return [{ code, closesOn: typeof valeur === 'string' ? valeur : null, lacking: lacking.get(code) ?? null }];
  });
}

/** The last date of the calendar at or before the wanted one; the first when none is. */
export function chosenStep(steps: readonly ClosureStep[], wanted: string | null): ClosureStep | null {
  return steps.findLast(({ on }) => wanted !== null && on <= wanted) ?? steps[0] ?? null;
}

const byCode = (values: readonly Value[]) =>
  new Map(values.map(({ code, valeur }) => [code, typeof valeur === 'number' ? valeur : null]));

export function useCopper(): { readonly error: Error | null; readonly found: Copper | null } {
  const { view } = useView();
  const calendarQuery = useValues({ indicator: 'fermeture-cuivre', level: 'commune', period: null });
  const premisesQuery = useValues({ indicator: 'locaux-a-raccorder', level: 'commune', period: null });
  const territories = useTerritories('commune').data?.territoires;
  const declared = useIndicators().data?.indicateurs.find(({ id }) => id === 'locaux-a-raccorder')?.periodes;
  const [calendar, premises] = [calendarQuery.data, premisesQuery.data];
  const before = declared?.findLast(
    ({ periode, methode }) => premises && methode === premises.methode && periode < premises.periode,
  )?.periode;
  const [former] = useAllValues(
    useMemo(
      () =>
        before === undefined
          ? []
          : [{ indicator: 'locaux-a-raccorder' as const, level: 'commune' as const, period: before }],
      [before],
    ),
  );
  const found = useMemo(() => {
    if (!calendar || !premises || !territories || !declared) return null;
    const known = new Map(territories.map((each) => [each.code, each]));
    const isKept = ({ code }: { readonly code: string }) =>
      view.epci === null || known.get(code)?.epci?.code === view.epci;
    const kept = calendar.valeurs.filter(isKept);
    const communes = toClosing(kept, byCode(premises.valeurs));
    // Dates are those of the whole calendar, so that an EPCI without any still has its slider.
    const dates = calendar.echeances ?? [];
    const ofPlace = closureSteps(communes);
    const steps = dates.map((on): ClosureStep => {
      const here = ofPlace.find((step) => step.on === on);
      const last = ofPlace.findLast((step) => step.on <= on);
      return (
        here ?? {
          on,
          communes: 0,
          lacking: 0,
          cumulativeCommunes: last?.cumulativeCommunes ?? 0,
          cumulativeLacking: last?.cumulativeLacking ?? 0,
        }
      );
    });
    const step = chosenStep(steps, view.deadline);
    const closed = communes.filter(({ closesOn }) => step && closesOn !== null && closesOn <= step.on);
    const most = closed.toSorted((a, b) => (b.lacking ?? 0) - (a.lacking ?? 0))[0];
    const commercial = new Map<string, number>();
    for (const { dates: others = [] } of kept)
      for (const { valeur } of others) commercial.set(valeur, (commercial.get(valeur) ?? 0) + 1);
    const sumOf = (values: Values) => {
      const counts = byCode(values.valeurs);
      return closed.reduce((sum, { code }) => sum + (counts.get(code) ?? 0), 0);
    };
    return {
      calendar,
      premises,
      communes,
      territories: known,
      steps,
      step,
      reading: step && {
        on: step.on,
        communes: step.cumulativeCommunes,
        lacking: step.cumulativeLacking,
        first: most?.lacking ? { name: known.get(most.code)?.nom ?? most.code, lacking: most.lacking } : null,
        undated: withoutDate(communes),
      },
      commercial,
      periods: declared,
      pace: former
        ? { since: former.periode, until: premises.periode, before: sumOf(former), now: sumOf(premises) }
        : null,
    };
  }, [calendar, premises, territories, declared, former, view.epci, view.deadline]);
  return { error: calendarQuery.error ?? premisesQuery.error, found };
}
