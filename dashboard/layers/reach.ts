/** Communes whose inhabitants are too far from a place, those that new sites would win, and the places themselves. */
import { type Area, type CircleMark, emptyPlate, type Plate } from './declare.ts';
import { placeColor, plainColor } from './palette.ts';

/** Okabe–Ito, softened to lie under names: orange for what is too far, blue for what is won. */
export const beyondColor = '#f0b64d';
/** The same, for a commune of which less than half is too far. */
export const partlyBeyondColor = '#fae3b8';
export const wonColor = '#7fc4ea';
/** A place of which only the commune is known. */
export const atCentreColor = '#767d79';
const radiusPx = 4.5;

export interface ReachArea {
  readonly code: string;
  /** Whether it is of the territory that is measured. */
  readonly isCounted: boolean;
  readonly inhabitants: number;
  /** Of them, those who are too far. */
  readonly beyond: number;
  /** Of those, the ones that new sites win. */
  readonly won: number;
}

export interface ReachPlace {
  readonly commune: string | null;
  readonly at: readonly [number, number];
  readonly isAtCentre: boolean;
}

export function reachAreas(communes: readonly ReachArea[]): Plate['areas'] {
  return new Map<string, Area>(
    communes.map((commune) => [commune.code, { color: colorOf(commune), isDimmed: !commune.isCounted }]),
  );
}

function colorOf({ inhabitants, beyond, won }: ReachArea): string {
  if (won > 0 && 2 * won >= beyond) return wonColor;
  const left = beyond - won;
  if (left === 0) return plainColor;
  return 2 * left < inhabitants ? partlyBeyondColor : beyondColor;
}

/** Grey first: a place of known position is never under one that only its commune tells. */
export function reachCircles(places: readonly ReachPlace[]): Plate['circles'] {
  return places
    .flatMap(({ commune, at, isAtCentre }): CircleMark[] =>
      commune === null
        ? []
        : [
            {
              code: commune,
              level: 'commune',
              position: at,
              radius: radiusPx,
              unit: 'pixels',
              color: isAtCentre ? atCentreColor : placeColor,
            },
          ],
    )
    .sort((a, b) => Number(b.color === atCentreColor) - Number(a.color === atCentreColor));
}

export function reachPlate(areas: Plate['areas'], circles: Plate['circles']): Plate {
  return { ...emptyPlate, areas, circles };
}
