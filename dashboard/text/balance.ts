/** What the screen of balance says. A sentence is drawn from an index only above the threshold declared with it. */
import type { PermutationTest, TheilSplit } from '../../data/analysis/balance.ts';
import { leastTheil } from '../../data/analysis/missing-quantity.ts';
import type { IndicatorId } from '../../data/catalogue/catalogue.ts';
import { formatCount, formatCountOf, formatPeriod, formatRatio, plural } from './numbers.ts';

/** The fewest premises whose communes hold half of what is missing. */
export interface Half {
  readonly communes: number;
  readonly baseShare: number;
  readonly quantityShare: number;
}

export interface BalanceReading {
  readonly base: number;
  readonly quantity: number;
  readonly gini: number | null;
  readonly theil: number | null;
  readonly communes: number;
  readonly isReadable: boolean;
  readonly half: Half | null;
  readonly split: TheilSplit | null;
  readonly chance: PermutationTest | null;
}

interface MeasureWords {
  readonly label: string;
  /** After a number: is not, are not. */
  readonly one: string;
  readonly many: string;
  /** The sentence when nothing is missing. */
  readonly none: string;
  readonly short: string;
  /** The premises that are not missing. */
  readonly served: string;
}

/** What can be measured, and how what is missing is told. FttH's rate and its gap are the same premises. */
export const measures: Readonly<Partial<Record<IndicatorId, MeasureWords>>> = {
  'locaux-a-raccorder': {
    label: 'Locaux non encore raccordables à la fibre',
    one: 'n’est pas encore raccordable à la fibre',
    many: 'ne sont pas encore raccordables à la fibre',
    none: 'Tous les locaux sont raccordables à la fibre',
    short: 'locaux non encore raccordables',
    served: 'locaux raccordables',
  },
  'couverture-thd': {
    label: 'Locaux sans très haut débit (30 Mbit/s)',
    one: 'n’a pas accès au très haut débit (30 Mbit/s)',
    many: 'n’ont pas accès au très haut débit (30 Mbit/s)',
    none: 'Tous les locaux ont accès au très haut débit (30 Mbit/s)',
    short: 'locaux sans très haut débit',
    served: 'locaux qui ont le très haut débit',
  },
  'couverture-thd-filaire': {
    label: 'Locaux sans très haut débit par un réseau filaire',
    one: 'n’a pas accès au très haut débit par un réseau filaire',
    many: 'n’ont pas accès au très haut débit par un réseau filaire',
    none: 'Tous les locaux ont accès au très haut débit par un réseau filaire',
    short: 'locaux sans très haut débit filaire',
    served: 'locaux qui ont le très haut débit filaire',
  },
  'couverture-1g': {
    label: 'Locaux sans 1 Gbit/s',
    one: 'n’a pas accès à 1 Gbit/s',
    many: 'n’ont pas accès à 1 Gbit/s',
    none: 'Tous les locaux ont accès à 1 Gbit/s',
    short: 'locaux sans 1 Gbit/s',
    served: 'locaux qui ont 1 Gbit/s',
  },
};

