/** Words of the access to places, the next sites and the scenario that a person makes. */
import { formatCount, formatCountOf, formatPartialDate, formatRatio, plural } from './numbers.ts';
import { atMost, formatKm, moreThan, type ReachLimit } from './reach-limit.ts';

const nbsp = '\u00a0';

const openAt = {
  samedi: 'ouvert le samedi',
  dimanche: 'ouvert le dimanche',
  'apres-18h': `ouvert après 18${nbsp}h`,
} as const;

/** Each kind after « un »; those that are feminine are told apart. */
const kindPhrases: Readonly<Record<string, string>> = {
  autre: 'd’un autre lieu d’accompagnement',
  'centre-social': 'd’un centre social',
  coworking: 'd’un espace de travail partagé',
  epn: 'd’un espace public numérique',
  fablab: 'd’un fablab',
  'france-services': 'd’un espace France services',
  'mairie-accueil': 'd’un accueil de mairie ou de CCAS',
  mediatheque: 'd’une médiathèque',
  'micro-folie': 'd’une Micro-Folie',
  'mission-locale': 'd’une mission locale',
  'point-numerique': 'd’un point numérique',
  'sante-telemedecine': 'd’un lieu de télémédecine',
  'tiers-lieu': 'd’un tiers-lieu',
};

export interface AskedKind {
  readonly kind: string | null;
  readonly service: string | null;
  readonly open: keyof typeof openAt | null;
}

/** « d’une médiathèque ouverte le samedi, qui propose « wifi gratuit » ». */
export function placePhrase({ kind, service, open }: AskedKind): string {
  const named = kind === null ? 'd’un lieu d’accompagnement au numérique' : (kindPhrases[kind] ?? 'd’un lieu');
  const isFeminine = named.startsWith('d’une ');
  const opened = open === null ? '' : ` ${openAt[open].replace('ouvert', isFeminine ? 'ouverte' : 'ouvert')}`;
  return `${named}${opened}${service === null ? '' : `${open === null ? '' : ','} qui propose «${nbsp}${service}${nbsp}»`}`;
}

export interface ReachFigures extends AskedKind {
  readonly limit: ReachLimit;
  readonly inhabitants: number;
  readonly beyond: number;
  readonly places: number;
  /** Whose inhabitants: « de l’Essonne », « de l’EPCI Paris-Saclay ». */
  readonly ofTerritory: string;
}

/** How many are beyond, and which share. */
export function beyondSentence(figures: ReachFigures): string {
  const { beyond, inhabitants, limit, places, ofTerritory } = figures;
  const phrase = placePhrase(figures);
  if (places === 0)
    return `Aucun des lieux recensés ne répond à ces choix${nbsp}: aucune distance ne peut être mesurée.`;
  if (beyond === 0) return `Tous les habitants ${ofTerritory} vivent ${atMost(limit)} ${phrase}.`;
  return `${formatCountOf(beyond, 'habitant', 'habitants')} ${ofTerritory} (${formatRatio(beyond / inhabitants)}) ${plural(beyond, 'vit', 'vivent')} ${moreThan(limit)} ${phrase}.`;
}

export interface LargestCommune {
  readonly name: string;
  /** Who live too far: all of them where a commune is counted at its centre. */
  readonly inhabitants: number;
  /** From its centre to the nearest place, as the crow flies. */
  readonly km: number;
}

/**
 * In how many communes, and the one with most inhabitants too far.
 * @param isPartial whether a commune may be too far in part
 */
export function communesSentence(count: number, largest: LargestCommune | null, isPartial = false): string {
  if (count === 0 || largest === null) return '';
  const { name, inhabitants, km } = largest;
  const people = formatCountOf(inhabitants, 'habitant', 'habitants');
  if (isPartial) {
    const told = `${name} (${people} trop loin)`;
    return count === 1
      ? `Une seule commune est concernée, en tout ou partie${nbsp}: ${told}.`
      : `${formatCount(count)} communes sont concernées, en tout ou partie, la première étant ${told}.`;
  }
  const told = `${name} (${people}), à ${formatKm(km)} du lieu le plus proche`;
  return count === 1
    ? `Une seule commune est concernée${nbsp}: ${told}.`
    : `${formatCount(count)} communes sont concernées, la plus peuplée étant ${told}.`;
}

