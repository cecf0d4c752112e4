/** The layers, from the lowest to the highest, and the plate that they make together. */
import areas from './areas.ts';
import counts from './counts.ts';
import { emptyPlate, type Layer, type LayerInput, type Plate } from './declare.ts';
import places from './places.ts';
import projects from './projects.ts';

export const layers: readonly Layer[] = [areas, counts, projects, places];

export function drawPlate(input: LayerInput): Plate {
  return layers
    .map((layer) => layer.draw(input))
    .reduce<Plate>(
      (plate, drawn) => ({
        areas: drawn.areas ?? plate.areas,
        patterns: drawn.patterns ?? plate.patterns,
        circles: [...plate.circles, ...(drawn.circles ?? [])],
      }),
      emptyPlate,
    );
}
