/**
 * The map's style as a pure function of what it has to show, colours of areas and selection included: maplibre applies
 * the difference between two styles and nothing more. Colours were feature states first, and were lost now and then
 * when tiles arrived while the style changed; only what is pointed at, which comes later, still is one.
 */

import { group } from 'd3-array';
import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Area } from '../layers/declare.ts';
import type { PatternKind } from '../layers/palette.ts';
import type { TerritoryReference } from '../state/view.ts';
import { buildingLayers, buildingSource } from './building-layers.ts';
import type { Ground } from './ground.ts';

export interface StyleInput {
  readonly ground: Ground;
  readonly level: 'commune' | 'epci';
  /** Whole EPCI are filled, not only their part in the département. */
  readonly isWhole: boolean;
  /** By code of the level. */
  readonly areas: ReadonlyMap<string, Area>;
  readonly selected: TerritoryReference | null;
  /** Codes of the level that a filter keeps, outlined as the selection is. */
  readonly kept: readonly string[];
  readonly patterns: Readonly<Record<PatternKind, readonly string[]>>;
  readonly communeNames: FeatureCollection;
  readonly epciNames: FeatureCollection;
  /** Only where the tiles of buildings exist. */
  readonly hasBuildings: boolean;
}

/** Where a territory of a level is drawn from. */
export function areaSource(level: 'commune' | 'epci', isWhole: boolean): { source: string; sourceLayer: string } {
  if (level === 'commune') return { source: 'communes', sourceLayer: 'communes' };
  return { source: 'epci', sourceLayer: isWhole ? 'epci_entier' : 'epci' };
}

/** Circles are drawn under this layer. */
export const firstNameLayer = 'epci-names';
export const fontFamily = 'Atkinson Hyperlegible Next Variable';

/** @param origin of the page: maplibre reads tiles in a worker, where a bare path has no origin. */
export function buildStyle(input: StyleInput, origin: string): StyleSpecification {
  const { ground, level, isWhole } = input;
  const { source, sourceLayer } = areaSource(level, isWhole);
  const area = { source, 'source-layer': sourceLayer };
  const communes = { source: 'communes', 'source-layer': 'communes' };
  const epci = { source: 'epci', 'source-layer': 'epci' };
  const whole = { source: 'epci', 'source-layer': 'epci_entier' };
  const full = input.hasBuildings ? 0.25 : 1;
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: {
      communes: { type: 'vector', url: `${origin}/tiles/communes.json`, promoteId: 'code' },
      epci: { type: 'vector', url: `${origin}/tiles/epci.json`, promoteId: 'code' },
      ...(input.hasBuildings && buildingSource(origin)),
      'commune-names': { type: 'geojson', data: input.communeNames },
      'epci-names': { type: 'geojson', data: input.epciNames },
    },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': ground.background } },
      { id: 'outside', type: 'fill', ...whole, paint: { 'fill-color': ground.outside } },
      {
        id: 'outside-edge',
        type: 'line',
        ...whole,
        paint: { 'line-color': ground.communeLine, 'line-width': 1, 'line-dasharray': [3, 2] },
      },
      { id: 'ground', type: 'fill', ...communes, paint: { 'fill-color': ground.inside, 'fill-antialias': false } },
      {
        id: 'areas',
        type: 'fill',
        ...area,
        paint: {
          'fill-color': byCode(input.areas, ({ color }) => color, 'rgba(0, 0, 0, 0)'),
          // Buildings are read on a quiet ground.
          'fill-opacity': byCode(input.areas, ({ isDimmed }) => (isDimmed ? 0.18 : full), full),
        },
      },
      ...Object.entries(input.patterns).map(
        ([kind, codes]): LayerSpecification => ({
          id: `pattern-${kind}`,
          type: 'fill',
          ...area,
          filter: ['in', ['get', 'code'], ['literal', [...codes]]],
          paint: { 'fill-pattern': kind, 'fill-opacity': 0.75 },
        }),
      ),
      {
        id: 'commune-lines',
        type: 'line',
        ...communes,
        paint: { 'line-color': ground.communeLine, 'line-width': 0.5 },
      },
      // The light casing keeps the line visible on the darkest class.
      {
        id: 'epci-casing',
        type: 'line',
        ...epci,
        paint: { 'line-color': ground.selection, 'line-width': 3.5, 'line-opacity': ground.casingOpacity },
      },
      { id: 'epci-lines', type: 'line', ...epci, paint: { 'line-color': ground.epciLine, 'line-width': 1.5 } },
      {
        id: 'departement-edge',
        type: 'line',
        source: 'epci',
        'source-layer': 'departement',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': ground.edge, 'line-width': 2 },
      },
      hoverOutline('hover-halo', area, ground.selection, 5),
      hoverOutline('hover', area, ground.ink, 2.5),
      ...(['commune', 'epci'] as const).flatMap((each) => {
        const drawn = each === 'commune' ? communes : level === 'epci' ? area : epci;
        const codes = [
          ...(input.selected?.level === each ? [input.selected.code] : []),
          ...(level === each ? input.kept : []),
        ];
        return [
          selectionOutline(`selection-halo-${each}`, drawn, codes, ground.selection, 6),
          selectionOutline(`selection-${each}`, drawn, codes, '#0b5563', 3),
        ];
      }),
      ...(input.hasBuildings ? buildingLayers(ground) : []),
      names('epci-names', ground, { minzoom: 0, maxzoom: 10.6 }, 14, true),
      names('commune-names', ground, { minzoom: 10.4, maxzoom: 24 }, 13, false),
    ],
  };
}

