/** The layers of the map's style that draw buildings, and where their tiles are. */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { buildingStates, buildingTileset } from '../layers/buildings.ts';
import type { Ground } from './ground.ts';

const { id, layers, pointsFromZoom, minZoom } = buildingTileset;
export const buildingLayerIds = ['buildings', 'building-cells'] as const;

export function buildingSource(origin: string): Record<string, SourceSpecification> {
  return { [id]: { type: 'vector', url: `${origin}/tiles/${id}.json` } };
}

export function buildingLayers(ground: Ground): LayerSpecification[] {
  const byState = (of: (state: { color: string; radius: number }) => string | number, fallback: string | number) =>
    [
      'match',
      ['get', 'etat'],
      ...Object.values(buildingStates).flatMap((state) => [[...state.keys], of(state)]),
      fallback,
    ] as unknown as ExpressionSpecification;
  return [
    {
      id: 'building-cells',
      type: 'circle',
      source: id,
      'source-layer': layers.cells.id,
      minzoom: minZoom - 2,
      maxzoom: pointsFromZoom,
      paint: {
        'circle-color': buildingStates.deploye.color,
        'circle-opacity': ['/', ['get', 'deploye'], ['get', 'total']],
        // Its area is proportional to the number of buildings.
        'circle-radius': ['min', 16, ['+', 1.5, ['*', 0.45, ['sqrt', ['get', 'total']]]]],
        'circle-stroke-color': buildingStates.deploye.color,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'buildings',
      type: 'circle',
      source: id,
      'source-layer': layers.points.id,
      minzoom: pointsFromZoom,
      paint: {
        'circle-color': byState(({ color }) => color, '#888888'),
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          pointsFromZoom,
          ['*', 0.6, byState(({ radius }) => radius, 3)],
          15,
          ['*', 1.8, byState(({ radius }) => radius, 3)],
        ] as unknown as ExpressionSpecification,
        'circle-stroke-color': ground.halo,
        'circle-stroke-width': 0.5,
      },
    },
  ];
}
