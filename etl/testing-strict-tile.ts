/**
 * A decoder that takes nothing but what the specification of vector tiles 2.1 says: where others repair or ignore, it
 * tells the fault. For tests.
 */
import { PbfReader } from 'pbf';

const [moveTo, lineTo, closePath] = [1, 2, 7];
const [point, polygon] = [1, 3];

interface RawFeature {
  type: number;
  tags: number[];
  geometry: number[];
}

interface RawLayer {
  name: string;
  version: number;
  extent: number;
  keys: string[];
  values: string[];
  features: RawFeature[];
}

/** @returns what is wrong with a tile, a line a fault; empty for a valid one */
export function faultsOf(tile: Uint8Array): string[] {
  const layers: RawLayer[] = [];
  new PbfReader(tile).readFields((tag, _, pbf) => {
    if (tag === 3) layers.push(readLayer(pbf));
  }, null);
  const faults: string[] = [];
  const tell = (fault: string) => faults.push(fault);
  if (layers.length === 0) tell('no layer');
  if (new Set(layers.map(({ name }) => name)).size !== layers.length) tell('two layers of one name');
  for (const layer of layers) checkLayer(layer, (fault) => tell(`${layer.name}: ${fault}`));
  return faults;
}

function readLayer(from: PbfReader): RawLayer {
  const layer: RawLayer = { name: '', version: 1, extent: 4096, keys: [], values: [], features: [] };
  from.readFields(
    (tag, _, pbf) => {
      if (tag === 15) layer.version = pbf.readVarint();
      if (tag === 1) layer.name = pbf.readString();
      if (tag === 2) layer.features.push(readFeature(pbf));
      if (tag === 3) layer.keys.push(pbf.readString());
      if (tag === 4) layer.values.push(Buffer.from(pbf.readBytes()).toString('hex'));
      if (tag === 5) layer.extent = pbf.readVarint();
    },
    null,
    from.readVarint() + from.pos,
  );
  return layer;
}

function readFeature(from: PbfReader): RawFeature {
  const feature: RawFeature = { type: 0, tags: [], geometry: [] };
  from.readFields(
    (tag, _, pbf) => {
      if (tag === 2) pbf.readPackedVarint(feature.tags);
      if (tag === 3) feature.type = pbf.readVarint();
      if (tag === 4) pbf.readPackedVarint(feature.geometry);
    },
    null,
    from.readVarint() + from.pos,
  );
  return feature;
}

type Tell = (fault: string) => void;

function checkLayer({ name, version, extent, keys, values, features }: RawLayer, tell: Tell): void {
  if (name === '') tell('no name');
  if (version !== 2) tell(`version ${version}`);
  if (extent !== 4096) tell(`extent ${extent}`);
  if (features.length === 0) tell('no feature');
  if (new Set(keys).size !== keys.length) tell('a key twice');
  if (new Set(values).size !== values.length) tell('a value twice');
  const [usedKeys, usedValues] = [new Set<number>(), new Set<number>()];
  for (const { type, tags, geometry } of features) {
    if (tags.length % 2 !== 0) tell('an odd number of tags');
    for (const [i, tag] of tags.entries()) (i % 2 === 0 ? usedKeys : usedValues).add(tag);
    if (new Set(tags.filter((_, i) => i % 2 === 0)).size !== tags.length / 2) tell('a key twice in a feature');
    if (type === polygon) checkPolygon(geometry, tell);
    else if (type === point) checkPoints(geometry, tell);
    else tell(`geometry of type ${type}`);
  }
  for (const [used, all] of [
    [usedKeys, keys],
    [usedValues, values],
  ] as const) {
    if ([...used].some((rank) => rank >= all.length)) tell('a tag out of range');
    if (used.size !== all.length) tell('a key or a value that nothing uses');
  }
}

const zigzag = (n: number) => (n >> 1) ^ -(n & 1);

function checkPoints([command = 0, ...parameters]: readonly number[], tell: Tell): void {
  if ((command & 7) !== moveTo || command >> 3 === 0 || parameters.length !== 2 * (command >> 3))
    tell('points that are not one MoveTo');
}

/** Rings of MoveTo(1), LineTo(2 or more), ClosePath(1): outer ones clockwise on the screen, then their holes. */
function checkPolygon(geometry: readonly number[], tell: Tell): void {
  let at = 0;
  let [x, y] = [0, 0];
  let isFirst = true;
  const step = (): [number, number] => {
    const [dx, dy] = [zigzag(geometry[at++] ?? 0), zigzag(geometry[at++] ?? 0)];
    x += dx;
    y += dy;
    return [dx, dy];
  };
  while (at < geometry.length) {
    if (geometry[at++] !== ((1 << 3) | moveTo)) {
      tell('a ring that does not begin with MoveTo(1)');
      return;
    }
    step();
    const ring: [number, number][] = [[x, y]];
    const command = geometry[at++] ?? 0;
    if ((command & 7) !== lineTo || command >> 3 < 2) {
      tell('a ring without two LineTo');
      return;
    }
    for (let i = 0; i < command >> 3; i++) {
      const [dx, dy] = step();
      if (dx === 0 && dy === 0) tell('a LineTo that goes nowhere');
      ring.push([x, y]);
    }
    if (geometry[at++] !== ((1 << 3) | closePath)) {
      tell('a ring that is not closed');
      return;
    }
    const [first, last] = [ring[0], ring.at(-1)];
    if (first && last && first[0] === last[0] && first[1] === last[1]) tell('a ring closed twice');
    const area = ring.reduce((sum, [x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
      return sum + x1 * y2 - x2 * y1;
    }, 0);
    if (area === 0) tell('a ring without area');
    if (isFirst && area < 0) tell('a hole before any outer ring');
    isFirst = false;
  }
  if (isFirst) tell('a polygon without ring');
}
