/** Circles drawn by deck.gl between the areas and the names, in the same WebGL context. Loaded only when there are some. */
import { ScatterplotLayer } from '@deck.gl/layers';
import { MapboxOverlay } from '@deck.gl/mapbox';
import { useControl } from '@vis.gl/react-maplibre';
import { type RefObject, useEffect, useMemo } from 'react';
import type { CircleMark } from '../layers/declare.ts';
import { firstNameLayer } from './style.ts';

/** Finds the mark under a point of the map, in pixels. */
export type PickMark = (x: number, y: number) => CircleMark | null;

export function CircleOverlay({ marks, pick }: { marks: readonly CircleMark[]; pick: RefObject<PickMark | null> }) {
  const layers = useMemo(
    () =>
      (['pixels', 'meters'] as const).map((unit) =>
        circleLayer(
          unit,
          marks.filter((mark) => mark.unit === unit),
        ),
      ),
    [marks],
  );
  const overlay = useControl(() => new MapboxOverlay({ interleaved: true, layers, getCursor: () => '' }));
  useEffect(() => {
    overlay.setProps({ layers });
  }, [overlay, layers]);
  useEffect(() => {
    pick.current = (x, y) => {
      const found = overlay.pickObject({ x, y, radius: 4 });
      return (found?.object as CircleMark | undefined) ?? null;
    };
    return () => {
      pick.current = null;
    };
  }, [overlay, pick]);
  return null;
}

function circleLayer(unit: CircleMark['unit'], marks: readonly CircleMark[]) {
  const isDot = unit === 'meters';
  return new ScatterplotLayer<CircleMark, { beforeId: string }>({
    id: `circles-${unit}`,
    data: marks,
    beforeId: firstNameLayer,
    pickable: true,
    stroked: true,
    radiusUnits: unit,
    radiusMinPixels: isDot ? 3 : 1.5,
    radiusMaxPixels: isDot ? 16 : 200,
    lineWidthUnits: 'pixels',
    getLineWidth: isDot ? 0.75 : 1,
    getLineColor: [255, 255, 255, 230],
    getPosition: (mark) => [mark.position[0], mark.position[1]],
    getRadius: (mark) => mark.radius,
    getFillColor: (mark) => [...rgb(mark.color), isDot ? 255 : 205],
    parameters: { depthCompare: 'always' },
  });
}

/** @param hex `#rrggbb` */
function rgb(hex: string): [number, number, number] {
  const number = Number.parseInt(hex.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}
