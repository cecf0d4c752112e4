import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from './contract.ts';
import { toTopology } from './outlines.ts';
import type { OutlineRow } from './sql/departement-outlines.ts';
import { openSeededApp } from './testing.ts';

let seeded: Awaited<ReturnType<typeof openSeededApp>>;
beforeAll(async () => {
  seeded = await openSeededApp();
});
afterAll(() => seeded.database.close());

const codesOf = (topology: Topology, name: string) =>
  feature(topology, topology.objects[name] as GeometryCollection<{ code: string }>).features.map(
    ({ properties }) => properties.code,
  );

describe('the outlines', () => {
  it('are those of every territory of the département', async () => {
    const response = await seeded.app.request('http://localhost/api/v1/contours');
    expect(response.status).toBe(200);
    const topology = (await response.json()) as Topology;
    expect(codesOf(topology, 'communes')).toEqual(['91001', '91002', '91003', '91004']);
    expect(codesOf(topology, 'epci')).toEqual(['200000001', '200000002', '200000003']);
    expect(codesOf(topology, 'epci_entier')).toEqual(['200000001', '200000002', '200000003']);
    expect(codesOf(topology, 'departement')).toEqual(['91']);
  });

  it('are refused for a département that is not loaded, with those that are', async () => {
    const response = await seeded.app.request('http://localhost/api/v1/contours?departement=28');
    expect(response.status).toBe(400);
    expect(problemSchema.parse(await response.json())).toMatchObject({ parametre: 'departement', accepte: ['91'] });
  });

  it('lose small details, and neighbours keep one border', () => {
    // A notch of one metre on the common border, at 2.1.
    const border = [
      [2.1, 48.5],
      [2.1, 48.549],
      [2.10001, 48.55],
      [2.1, 48.551],
      [2.1, 48.6],
    ];
    const box = (west: number, east: number): OutlineRow['outline'] => ({
      type: 'MultiPolygon',
      coordinates: [
        [
          west === 2.1
            ? [[east, 48.5], [east, 48.6], ...border.toReversed(), [east, 48.5]]
            : [...border, [west, 48.6], [west, 48.5], [2.1, 48.5]],
        ],
      ],
    });
    const row = (code: string, west: number, east: number): OutlineRow => ({
      level: 'commune',
      code,
      name: code,
      outline: box(west, east),
      whole: null,
    });
    const topology = toTopology([row('91001', 2, 2.1), row('91002', 2.1, 2.2)]);
    const shapes = feature(topology, topology.objects.communes as GeometryCollection).features;
    const points = shapes.map(({ geometry }) =>
      geometry.type === 'MultiPolygon' || geometry.type === 'Polygon' ? geometry.coordinates.flat(3).length / 2 : 0,
    );
    // Four corners, and the first again.
    expect(points).toEqual([5, 5]);
  });
});
