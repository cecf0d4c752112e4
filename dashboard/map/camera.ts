/** Where the map looks: what it fits, how far it may go, and whether two views of it are the same. */
import type { Map as Maplibre } from 'maplibre-gl';
import { type Camera, roundCamera } from '../state/view.ts';

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number];

/** How far the camera may go beyond what is shown, degrees. */
const reachDegrees = 0.8;
const widePage = 1000;

/** The room left around what is fitted. */
export function fitting(coveredPx: number, legendPx: number) {
  const right = window.innerWidth <= widePage ? 16 : coveredPx > 0 ? coveredPx + 16 : Math.max(16, legendPx);
  return { padding: { top: 20, bottom: 20, left: 16, right }, animate: false };
}

export function farthestOf([west, south, east, north]: Bounds): [number, number, number, number] {
  return [west - reachDegrees, south - reachDegrees, east + reachDegrees, north + reachDegrees];
}

export function currentCamera(map: Maplibre): Camera {
  const { lng, lat } = map.getCenter();
  return roundCamera({ longitude: lng, latitude: lat, zoom: map.getZoom() });
}

export function isSameCamera(a: Camera, b: Camera): boolean {
  return a.zoom === b.zoom && a.longitude === b.longitude && a.latitude === b.latitude;
}
