/** Words of the distribution of referenced projects over EPCI and themes. A silence of the census is never an absence. */
import type { BudgetAnswer, DistributionAnswer } from '../../api/contract-projects.ts';
import { themes } from '../../data/catalogue/themes.ts';
import { formatCount, formatCountOf, formatEuros, formatPartialDate, plural } from './numbers.ts';

export type DistributionRow = DistributionAnswer['total'];
type Census = DistributionRow['recensement'];

export const distribution = {
  waiting: 'La répartition arrive…',
  failed: (message: string) => `La répartition n’a pas pu être lue. ${message}`,
  matrix: 'Par EPCI et par thème',
  matrixCaption: 'Projets recensés, par EPCI et par thème',
  show: 'Montrer dans les cases',
  cells: { nombre: 'Nombre de projets', budget: 'Budgets connus' },
  epci: 'EPCI',
  total: 'Total',
  totalNote: 'Chaque projet compté une fois',
  shared: 'Partagés',
  sharedNote:
    'Partagés\u00a0: portés avec, ou ouverts à, deux collectivités ou plus, pour autant que leur fiche le dise.',
  noEpci: 'Sans EPCI',
  noEpciNote: 'Tout le département, ou un autre périmètre',
  reading: {
    nombre:
      'Plus une case est foncée, plus elle compte de projets. Un tiret\u00a0: aucun projet recensé, ce qui ne dit pas qu’il n’y en a pas.',
    budget:
      'Chaque somme est donnée avec le nombre de fiches qui indiquent leur budget, sur le nombre de fiches\u00a0; la couleur fonce à 100\u202f000\u00a0€, puis à 1, 10 et 100\u00a0M€. Un tiret\u00a0: aucun projet recensé, ce qui ne dit pas qu’il n’y en a pas.',
  },
  twice: {
    nombre: 'Un projet de deux EPCI compte dans les deux lignes, et une seule fois dans le total.',
    budget:
      'Le budget d’un projet de plusieurs EPCI compte en entier dans chacune des lignes, et une seule fois dans le total.',
  },
  keys: 'Flèches pour passer d’une case à l’autre, Entrée pour ouvrir la liste.',
  onMap: 'Sur la carte',
  onMapOf: (theme: string) => `${theme}, sur la carte`,
  byTheme: 'Projets par thème',
  table: 'Voir le tableau',
  columns: { theme: 'Thème', count: 'Projets', part: 'Part', budget: 'Budgets connus', sheets: 'Fiches avec budget' },
  none: 'aucun projet recensé',
  unknown: 'non connu',
  sharedOf: (count: string) => `partagés\u00a0: ${count}`,
  silent: (themes: readonly string[]) =>
    themes.length > 3
      ? `Aucun projet recensé dans les ${formatCount(themes.length)} autres thèmes.`
      : `Aucun projet recensé en ${quoted(themes)}.`,
  nothing: 'Aucun projet recensé dans cet EPCI\u00a0: le recensement est à compléter.',
} as const;

const labels = new Map<string, string>(themes.map(({ id, label }) => [id, label]));

export function labelOfTheme(id: string): string {
  return labels.get(id) ?? id;
}

/** → A répondu le 12/03/2027, or Recensement à compléter: nothing is known of most. */
export function censusOf(census: Census): string {
  if (census?.statut !== 'repondu')
    return census?.statut === 'en-cours' ? 'Réponse en cours' : 'Recensement à compléter';
  if (census.date === null) return 'A répondu';
  return `A répondu ${census.date.length >= 10 ? 'le' : 'en'} ${formatPartialDate(census.date)}`;
}

/** What is most and least present, and how far the census goes. */
export function summariseDistribution({ lignes, total }: DistributionAnswer): string {
  const epcis = lignes.filter(({ epci }) => epci !== null);
  const apart = lignes.find(({ epci }) => epci === null)?.nombre ?? 0;
  if (total.nombre === 0) return 'Aucun projet n’est encore recensé\u00a0: le recensement est à compléter.';
  const first = epcis.toSorted((a, b) => b.nombre - a.nombre)[0];
  const most = total.themes.toSorted((a, b) => b.nombre - a.nombre)[0];
  const sentences = [
    `${formatCountOf(total.nombre, 'projet est recensé', 'projets sont recensés')}${
      apart > 0 ? `, dont ${formatCount(apart)} sans EPCI désigné` : ''
    }.`,
  ];
  if (first && first.nombre > 0) {
    const isAlone = epcis.filter(({ nombre }) => nombre === first.nombre).length === 1;
    const rank = isAlone ? 'plus que tout autre EPCI' : 'autant que d’autres';
    sentences.push(`${first.nom} en réunit ${formatCount(first.nombre)}, ${rank}${fewest(epcis, first.nombre)}.`);
  }
  if (most) {
    const empty = emptyThemes(total);
    const rest = empty.length === 0 || empty.length > 3 ? '' : `\u00a0; aucun n’est recensé en ${quoted(empty)}`;
    sentences.push(`Le thème le plus présent est ${quoted([most.theme])} (${formatCount(most.nombre)})${rest}.`);
  }
  return sentences.join(' ');
}

