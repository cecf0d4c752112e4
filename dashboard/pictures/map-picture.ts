/**
 * The map as a drawing: the plate that the screen shows, on Web Mercator as there, framed on a territory, with names, a
 * scale, the north and its legend beside it. Pure: the same plate gives the same drawing.
 */
import type { Plate } from '../layers/declare.ts';
import { plainColor } from '../layers/palette.ts';
import { lightGround as ground } from '../map/ground.ts';
import { picture } from '../text/pictures.ts';
import { drawLegend, type PictureLegend } from './legend-picture.ts';
import { type NamedPoint, placeNames } from './names.ts';
import type { OutlineFeature, Outlines } from './outlines.ts';
import { patternDefs, patternFill } from './patterns.ts';
import type { Drawing } from './plate.ts';
import { type Bounds, fitMercator, type Projection, roundLength } from './projection.ts';
import { element, round } from './svg.ts';
import { ink, sizes, thinLine, words } from './words.ts';

export interface MapPictureInput {
  readonly outlines: Outlines;
  readonly plate: Plate;
  readonly level: 'commune' | 'epci';
  /** Whole EPCI are filled, not only their part in the département. */
  readonly isWhole: boolean;
  /** What is framed: west, south, east, north. */
  readonly bounds: Bounds;
  readonly names: readonly NamedPoint[];
  readonly legend: PictureLegend;
}

/** What leaves the whole plate on A5. */
const mapHeight = 620;
const legendWidth = 320;
const gap = 28;
const padding = 26;

export function drawMap(input: MapPictureInput, width: number): Drawing {
  const { outlines, plate, level, isWhole, bounds } = input;
  const mapWidth = width - legendWidth - gap;
  const inner = fitMercator(bounds, mapWidth - 2 * padding, mapHeight - 2 * padding);
  const projection: Projection = {
    ...inner,
    project: (position) => {
      const [x, y] = inner.project(position);
      return [x + padding, y + padding];
    },
  };
  const pathOf = (shape: OutlineFeature) => outlinePath(shape, projection);
  const joined = (shapes: readonly OutlineFeature[]) => shapes.map(pathOf).join('');
  const areas = level === 'commune' ? outlines.communes : isWhole ? outlines.epci_entier : outlines.epci;
  const codes = new Set(areas.map(({ properties }) => properties.code));
  const legend = drawLegend(input.legend, legendWidth);
  const drawn = [
    element('rect', { width: mapWidth, height: mapHeight, fill: ground.background }),
    element('path', {
      d: joined(outlines.epci_entier),
      fill: ground.outside,
      stroke: ground.communeLine,
      'stroke-dasharray': '4 3',
    }),
    element('path', { d: joined(outlines.departement), fill: ground.inside }),
    element('g', { id: 'territoires' }, ...areas.map((area) => drawArea(area, plate, pathOf(area)))),
    element(
      'g',
      { id: 'motifs' },
      ...Object.entries(plate.patterns).flatMap(([kind, listed]) =>
        areas
          .filter(({ properties }) => codes.has(properties.code) && listed.includes(properties.code))
          .map((area) =>
            element('path', {
              d: pathOf(area),
              fill: patternFill(kind as keyof Plate['patterns']),
              'fill-opacity': 0.75,
            }),
          ),
      ),
    ),
    element(
      'g',
      { id: 'limites', fill: 'none', 'stroke-linejoin': 'round' },
      element('path', { d: joined(outlines.communes), stroke: ground.communeLine, 'stroke-width': 0.6 }),
      element('path', {
        d: joined(outlines.epci),
        stroke: ground.selection,
        'stroke-width': 4,
        'stroke-opacity': ground.casingOpacity,
      }),
      element('path', { d: joined(outlines.epci), stroke: ground.epciLine, 'stroke-width': 1.7 }),
      element('path', { d: joined(outlines.departement), stroke: ground.edge, 'stroke-width': 2.4 }),
    ),
    element('g', { id: 'cercles', stroke: '#ffffff' }, ...plate.circles.map((mark) => drawCircle(mark, projection))),
    element(
      'g',
      { id: 'noms' },
      ...placeNames(input.names, plate.circles, projection, mapWidth, mapHeight).map(({ lines, x, y }) =>
        lines
          .map((line, rank) =>
            words(line, { x, y: y + rank * 19, size: sizes.small, isBold: true, anchor: 'middle', halo: ground.halo }),
          )
          .join(''),
      ),
    ),
    drawScale(projection, mapHeight),
    element('rect', { width: mapWidth, height: mapHeight, fill: 'none', stroke: thinLine }),
  ];
  return {
    defs: patternDefs + element('clipPath', { id: 'cadre' }, element('rect', { width: mapWidth, height: mapHeight })),
    height: Math.max(mapHeight, legend.height),
    svg:
      element('g', { 'clip-path': 'url(#cadre)' }, ...drawn) +
      element('g', { id: 'legende', transform: `translate(${mapWidth + gap} 0)` }, legend.svg),
  };
}

function drawArea({ properties: { code, nom } }: OutlineFeature, { areas }: Plate, d: string): string {
  const area = areas.get(code);
  // "Transparent" is not a colour that every drawing program reads.
  const fill = area === undefined || area.color === plainColor ? 'none' : area.color;
  return element('path', { d, fill, 'fill-opacity': area?.isDimmed ? 0.18 : null, 'data-code': code, 'data-nom': nom });
}

function drawCircle(mark: Plate['circles'][number], { project, metersPerPixel }: Projection): string {
  const [cx, cy] = project([...mark.position]);
  const isDot = mark.unit === 'meters';
  const r = isDot ? Math.min(16, Math.max(3, mark.radius / metersPerPixel)) : Math.max(1.5, mark.radius);
  return element('circle', { cx, cy, r, fill: mark.color, 'fill-opacity': isDot ? null : 0.8, 'data-code': mark.code });
}

function outlinePath({ geometry }: OutlineFeature, { project }: Projection): string {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .flat()
    .map((ring) => {
      // The first point again is what closing says.
      const points = ring.slice(0, -1).map((position) => project(position).map((each) => Math.round(each * 10) / 10));
      return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
    })
    .join('');
}

function drawScale({ metersPerPixel }: Projection, height: number): string {
  const { km, pixels } = roundLength(metersPerPixel, 160);
  const [x, y] = [20, height - 22];
  return element(
    'g',
    { id: 'echelle' },
    element('path', {
      d: `M${x} ${y - 8}V${y}H${round(x + pixels)}V${y - 8}`,
      fill: 'none',
      stroke: ink,
      'stroke-width': 1.5,
    }),
    words(picture.kilometers(km), {
      x: x + pixels / 2,
      y: y - 10,
      size: sizes.small,
      anchor: 'middle',
      halo: ground.halo,
    }),
    element('path', { d: `M${x + 10} ${y - 78}l-8 24 8-5 8 5Z`, fill: ink }),
    words(picture.north, {
      x: x + 10,
      y: y - 84,
      size: sizes.small,
      isBold: true,
      anchor: 'middle',
      halo: ground.halo,
    }),
  );
}
