/** The outlines that a map's picture is drawn from, as the API gives them. */
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type OutlineFeature = Feature<Polygon | MultiPolygon, { readonly code: string; readonly nom: string }>;

export interface Outlines {
  readonly communes: readonly OutlineFeature[];
  /** Their part in the département. */
  readonly epci: readonly OutlineFeature[];
  readonly epci_entier: readonly OutlineFeature[];
  readonly departement: readonly OutlineFeature[];
}

export function readOutlines(topology: Topology): Outlines {
  const read = (name: keyof Outlines) =>
    feature(topology, topology.objects[name] as GeometryCollection<OutlineFeature['properties']>)
      .features as unknown as readonly OutlineFeature[];
  return {
    communes: read('communes'),
    epci: read('epci'),
    epci_entier: read('epci_entier'),
    departement: read('departement'),
  };
}
