/** The scale of the view, shared by the map, its legend, the ranking and the table. */
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Value, Values } from '../../api/contract.ts';
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import { makeScale, type Scale } from '../layers/scale.ts';
import { useIndicators, useScope, useValues, valuesQuery, viewRequest } from './queries.ts';
import { useView } from './use-view.ts';

export interface ViewScale {
  readonly scale: Scale;
  readonly values: readonly Value[];
  /** The periods whose values fix the bounds. */
  readonly periods: readonly string[];
  readonly answer: Values | undefined;
}

const none: readonly Value[] = [];

/** Bounds come from all the periods of the method shown, so that a colour means the same at each. */
export function useScale(): ViewScale {
  const { view } = useView();
  const indicator = requireIndicator(view.indicator);
  const scope = useScope();
  const request = { ...viewRequest(view), ...scope };
  const { data: answer } = useValues(request);
  const { data: declared } = useIndicators();
  const values = answer?.indicateur === view.indicator ? answer.valeurs : none;
  const declaration = declared?.indicateurs.find(({ id }) => id === view.indicator);
  const isKept = indicator.nature === 'ratio' && indicator.unit === 'ratio';
  const siblings = (declaration?.periodes ?? [])
    .filter(({ methode }) => isKept && answer !== undefined && methode === answer.methode)
    .map(({ periode }) => periode)
    .filter((period) => period !== answer?.periode);
  const others = useQueries({
    queries: [
      ...siblings.map((period) => valuesQuery({ ...request, period })),
      // Circles keep their size along the calendar: the largest is that of the last date.
      ...(answer?.echeances && indicator.nature === 'count'
        ? [valuesQuery({ ...request, deadline: answer.echeances.at(-1) ?? null })]
        : []),
    ],
    combine: answersOf,
  });
  const reference = useMemo(() => [...values, ...others], [values, others]);
  const scale = useMemo(
    () => makeScale(indicator, view.level, reference, view.classMethod, view.classCount, values),
    [indicator, view.level, reference, view.classMethod, view.classCount, values],
  );
  return { scale, values, periods: [...siblings, ...(answer ? [answer.periode] : [])].sort(), answer };
}

/** Nothing until all have come, so that colours settle once; defined here for react-query to keep its result stable. */
function answersOf(results: readonly UseQueryResult<Values>[]): readonly Value[] {
  return results.every(({ data }) => data !== undefined) ? results.flatMap(({ data }) => data?.valeurs ?? []) : none;
}