export const balance = {
  waiting: 'Les chiffres arrivent…',
  failed: (message: string) => `Les chiffres n’ont pas pu être lus. ${message}`,
  choices: 'Choisir ce qui est mesuré',
  measure: 'Ce qui manque',
  magnitude: (base: number) => `sur ${formatCount(base)}`,
  question: 'Et dans le temps\u00a0?',
  small: 'L’écart entre communes est trop petit pour être lu\u00a0: aucune conclusion n’en est tirée.',
  axes: {
    base: 'Part des locaux, des communes les mieux servies aux moins bien servies',
    quantity: 'Part de ce qui manque',
  },
  diagonal: 'À chaque commune sa part',
  curve: 'Constaté',
  heavyHead: 'Part de ce qui manque',
  heavyTick: 'part des locaux',
  heaviest: 'Les communes qui pèsent le plus dans l’écart',
  heaviestNote: 'Rangées par ce qu’elles ajoutent à l’indice de Theil. Le trait marque leur part des locaux.',
  within: 'Entre communes d’un même EPCI',
  between: 'Entre EPCI',
  byChance: 'Au hasard',
  chanceNote: (rounds: number) =>
    `Plus un EPCI compte de communes, plus l’écart lui est intérieur\u00a0: la part observée ne se lit que face à celle que donnent ${formatCount(rounds)} tirages, où les communes sont distribuées au hasard entre des EPCI de mêmes tailles. L’intervalle tient 90\u202f% des tirages.`,
  epcis: 'Par EPCI',
  findingOfEpci: (name: string, quantity: string, base: string) =>
    `${name}\u00a0: ${quantity} de ce qui manque, pour ${base} des locaux`,
  epcisNote: 'La barre donne la part de ce qui manque, le trait la part des locaux.',
  table: 'Voir le tableau',
  columns: {
    epci: 'EPCI',
    commune: 'Commune',
    base: 'Part des locaux',
    quantity: 'Part de ce qui manque',
    between: 'Apport entre EPCI',
    within: 'Apport à l’intérieur',
    contribution: 'Apport à l’indice',
    period: 'Période',
    missing: 'Locaux',
    rate: 'Part de tous les locaux',
    gini: 'Gini',
    theil: 'Theil',
  },
  noEpci: 'Hors EPCI',
  total: 'Ensemble',
  interval: (low: string, high: string) => `de ${low} à ${high}`,
  mark: (communes: number) =>
    `La moitié, dans ${communes === 1 ? 'une commune' : `les ${formatCount(communes)} communes les moins bien servies`}`,
  series: 'Les indices par période, comptée par la même méthode',
  ofEpci: (name: string) => `pour ${name}`,
  sharedPart: 'Partagés entre deux collectivités ou plus',
  alonePart: 'Portés par une seule, ou sans information',
  shared: 'Ce qui se partage',
  sharedNote: 'Portés avec, ou ouverts à, deux collectivités ou plus, pour autant que leur fiche le dise.',
  sharedLink: 'Voir la répartition des projets',
  api: 'Les mêmes calculs, par l’API',
  source: 'Source\u00a0:',
} as const;

