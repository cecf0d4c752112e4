/**
 * Makes the rings of a tile ones that a strict decoder takes: MVT 2.1 wants no vertex twice in a row, no ring without
 * area, and holes after the outer ring that they are in.
 */
import type { GeoJSONVTTile } from '@maplibre/geojson-vt';

type Ring = [number, number][];

/** Rewrites the polygons of a tile, in place. */
export function cleanRings(tile: GeoJSONVTTile): GeoJSONVTTile {
  for (const feature of tile.features) {
    const rings = feature.geometry as Ring[];
    rings.splice(0, rings.length, ...keptRings(rings));
  }
  return tile;
}

function keptRings(rings: readonly Ring[]): Ring[] {
  const kept: Ring[] = [];
  let isOuterKept = false;
  for (const ring of rings.map(withoutRepeats)) {
    const area = twiceArea(ring);
    // Outer rings turn clockwise, which is a positive area where y goes down.
    const isOuter = area >= 0;
    if (isOuter) isOuterKept = area > 0;
    if (area !== 0 && isOuterKept) kept.push(ring);
  }
  const [first] = rings;
  // A territory that the zoom brings to a line or a point is a speck, so that each is in a tile at every zoom.
  return kept.length > 0 || !first?.[0] ? kept : [speckAt(first[0])];
}

function withoutRepeats(ring: Ring): Ring {
  return ring.filter(([x, y], i) => {
    const before = ring[i - 1];
    return before === undefined || before[0] !== x || before[1] !== y;
  });
}

/** The smallest ring there is: half a unit, a 4096th of the tile's side. */
function speckAt([x, y]: [number, number]): Ring {
  return [
    [x, y],
    [x + 1, y],
    [x, y + 1],
    [x, y],
  ];
}

function twiceArea(ring: Ring): number {
  return ring.reduce((sum, [x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
    return sum + x1 * y2 - x2 * y1;
  }, 0);
}
