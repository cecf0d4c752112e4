/** Keeps maplibre's feature states equal to what the dashboard wants: colours of areas, the hovered and the selected. */
import type { Map as Maplibre } from 'maplibre-gl';
import { useEffect } from 'react';
import type { Area } from '../layers/declare.ts';
import type { TerritoryReference } from '../state/view.ts';
import { areaSource } from './style.ts';

export function useAreaStates(
  map: Maplibre | null,
  areas: ReadonlyMap<string, Area>,
  level: 'commune' | 'epci',
  isWhole: boolean,
) {
  useEffect(() => {
    if (!map) return;
    const place = areaSource(level, isWhole);
    for (const [id, area] of areas) map.setFeatureState({ ...place, id }, { ...area });
    return () => {
      if (!map.getSource(place.source)) return;
      for (const id of areas.keys()) {
        map.removeFeatureState({ ...place, id }, 'color');
        map.removeFeatureState({ ...place, id }, 'isDimmed');
      }
    };
  }, [map, areas, level, isWhole]);
}

export function useMarkedTerritory(
  map: Maplibre | null,
  state: 'hovered' | 'selected',
  territory: TerritoryReference | null,
  isWhole: boolean,
) {
  const level = territory?.level;
  const id = territory?.code;
  useEffect(() => {
    if (!map || !id || (level !== 'commune' && level !== 'epci')) return;
    const place = { ...areaSource(level, isWhole), id };
    map.setFeatureState(place, { [state]: true });
    return () => {
      if (map.getSource(place.source)) map.removeFeatureState(place, state);
    };
  }, [map, state, level, id, isWhole]);
}
