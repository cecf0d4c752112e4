/** Communes beyond a distance of a place, those that new sites would win, and the places themselves. */
import { type Area, type CircleMark, emptyPlate, type Plate } from './declare.ts';
import { placeColor, plainColor } from './palette.ts';

/** Okabe–Ito, softened to lie under names: orange for what is too far, blue for what is won. */
export const beyondColor = '#f0b64d';
export const wonColor = '#7fc4ea';
/** A place of which only the commune is known. */
export const atCentreColor = '#767d79';
const radiusPx = 4.5;

export interface ReachInput {
  readonly communes: readonly { readonly code: string; readonly isCounted: boolean }[];
  readonly beyond: ReadonlySet<string>;
  /** Of those beyond, the ones that new sites win. */
  readonly won: ReadonlySet<string>;
  readonly places: readonly {
    readonly commune: string | null;
    readonly at: readonly [number, number];
    readonly isAtCentre: boolean;
  }[];
}

export function reachPlate({ communes, beyond, won, places }: ReachInput): Plate {
  const areas = new Map<string, Area>();
  for (const { code, isCounted } of communes)
    areas.set(code, {
      color: won.has(code) ? wonColor : beyond.has(code) ? beyondColor : plainColor,
      isDimmed: !isCounted,
    });
  const circles = places.flatMap(({ commune, at, isAtCentre }): CircleMark[] =>
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
  );
  // Grey first: a place of known position is never under one that only its commune tells.
  return {
    ...emptyPlate,
    areas,
    circles: circles.sort((a, b) => Number(b.color === atCentreColor) - Number(a.color === atCentreColor)),
  };
}
