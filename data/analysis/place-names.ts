/**
 * Whether two names may be those of one place. A name is told in two parts: the kind of service (« médiathèque »,
 * « France services ») and the words that tell one such place from another (« Condorcet »). The commune's own name and
 * words that any place may bear (« espace », « maison ») tell nothing.
 */

export interface PlaceName {
  /** Kinds of service that are named; a town hall that holds a France services house names two. */
  readonly kinds: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** The whole, folded: what is left to compare when there is neither kind nor word. */
  readonly text: string;
}

/** Longest first: « mairie annexe » is read before « mairie ». */
const kindPhrases: readonly (readonly [phrase: string, kind: string])[] = [
  ['maison de services au public', 'france-services'],
  ['france services', 'france-services'],
  ['france service', 'france-services'],
  ['msap', 'france-services'],
  ['mairie annexe', 'mairie'],
  ['annexe de la mairie', 'mairie'],
  ['hotel de ville', 'mairie'],
  ['mairie', 'mairie'],
  ['centre communal d action sociale', 'ccas'],
  ['centre intercommunal d action sociale', 'ccas'],
  ['ccas', 'ccas'],
  ['cias', 'ccas'],
  ['maison des jeunes et de la culture', 'mjc'],
  ['mjc', 'mjc'],
  ['mediatheque', 'mediatheque'],
  ['bibliotheque', 'mediatheque'],
  ['espace public numerique', 'epn'],
  ['cyber base', 'epn'],
  ['cyberbase', 'epn'],
  ['epn', 'epn'],
  ['point numerique', 'point-numerique'],
  ['bureau de poste', 'poste'],
  ['la poste', 'poste'],
  ['mission locale', 'mission-locale'],
  ['maison de l emploi', 'maison-emploi'],
  ['pole emploi', 'france-travail'],
  ['france travail', 'france-travail'],
  ['centre de la vie sociale', 'centre-social'],
  ['centre socioculturel', 'centre-social'],
  ['centre socio culturel', 'centre-social'],
  ['centre social', 'centre-social'],
  ['espace social', 'centre-social'],
  ['maison de quartier', 'centre-social'],
  ['sous prefecture', 'prefecture'],
  ['prefecture', 'prefecture'],
  ['caisse d allocations familiales', 'caf'],
  ['caf', 'caf'],
  ['micro folie', 'micro-folie'],
  ['tiers lieu', 'tiers-lieu'],
  ['fab lab', 'fablab'],
  ['fablab', 'fablab'],
  ['ludotheque', 'ludotheque'],
  ['pimms', 'pimms'],
];

/** Kinds of our own that tell the service when the name does not. */
const tellingKinds = new Set([
  'france-services',
  'mediatheque',
  'epn',
  'fablab',
  'micro-folie',
  'tiers-lieu',
  'mission-locale',
  'centre-social',
]);

const emptyWords = new Set(
  `a au aux d de des du en et l la le les pour sur sous annexe antenne accueil association centre conseil conseiller
  conseillers aidants connect bus espace espaces intercommunal intercommunale itinerant labellise lieu maison mediation
  municipal municipale numerique numeriques point pole public publics relais services service site social sociale ville`.split(
    /\s+/,
  ),
);

/** Letters and figures alone, unaccented, in lower case: `L’Espace Saint-Exupéry` → `l espace saint exupery`. */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** @param kind as the source classes it; `autre` tells nothing */
export function readPlaceName(name: string, communeName: string | null, kind: string): PlaceName {
  const text = foldName(name);
  const kinds = new Set<string>();
  let rest = ` ${text} `;
  for (const [phrase, named] of kindPhrases)
    if (rest.includes(` ${phrase} `)) {
      kinds.add(named);
      rest = rest.replaceAll(` ${phrase} `, ' ');
    }
  if (kinds.size === 0 && tellingKinds.has(kind)) kinds.add(kind);
  const ofCommune = new Set(foldName(communeName ?? '').split(' '));
  const words = new Set(rest.split(' ').filter((word) => word !== '' && !emptyWords.has(word) && !ofCommune.has(word)));
  return { kinds, words, text };
}

/** Whether both name a kind of service, and none in common: two services may share a building and its name. */
export function areOfOtherKinds(a: PlaceName, b: PlaceName): boolean {
  return a.kinds.size > 0 && b.kinds.size > 0 && countShared(a.kinds, b.kinds) === 0;
}

/** Whether both bear words of their own, and most of these differ. */
export function haveOtherWords(a: PlaceName, b: PlaceName): boolean {
  return a.words.size > 0 && b.words.size > 0 && !haveSameWords(a, b);
}

export function areNamesSimilar(a: PlaceName, b: PlaceName): boolean {
  if (areOfOtherKinds(a, b)) return false;
  if (a.words.size > 0 && b.words.size > 0) return haveSameWords(a, b);
  // « Médiathèque » beside « Médiathèque Condorcet »: only the kind is left to compare.
  return countShared(a.kinds, b.kinds) > 0 || a.text === b.text;
}

/** Written alike, or the same words of their own and the same kinds: enough for two places of one commune. */
export function areNamesEqual(a: PlaceName, b: PlaceName): boolean {
  return a.text === b.text || (a.words.size > 0 && areEqual(a.words, b.words) && areEqual(a.kinds, b.kinds));
}

function areEqual(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && countShared(a, b) === a.size;
}

/** Share of the words of the shorter name that must stand in the other: of two words, both. */
const sharedRatio = 0.6;

function haveSameWords(a: PlaceName, b: PlaceName): boolean {
  return countShared(a.words, b.words) >= sharedRatio * Math.min(a.words.size, b.words.size);
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared;
}
