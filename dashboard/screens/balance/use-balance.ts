/** The figures of the screen of balance: those of the view's measure, period and EPCI, and of the periods beside it. */
import { useMemo } from 'react';
import type { Territory, Values } from '../../../api/contract.ts';
import { toUnits } from '../../../data/analysis/missing-quantity.ts';
import { type IndicatorId, requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { useAllValues, useIndicators, useTerritories, useValues } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { measures } from '../../text/balance.ts';
import { type BalanceFigures, readBalance, readIndices } from './read-balance.ts';

export interface BalanceState {
  readonly measured: IndicatorId;
  readonly error: Error | null;
  readonly found: Balance | null;
}

export interface Balance {
  readonly answer: Values;
  readonly figures: BalanceFigures;
  /** The EPCI that is shown, with its shares of the département. */
  readonly inside: { readonly name: string; readonly baseShare: number; readonly quantityShare: number } | null;
  readonly communes: ReadonlyMap<string, Territory>;
  /** Periods of the method shown, in order, with their indices; those of others. */
  readonly series: readonly (ReturnType<typeof readIndices> & { readonly period: string })[];
  readonly others: readonly string[];
}

/** The measure of the address, as what it counts: FttH's rate and its gap are the same premises. */
function measuredBy(wanted: IndicatorId): IndicatorId {
  return wanted in measures ? wanted : 'locaux-a-raccorder';
}

export function useBalance(): BalanceState {
  const { view } = useView();
  const measured = measuredBy(view.gaps.measured);
  const declared = useIndicators().data?.indicateurs.find(({ id }) => id === measured)?.periodes;
  // A period of another measure is not one of this one.
  const period = declared?.some(({ periode }) => periode === view.period) ? view.period : null;
  const { data: answer, error } = useValues({ indicator: measured, level: 'commune', period });
  const territories = useTerritories('commune').data?.territoires;
  const epcis = useTerritories('epci').data?.territoires;
  const beside = useMemo(
    () =>
      (declared ?? [])
        .filter(({ periode, methode }) => answer && methode === answer.methode && periode !== answer.periode)
        .map(({ periode }) => periode),
    [declared, answer],
  );
  const siblings = useAllValues(
    useMemo(
      () => beside.map((each) => ({ indicator: measured, level: 'commune' as const, period: each })),
      [beside, measured],
    ),
  );
  const found = useMemo(() => {
    if (!answer || answer.indicateur !== measured || !territories || !declared) return null;
    const indicator = requireIndicator(measured);
    const communes = new Map(territories.map((each) => [each.code, each]));
    const epciOf = (code: string) => communes.get(code)?.epci?.code ?? null;
    const unitsOf = (values: Values) => toUnits(values.valeurs, indicator, epciOf);
    const keptOf = (values: Values) => unitsOf(values).filter(({ group }) => view.epci === null || group === view.epci);
    const figures = readBalance(keptOf(answer), view.epci === null);
    const whole = readIndices(unitsOf(answer));
    const name = epcis?.find(({ code }) => code === view.epci)?.nom ?? '';
    return {
      answer,
      figures,
      communes,
      inside:
        view.epci === null
          ? null
          : {
              name,
              baseShare: figures.base / (whole.base || 1),
              quantityShare: figures.quantity / (whole.quantity || 1),
            },
      series: [answer, ...siblings]
        .flatMap((each) => (each ? [{ period: each.periode, ...readIndices(keptOf(each)) }] : []))
        .sort((a, b) => (a.period < b.period ? -1 : 1)),
      others: declared.filter(({ methode }) => methode !== answer.methode).map(({ periode }) => periode),
    };
  }, [answer, measured, territories, epcis, declared, siblings, view.epci]);
  return { measured, error, found };
}