function fewest(epcis: readonly DistributionRow[], most: number): string {
  const least = Math.min(...epcis.map(({ nombre }) => nombre));
  const names = epcis.filter(({ nombre }) => nombre === least).map(({ nom }) => nom);
  if (least === most) return '';
  const where = names.length > 3 ? `dans ${formatCountOf(names.length, 'EPCI', 'EPCI')}` : `pour ${joined(names)}`;
  return least === 0 ? `\u00a0; aucun n’est recensé ${where}` : `\u00a0; le moins, ${formatCount(least)}, ${where}`;
}

function emptyThemes(total: DistributionRow): string[] {
  return total.themes.filter(({ nombre }) => nombre === 0).map(({ theme }) => theme);
}

/** How far the census goes: who answered. */
export function summariseCensus({ lignes }: DistributionAnswer): string {
  const epcis = lignes.filter(({ epci }) => epci !== null);
  const answered = epcis.filter(({ recensement }) => recensement?.statut === 'repondu').length;
  if (answered === epcis.length) return 'Tous les EPCI ont répondu au recensement.';
  const known =
    answered === 0
      ? 'Aucun EPCI n’a encore répondu au recensement'
      : `${formatCount(answered)}\u00a0EPCI sur ${formatCount(epcis.length)} ${plural(answered, 'a répondu', 'ont répondu')} au recensement`;
  return `${known}\u00a0: un petit nombre dit d’abord ce qui n’a pas été recensé, pas ce qui n’existe pas.`;
}

/** The finding of the bars: the first two themes. */
export function findingOfThemes({ total }: DistributionAnswer): string {
  const [first, second] = total.themes.toSorted((a, b) => b.nombre - a.nombre);
  if (!first || !second || first.nombre === 0) return distribution.byTheme;
  const sum = formatCount(first.nombre + second.nombre);
  return `${quoted([first.theme, second.theme])} réunissent ${sum} des ${formatCount(total.nombre)} projets`;
}

/** What a cell says aloud. */
export function cellLabel(row: string, theme: string | null, count: number, budget: BudgetAnswer | null): string {
  const where = theme === null ? row : `${row}, ${theme}`;
  if (count === 0) return `${where}\u00a0: aucun projet recensé`;
  const counted = formatCountOf(count, 'projet', 'projets');
  return `${where}\u00a0: ${budget === null ? counted : budgetSaid(budget, count)}`;
}

function budgetSaid(budget: BudgetAnswer, count: number): string {
  if (budget.euros === null) return `budget non connu, ${sheetsOf(budget, count)}`;
  return `${formatEuros(budget.euros)}, ${sheetsOf(budget, count)}`;
}

/** → 2 fiches sur 12. */
export function sheetsOf({ fiches, dansUnParent }: BudgetAnswer, count: number): string {
  const within = dansUnParent > 0 ? `, ${formatCount(dansUnParent)} dans un projet parent` : '';
  return `${formatCount(fiches)}\u00a0${plural(fiches, 'fiche', 'fiches')} sur ${formatCount(count)}${within}`;
}

/** Short enough for a cell: 120 M€, 4,99 M€, 205 k€. */
export function shortEuros(euros: number): string {
  return euros >= 1e6 || euros < 1000 ? formatEuros(euros) : `${formatCount(Math.round(euros / 1000))}\u00a0k€`;
}

/** → 17 % and 4 sur 23; null where there is no project. */
export function sharedOf({ partages, nombre }: DistributionRow): { ratio: string; count: string } | null {
  if (nombre === 0) return null;
  return {
    ratio: `${formatCount(Math.round((partages / nombre) * 100))}\u202f%`,
    count: `${formatCount(partages)} sur ${formatCount(nombre)}`,
  };
}

/** → a, b et c. */
function joined(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`;
}

function quoted(themes: readonly string[]): string {
  return joined(themes.map((theme) => `«\u00a0${labelOfTheme(theme)}\u00a0»`));
}
