/**
 * A small still map of a few territories in their département, as a picture: it prints, it needs no context of its own,
 * and its colours hold on a light page as on a dark one. Names are left to the page, which has the fonts of both.
 */
import 'maplibre-gl/dist/maplibre-gl.css';
import maplibregl, { type LayerSpecification, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-csp-worker.js?url';

maplibregl.setWorkerUrl(workerUrl);

export interface LocatorRequest {
  readonly level: 'commune' | 'epci' | 'departement';
  /** Territories that are filled. */
  readonly codes: readonly string[];
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
  readonly width: number;
  readonly height: number;
}

export interface Locator {
  readonly url: string;
  /** → share of the width and of the height, 0 to 1. */
  readonly project: (position: readonly [number, number]) => readonly [x: number, y: number];
}

/** Mid-tones: at least 3 against the surfaces of both themes. */
const colors = { ground: 'rgba(125, 134, 129, 0.16)', line: '#8b918b', edge: '#757c77', filled: '#2b8294' } as const;
/** Dots of print and of dense screens. */
const density = 2;
const padding = 6;

/** @throws Error when the browser has no WebGL, or the tiles do not come. */
export async function drawLocator(request: LocatorRequest, origin: string): Promise<Locator> {
  const { bounds, width, height } = request;
  const container = document.createElement('div');
  // Off the page, yet laid out: maplibre measures it.
  Object.assign(container.style, { position: 'fixed', left: '-9999px', width: `${width}px`, height: `${height}px` });
  container.inert = true;
  document.body.append(container);
  const map = new maplibregl.Map({
    container,
    style: locatorStyle(request, origin),
    bounds: [...bounds],
    fitBoundsOptions: { padding },
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    pixelRatio: density,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      map.once('idle', () => resolve());
      map.once('error', ({ error }) => reject(error));
    });
    const url = map.getCanvas().toDataURL('image/png');
    const [west, , , north] = bounds;
    const corner = map.project([west, north]);
    const far = map.project([bounds[2], bounds[1]]);
    const mercator = (latitude: number) => Math.asinh(Math.tan((latitude * Math.PI) / 180));
    const spanY = mercator(bounds[1]) - mercator(north);
    return {
      url,
      project: ([longitude, latitude]) => [
        (corner.x + ((far.x - corner.x) * (longitude - west)) / (bounds[2] - west)) / width,
        (corner.y + ((far.y - corner.y) * (mercator(latitude) - mercator(north))) / spanY) / height,
      ],
    };
  } finally {
    map.remove();
    container.remove();
  }
}

function locatorStyle({ level, codes }: LocatorRequest, origin: string): StyleSpecification {
  const communes = { source: 'communes', 'source-layer': 'communes' };
  const epci = { source: 'epci', 'source-layer': 'epci' };
  const departement = { source: 'epci', 'source-layer': 'departement' };
  const drawn = { commune: communes, epci, departement }[level];
  const fill: LayerSpecification = {
    id: 'filled',
    type: 'fill',
    ...drawn,
    filter: ['in', ['get', 'code'], ['literal', [...codes]]],
    // A whole département filled as one of its parts would be a slab.
    paint: { 'fill-color': colors.filled, 'fill-opacity': level === 'departement' ? 0.4 : 1 },
  };
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: {
      ...(level === 'commune' && { communes: { type: 'vector', url: `${origin}/tiles/communes.json` } }),
      epci: { type: 'vector', url: `${origin}/tiles/epci.json` },
    },
    layers: [
      { id: 'ground', type: 'fill', ...departement, paint: { 'fill-color': colors.ground, 'fill-antialias': false } },
      fill,
      { id: 'epci-lines', type: 'line', ...epci, paint: { 'line-color': colors.line, 'line-width': 0.75 } },
      {
        id: 'edge',
        type: 'line',
        ...departement,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': colors.edge, 'line-width': 1.5 },
      },
    ],
  };
}
