/** Outlines generalised on their common topology, so that neighbours keep sharing their border: TopoJSON, 80 kB for a département. */
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import type { OutlineRow } from './sql/departement-outlines.ts';

/** A triangle of about 40 m by 40 m: under a dot of print on a page that holds a département. */
const smallestDetailDegrees2 = 2e-7;
const quantization = 1e5;

/** @returns objects `communes`, `epci`, `epci_entier` and `departement`, whose features have `code` and `nom` */
export function toTopology(rows: readonly OutlineRow[]): Topology {
  const collect = (level: OutlineRow['level'], of: (row: OutlineRow) => MultiPolygon): FeatureCollection => ({
    type: 'FeatureCollection',
    features: rows
      .filter((row) => row.level === level)
      .map((row) => ({ type: 'Feature', properties: { code: row.code, nom: row.name }, geometry: of(row) })),
  });
  const shared = topology({
    communes: collect('commune', ({ outline }) => outline),
    epci: collect('epci', ({ outline }) => outline),
    epci_entier: collect('epci', ({ outline, whole }) => whole ?? outline),
    departement: collect('departement', ({ outline }) => outline),
  });
  const light = simplify(presimplify(shared as Topology<Objects>), smallestDetailDegrees2);
  return quantize(light, quantization) as Topology;
}
