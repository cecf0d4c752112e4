/** What the map of closures draws: communes that close by the date, their premises to connect, and those without a date. */
import type { Territory } from '../../../api/contract.ts';
import type { ClosingCommune } from '../../../data/analysis/copper-exposure.ts';
import { circleRadius } from '../../layers/counts.ts';
import type { Area, CircleMark, Plate } from '../../layers/declare.ts';
import { circleColor, plainColor } from '../../layers/palette.ts';

/** Pale enough for the circles that lie on it. */
export const closedColor = '#c7e9b4';

/** The largest circle is that of the whole calendar, so that sizes compare along the slider. */
export function largestLacking(communes: readonly ClosingCommune[]): number {
  return Math.max(0, ...communes.map(({ closesOn, lacking }) => (closesOn === null ? 0 : (lacking ?? 0))));
}

export function copperPlate(
  communes: readonly ClosingCommune[],
  territories: ReadonlyMap<string, Territory>,
  on: string,
  sizeRatio: number,
): Plate {
  const kept = new Set(communes.map(({ code }) => code));
  const areas = new Map<string, Area>(
    [...territories.keys()].map((code) => [code, { color: plainColor, isDimmed: !kept.has(code) }]),
  );
  const circles: CircleMark[] = [];
  const largest = largestLacking(communes);
  for (const { code, closesOn, lacking } of communes) {
    if (closesOn === null || closesOn > on) continue;
    areas.set(code, { color: closedColor, isDimmed: false });
    const position = territories.get(code)?.centre;
    if (!position || !lacking) continue;
    const radius = circleRadius(lacking, largest, 'commune', sizeRatio);
    circles.push({ code, level: 'commune', position, radius, unit: 'pixels', color: circleColor });
  }
  return {
    areas,
    patterns: {
      'non-disponible': [],
      secret: [],
      'non-prevu': communes.filter(({ closesOn }) => closesOn === null).map(({ code }) => code),
    },
    circles: circles.sort((a, b) => b.radius - a.radius),
  };
}
