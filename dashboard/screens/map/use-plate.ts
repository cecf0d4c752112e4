/** What the view draws of its figures: the same for the map on screen and for its picture. */
import { useMemo } from 'react';
import type { Territory } from '../../../api/contract.ts';
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { emptyPlate, type Plate } from '../../layers/declare.ts';
import { drawPlate } from '../../layers/registry.ts';
import { usePlaces, useProjects, useTerritories } from '../../state/queries.ts';
import { useScale } from '../../state/use-scale.ts';
import { useView } from '../../state/use-view.ts';

const noTerritories: readonly Territory[] = [];

/** @param sizeRatio of circles; 1 on a wide screen */
export function usePlate(sizeRatio: number): {
  readonly plate: Plate;
  readonly communes: readonly Territory[];
  readonly epci: readonly Territory[];
} {
  const { view } = useView();
  const { scale, values } = useScale();
  const communes = useTerritories('commune').data?.territoires ?? noTerritories;
  const epci = useTerritories('epci').data?.territoires ?? noTerritories;
  const projects = useProjects().data?.projets;
  const indicator = requireIndicator(view.indicator);
  const { level, epci: filter, theme, onlyClass, hasPlaces, open } = view;
  const places = usePlaces(hasPlaces, open).data?.lieux;
  const plate = useMemo(
    () =>
      communes.length === 0
        ? emptyPlate
        : drawPlate({
            sizeRatio,
            level,
            filter,
            onlyClass,
            theme,
            indicator,
            scale,
            values,
            communes,
            epci,
            projects: projects ?? [],
            places: (hasPlaces && places) || [],
          }),
    [sizeRatio, level, filter, onlyClass, theme, indicator, scale, values, communes, epci, projects, hasPlaces, places],
  );
  return { plate, communes, epci };
}
