/** The colours of components, from Okabe–Ito, light enough for dark figures to be read on them; never red by green. */
const colors = ['#56b4e9', '#e69f00', '#cc9ec0', '#5fc3a6', '#f0d95a', '#b9b3a5', '#9fb4e8'] as const;

/** @param place of the criterion among those offered: a colour stays with its indicator while weights move */
export function criterionColor(place: number): string {
  return colors[place % colors.length] ?? colors[0];
}
