/** Places the names of a small map: inside it, and all or none, for some of them alone would seem to be the only ones. */

export interface PlacedName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** More names than this would hide what they name. */
const mostNames = 4;
/** Mean width of a letter and height of a line at the size of the map's names, in pixels. */
const letterPx = 7.4;
const linePx = 17;

/** @param names centred where they are wanted, in pixels of a map of this width */
export function placeNames(names: readonly PlacedName[], width: number): readonly PlacedName[] {
  const placed = names.map((each) => {
    const half = Math.min(width / 2, halfWidth(each));
    return { ...each, x: Math.min(width - half, Math.max(half, each.x)) };
  });
  const isCrossed = placed.some((one, i) => placed.slice(i + 1).some((other) => overlap(one, other)));
  return placed.length > mostNames || isCrossed ? [] : placed;
}

function halfWidth({ name }: PlacedName): number {
  return (name.length * letterPx) / 2 + 4;
}

function overlap(one: PlacedName, other: PlacedName): boolean {
  return Math.abs(one.x - other.x) < halfWidth(one) + halfWidth(other) && Math.abs(one.y - other.y) < linePx;
}
