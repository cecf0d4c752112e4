/**
 * Pages that may stand in a page of others, and the parts of each that may stand there alone. Pages on which people
 * write are in no list: what frames a page can make its visitor press its buttons.
 */

/** What `?cadre=` asks for: the whole page, or one of its parts. */
export const frameParts = [
  'page',
  'historique',
  'classement',
  'matrice',
  'themes',
  'decisions',
  'projets',
  'courbe',
  'communes',
  'partage',
  'epci',
  'calendrier',
  'carte',
] as const;
export type FramePart = (typeof frameParts)[number];

/** Path → its parts, beside the whole page. */
export const framedPages: ReadonlyMap<string, readonly FramePart[]> = new Map<string, readonly FramePart[]>([
  ['/', ['classement', 'historique']],
  ['/projets', []],
  ['/projets/repartition', ['matrice', 'themes']],
  ['/projets/synthese', []],
  ['/feuille-de-route', ['decisions', 'projets']],
  ['/ecarts', ['matrice']],
  ['/ecarts/equilibre', ['courbe', 'communes', 'partage', 'epci']],
  ['/ecarts/cuivre', ['calendrier', 'carte']],
  ['/ecarts/acces', []],
  ['/ecarts/classement', []],
]);
const projectPage = /^\/projets\/[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

/**
 * @param path of the page, without its query
 * @param asked value of `cadre`; anything at all is accepted
 * @returns what stands alone in the frame; null: the address is not one that may be framed
 */
export function findFrame(path: string, asked: string | null): FramePart | null {
  const parts = framedPages.get(path) ?? (projectPage.test(path) ? [] : null);
  if (parts === null || asked === null) return null;
  return asked === 'page' ? 'page' : (parts.find((part) => part === asked) ?? null);
}