/** An expression that gives each code what `of` gives its area, and the others `fallback`. */
function byCode<T extends string | number>(
  areas: ReadonlyMap<string, Area>,
  of: (area: Area) => T,
  fallback: T,
): ExpressionSpecification | T {
  const groups = [...group(areas, ([, area]) => of(area))].filter(([output]) => output !== fallback);
  if (groups.length === 0) return fallback;
  const branches = groups.flatMap(([output, members]) => [members.map(([code]) => code), output]);
  return ['match', ['get', 'code'], ...branches, fallback] as unknown as ExpressionSpecification;
}

interface OutlineSource {
  readonly source: string;
  readonly 'source-layer': string;
}

function hoverOutline(id: string, source: OutlineSource, color: string, width: number): LayerSpecification {
  const opacity: ExpressionSpecification = ['case', ['boolean', ['feature-state', 'hovered'], false], 1, 0];
  return {
    id,
    type: 'line',
    ...source,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': width, 'line-opacity': opacity },
  };
}

function selectionOutline(
  id: string,
  source: OutlineSource,
  codes: readonly string[],
  color: string,
  width: number,
): LayerSpecification {
  const filter: FilterSpecification = ['in', ['get', 'code'], ['literal', [...codes]]];
  return {
    id,
    type: 'line',
    ...source,
    filter,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': width },
  };
}

/** Text comes from the page's own fonts: no glyph server. */
function names(
  source: string,
  ground: Ground,
  zooms: { minzoom: number; maxzoom: number },
  size: number,
  isBold: boolean,
): LayerSpecification {
  return {
    id: source,
    type: 'symbol',
    source,
    ...zooms,
    layout: {
      'text-field': ['get', 'nom'],
      // maplibre reads the weight in the first name, and the browser falls through to the family that exists.
      'text-font': isBold ? [`${fontFamily} Bold`, fontFamily] : [fontFamily],
      'text-size': size,
      'text-max-width': 8,
      'text-padding': 4,
      // `shift`, in ems, leaves room for the circles drawn about the same point.
      'text-variable-anchor': ['top'],
      'text-radial-offset': ['get', 'shift'],
      'text-justify': 'center',
      'symbol-sort-key': ['-', 0, ['get', 'population']],
    },
    paint: { 'text-color': ground.ink, 'text-halo-color': ground.halo, 'text-halo-width': 1.6 },
  };
}