/** 0.5707 → 0,57; an index near zero keeps four decimals: 0,0009. */
export function formatIndex(index: number): string {
  const digits = Math.abs(index) < 0.1 ? 4 : 2;
  return new Intl.NumberFormat('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(index)
    .replace('-', '\u2212');
}

/** Rounded: 72 %. */
export const percent = (ratio: number) => `${formatCount(Math.round(ratio * 100))}\u202f%`;

/** How many, how concentrated, and what is due to EPCI: three sentences. `inside` names the EPCI that is shown. */
export function summariseBalance(
  reading: BalanceReading,
  words: MeasureWords,
  inside: { readonly name: string; readonly baseShare: number; readonly quantityShare: number } | null,
): string {
  const { base, quantity } = reading;
  const where = inside === null ? '' : `${inside.name}\u00a0: `;
  if (base === 0) return `${where}aucun chiffre n’est disponible.`;
  if (quantity === 0) return `${where}${inside === null ? words.none : lowered(words.none)}.`;
  const sentences = [
    `${where}${formatCountOf(quantity, 'local', 'locaux')} sur ${formatCount(base)} ${plural(quantity, words.one, words.many)}, soit ${formatRatio(quantity / base)}.`,
    concentration(reading),
  ];
  if (inside !== null)
    sentences.push(
      `${inside.name} compte ${formatRatio(inside.quantityShare)} de ce qui manque dans le département, pour ${formatRatio(inside.baseShare)} des locaux.`,
    );
  else if (reading.chance) sentences.push(`${findingOfSplit(reading.chance)}.`);
  return sentences.join(' ');
}

function concentration({ communes, half, isReadable, quantity }: BalanceReading): string {
  if (communes === 1) return 'Une seule commune est en cause\u00a0: il n’y a pas d’écart à mesurer.';
  if (!isReadable || half === null) return balance.small;
  const who = quantity === 1 ? 'Ce local est' : 'La moitié de ce qui manque tient';
  return `${who} dans ${formatCountOf(half.communes, 'commune', 'communes')} sur ${formatCount(communes)}, qui ${plural(half.communes, 'compte', 'comptent')} ${formatRatio(half.baseShare)} des locaux.`;
}

/** The finding of the curve. */
export function findingOfCurve({ half }: BalanceReading): string {
  return half === null
    ? balance.small.replace('\u00a0: aucune conclusion n’en est tirée.', '')
    : `La moitié de ce qui manque tient dans des communes qui comptent ${formatRatio(half.baseShare)} des locaux`;
}

/** The finding of the split: what is within EPCI, against what chance would give. */
export function findingOfSplit({ observed, mean, low, high }: PermutationTest): string {
  const against = `distribuées au hasard, les communes donneraient ${percent(mean)} (de ${percent(low)} à ${percent(high)})`;
  const verdict =
    observed < low
      ? 'les EPCI diffèrent donc entre eux plus que par le seul hasard'
      : observed > high
        ? 'les EPCI diffèrent donc entre eux moins que par le seul hasard'
        : 'l’observation ne se distingue pas du hasard';
  return `${percent(observed)} de l’écart se joue entre communes d’un même EPCI\u00a0; ${against}\u00a0: ${verdict}`;
}

/** Why the index is not that of what is there. */
export function whyMissing(words: MeasureWords, served: { readonly gini: number; readonly theil: number }): string {
  return `Mesuré sur les ${words.served}, l’indice de Theil ne serait que de ${formatIndex(served.theil)} et celui de Gini de ${formatIndex(served.gini)}\u00a0: l’écart est trop petit pour être lu, et rien n’en serait à conclure.`;
}

export interface PeriodIndices {
  readonly period: string;
  readonly quantity: number;
  readonly theil: number | null;
}

/**
 * Whether it evens out: told only between periods of one method.
 * @param series of the method shown, in order
 * @param others the periods of other methods
 */
export function summariseSeries(
  series: readonly PeriodIndices[],
  others: readonly string[],
  method: string | null,
): string {
  const [first, last] = [series[0], series.at(-1)];
  if (first && last && series.length > 1 && first.theil !== null && last.theil !== null) {
    const magnitude = `Du ${formatPeriod(first.period)} au ${formatPeriod(last.period)}, ce qui manque passe de ${formatCount(first.quantity)} à ${formatCountOf(last.quantity, 'local', 'locaux')}`;
    if (first.theil < leastTheil || last.theil < leastTheil)
      return `${magnitude}\u00a0; l’écart entre communes est trop petit pour que son évolution soit lue.`;
    const indices = `l’indice de Theil, de ${formatIndex(first.theil)} à ${formatIndex(last.theil)}`;
    const way =
      last.theil < first.theil
        ? 'ce qui reste est réparti moins inégalement'
        : last.theil > first.theil
          ? 'ce qui reste est plus concentré'
          : 'la répartition est la même';
    return `${magnitude}\u00a0; ${indices}\u00a0: ${way}.`;
  }
  const alone = last
    ? `${formatPeriod(last.period)} est la seule période comptée ainsi${method === null ? '' : ` (${method})`}\u00a0: ces chiffres ne disent pas si le territoire s’équilibre.`
    : 'Aucune période n’est comparable.';
  if (others.length === 0) return alone;
  const list = others.map(formatPeriod);
  const named = list.length === 1 ? list[0] : `${list.slice(0, -1).join(', ')} et ${list.at(-1)}`;
  return `${alone} Rupture de série\u00a0: ${named} ${plural(others.length, 'relève', 'relèvent')} d’une autre méthode.`;
}

/** Mutualisation, beside it. */
export function summariseShared(shared: number, projects: number, where: string): string {
  if (projects === 0) return `Aucun projet n’est recensé ${where}.`;
  if (projects === 1)
    return `Le seul projet recensé ${where} ${shared === 1 ? 'est' : 'n’est pas'} partagé entre deux collectivités ou plus.`;
  if (shared === 0) return `Aucun des ${formatCount(projects)} projets recensés ${where} n’est partagé.`;
  return `${formatCount(shared)} ${plural(shared, 'projet recensé', 'projets recensés')} sur ${formatCount(projects)} ${where} ${plural(shared, 'est partagé', 'sont partagés')} entre deux collectivités ou plus.`;
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
