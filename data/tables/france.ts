/** Where France is, roughly: what tells a position that is inverted, in metres, or elsewhere. */

/** [west, south, east, north] of the parts of France, with some sea around. */
const franceBoxes = [
  [-5.6, 41.2, 9.8, 51.3],
  [-63.3, 14.2, -60.6, 18.3],
  [-54.8, 2, -51.4, 6],
  [44.8, -13.2, 45.5, -12.4],
  [55, -21.5, 56, -20.7],
  [-56.6, 46.6, -55.9, 47.3],
] as const;

/** Degrees, WGS 84. */
function isInFrance(longitude: number, latitude: number): boolean {
  return franceBoxes.some(
    ([west, south, east, north]) => longitude >= west && longitude <= east && latitude >= south && latitude <= north,
  );
}

/** Why a position cannot be in France; null when it can. Beyond 180 it is no degree: projected coordinates, in metres. */
export function whyNotInFrance(longitude: number, latitude: number): 'inverted' | 'meters' | 'elsewhere' | null {
  if (isInFrance(longitude, latitude)) return null;
  if (isInFrance(latitude, longitude)) return 'inverted';
  return Math.max(Math.abs(longitude), Math.abs(latitude)) > 180 ? 'meters' : 'elsewhere';
}