/** « Ballancourt, Dourdan et Limours »; beyond four names, three and the number of the others. */
export function listNames(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${formatCount(names.length - 3)} autres`] : names;
  if (shown.length < 2) return shown[0] ?? '';
  return `${shown.slice(0, -1).join(', ')} et ${shown.at(-1)}`;
}

/** « à Limours », « au Coudray-Montceaux », « aux Ulis ». */
export function atCommune(name: string): string {
  if (name.startsWith('Le ')) return `au ${name.slice(3)}`;
  return name.startsWith('Les ') ? `aux ${name.slice(4)}` : `à ${name}`;
}

/** « de Limours », « d’Étréchy », « du Coudray-Montceaux », « des Ulis ». */
export function ofCommune(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return /^[AEIOUYÉÈÊÂÎÔ]/i.test(name) ? `d’${name}` : `de ${name}`;
}

export function ofEpci(name: string): string {
  return `de l’EPCI ${name}`;
}

/** What the best next sites would bring within reach. */
export function sitesSentence(names: readonly string[], gained: number, beyond: number, limit: ReachLimit): string {
  if (names.length === 0) return '';
  const subject =
    names.length === 1
      ? `Un site de plus, ${atCommune(names[0] ?? '')}, en mettrait`
      : `Les ${formatCount(names.length)} meilleurs prochains sites (${listNames(names)}) en mettraient`;
  const share = gained === beyond ? 'tous' : `${formatRatio(gained / beyond)} d’entre eux`;
  return `${subject} ${formatCount(gained)} (${share}) ${atMost(limit)} d’un lieu.`;
}

export const reach = {
  choices: 'Ce que l’on mesure',
  kind: 'Type de lieu',
  anyKind: 'Tous les lieux',
  service: 'Service',
  anyService: 'Tous les services',
  open: 'Ouverts',
  anytime: 'Tous',
  openings: { samedi: 'Samedi', dimanche: 'Dimanche', 'apres-18h': `Après 18${nbsp}h` },
  limit: 'À plus de',
  territory: 'Territoire',
  count: 'Sites à trouver',
  siteCount: (count: number) => formatCountOf(count, 'site', 'sites'),
  waiting: 'Lecture des lieux et des communes…',
  otherWord: (word: string) => `${word} (absent de la liste)`,
  placesCounted: (count: number, atCentre: number, nowhere: number) =>
    `${formatCountOf(count, 'lieu compté', 'lieux comptés')}${
      atCentre === 0
        ? ''
        : `, dont ${formatCountOf(atCentre, 'placé au centre de sa commune, seule connue', 'placés au centre de leur commune, seule connue')} (points gris)`
    }${nowhere === 0 ? '' : `${nbsp}; ${formatCountOf(nowhere, 'autre, sans commune connue, ne compte', 'autres, sans commune connue, ne comptent')} pas`}.`,
  unknownHours: (count: number) =>
    count === 0
      ? ''
      : `${formatCountOf(count, 'lieu est laissé', 'lieux sont laissés')} de côté, faute d’horaires lisibles${nbsp}: ${count === 1 ? 'il est peut-être ouvert' : 'certains sont peut-être ouverts'}.`,
  truncated: (shown: number, total: number) =>
    `Seuls ${formatCount(shown)} lieux sur ${formatCount(total)} ont été lus${nbsp}: choisir un département.`,
  noPopulation: (count: number) =>
    count === 0
      ? ''
      : `${formatCountOf(count, 'commune, de population inconnue, n’est pas comptée', 'communes, de population inconnue, ne sont pas comptées')}.`,
} as const;

export const dated = {
  title: 'Une liste de lieux ancienne',
  text: (median: string | null, undated: number) =>
    `${
      median === null
        ? 'Aucun de ces lieux n’est daté'
        : `La moitié des lieux datés n’ont pas été mis à jour depuis ${formatPartialDate(median.slice(0, 7))} au moins`
    }${undated === 0 || median === null ? '' : `, et ${formatCountOf(undated, 'autre est', 'autres sont')} sans date`}${nbsp}: un lieu a pu ouvrir, déménager ou fermer depuis.`,
  why: 'Les prochains sites peuvent donc tomber là où un lieu existe déjà. À vérifier sur place avant toute décision.',
  go: (median: string | null) =>
    `La liste des lieux ${median === null ? 'n’est pas datée' : `date de ${formatPartialDate(median.slice(0, 7))}`}${nbsp}: continuer quand même`,
} as const;

export const sites = {
  title: 'Les meilleurs prochains sites',
  lead: 'Choisis un à un parmi les communes, chacun pour gagner le plus d’habitants encore trop loin.',
  none: 'Aucun site ne gagnerait d’habitant.',
  /** @param isAmong whether sites were looked for in a list of communes only */
  fewer: (found: number, isAmong = false) =>
    isAmong
      ? 'Aucune autre des communes données n’en gagnerait davantage.'
      : `${found < 2 ? 'Un seul site suffit' : `${formatCount(found)} sites suffisent`}${nbsp}: au-delà, plus personne n’est à gagner.`,
  gained: (count: number) => `${count === 0 ? '' : '+'}${formatCountOf(count, 'habitant', 'habitants')}`,
  /** @param isPartial whether communes may be won in part */
  won: (names: readonly string[], isPartial = false) => {
    const told = isPartial ? ', en tout ou partie' : '';
    if (names.length === 0) return 'Aucune commune gagnée';
    return names.length === 1
      ? `Commune gagnée${told}${nbsp}: ${names[0]}`
      : `${formatCount(names.length)} communes gagnées${told}${nbsp}: ${names.join(', ')}`;
  },
  guarantee:
    'Ce choix pas à pas ne fait jamais moins de 63 % (1 − 1/e) de ce que ferait le meilleur choix possible d’autant de sites.'.replace(
      ' %',
      '\u202f%',
    ),
  take: 'Reprendre ces sites dans mon scénario',
  leadAmong: (count: number) =>
    `Choisis un à un parmi ${formatCountOf(count, 'commune donnée', 'communes données')}, chacun pour gagner le plus d’habitants encore trop loin.`,
  candidates: {
    title: 'Choisir les communes candidates',
    label: 'Codes INSEE des communes',
    help: (most: number) =>
      `Séparés par des espaces, des virgules ou des retours à la ligne, ${formatCount(most)} au plus. Vide${nbsp}: toutes.`,
    apply: 'Chercher parmi ces communes',
    clear: 'Toutes les communes',
    unknown: (codes: readonly string[]) =>
      `${codes.length === 1 ? `Le code ${codes[0]} n’est pas celui d’une commune` : `Les codes ${codes.join(', ')} ne sont pas ceux de communes`} de ce territoire${nbsp}: ${codes.length === 1 ? 'il n’est pas retenu' : 'ils ne sont pas retenus'}.`,
    none: 'Aucun code de commune dans ce texte (cinq caractères, comme 91228).',
  },
} as const;

export const scenario = {
  title: 'Et si un lieu ouvrait ici',
  lead: 'Choisir un point sur la carte, ou une commune. Chaque site se déplace sur la carte, ou d’une commune à l’autre.',
  leadInMinutes:
    'Choisir une commune, ou un point de la carte\u00a0: le site est au centre de la commune la plus proche.',
  add: 'Ajouter un site dans…',
  placeholder: 'Nom ou code postal d’une commune',
  empty: 'Aucune commune ne porte ce nom.',
  full: 'Vingt sites au plus.',
  site: (letter: string) => `Site ${letter}, `,
  place: (commune: string, isCentre: boolean) => (isCentre ? atCommune(commune) : `près ${ofCommune(commune)}`),
  move: 'Déplacer',
  moveOf: (letter: string) => `Déplacer le site ${letter} dans…`,
  cancel: 'Annuler',
  remove: 'Retirer',
  removeOf: (name: string) => `Retirer le ${name[0]?.toLowerCase()}${name.slice(1)}`,
  moveSite: (name: string) => `Déplacer le ${name[0]?.toLowerCase()}${name.slice(1)}`,
  clear: 'Tout retirer',
  covered: (count: number) => plural(count, 'habitant gagné', 'habitants gagnés'),
  left: (count: number, share: number) =>
    count === 0
      ? 'Plus personne n’est trop loin.'
      : `${formatCountOf(count, 'habitant reste', 'habitants restent')} trop loin (${formatRatio(share)}).`,
  against: (count: number, best: number) =>
    `${formatCountOf(count, 'site choisi', 'sites choisis')} par le calcul en ${count < 2 ? 'gagnerait' : 'gagneraient'} ${formatCount(best)}.`,
  balance: (before: number | null, after: number | null) => {
    const told = (gini: number) =>
      new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(gini);
    if (before === null) return '';
    if (after === null)
      return `Équilibre entre EPCI${nbsp}: l’indice de Gini, ${told(before)} aujourd’hui, n’a plus d’objet.`;
    const word =
      Math.abs(after - before) < 0.005
        ? 'ne change pas'
        : after < before
          ? 'se rapproche de l’équilibre'
          : 's’en éloigne';
    return `Équilibre entre EPCI${nbsp}: l’indice de Gini des habitants trop loin passe de ${told(before)} à ${told(after)} et ${word} (0${nbsp}: chaque EPCI en a sa part).`;
  },
} as const;

export const beyondTable = {
  title: (count: number, isPartial: boolean) =>
    `Les communes trop loin${isPartial ? ', en tout ou partie' : ''}${nbsp}: ${formatCount(count)}`,
  caption: 'Communes trop loin d’un lieu, celles qui ont le plus d’habitants concernés d’abord',
  commune: 'Commune',
  population: 'Habitants',
  beyond: 'Trop loin',
  distance: 'Lieu le plus proche du centre, à vol d’oiseau',
  state: 'Dans le scénario',
  won: 'gagnée',
  left: 'trop loin',
  partly: (count: number) => `${formatCountOf(count, 'habitant gagné', 'habitants gagnés')}`,
  noPlace: 'aucun lieu',
} as const;

export const reachMap = {
  labels: {
    map: 'Carte de l’accès aux lieux, par commune',
    help: 'Flèches pour déplacer, + et − pour zoomer, Entrée pour ajouter un site dans la commune au centre.',
    helpLocked: 'Flèches pour déplacer, + et − pour zoomer.',
  },
  title: 'Carte',
  waiting: 'La carte arrive…',
  legend: {
    within: atMost,
    beyond: moreThan,
    least: (limit: ReachLimit) => `${moreThan(limit)}${nbsp}: moins de la moitié des habitants`,
    most: (limit: ReachLimit) => `${moreThan(limit)}${nbsp}: la moitié au moins`,
    won: 'gagnée par les nouveaux sites',
    mostlyWon: 'gagnée pour moitié au moins par les nouveaux sites',
    place: 'lieu',
    atCentre: 'lieu placé au centre de sa commune',
    proposed: 'site proposé',
    dropped: 'site de mon scénario',
  },
  tooltip: (population: number | null, beyond: number | null, km: number | null) =>
    [
      population === null ? 'population inconnue' : formatCountOf(population, 'habitant', 'habitants'),
      ...(beyond === null ? [] : [`${formatCount(beyond)} trop loin`]),
      km === null ? 'aucun lieu' : `lieu le plus proche à ${formatKm(km)}`,
    ].join(' · '),
} as const;
