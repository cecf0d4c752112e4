/** Marks the territory that is pointed at, as a feature state: it changes with every move of the pointer. */
import type { Map as Maplibre } from 'maplibre-gl';
import { useEffect } from 'react';
import type { TerritoryReference } from '../state/view.ts';
import { areaSource } from './style.ts';

export function useHovered(map: Maplibre | null, territory: TerritoryReference | null, isWhole: boolean) {
  const level = territory?.level;
  const id = territory?.code;
  useEffect(() => {
    if (!map || !id || (level !== 'commune' && level !== 'epci')) return;
    const place = { ...areaSource(level, isWhole), id };
    map.setFeatureState(place, { hovered: true });
    return () => {
      if (map.getSource(place.source)) map.removeFeatureState(place, 'hovered');
    };
  }, [map, level, id, isWhole]);
}
