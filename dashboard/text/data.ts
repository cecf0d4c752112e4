/** Words of the screens Données: sources and their quality, what changed, états des lieux. */
import type { Changes, IndicatorChanges, Load, SourceAnswer } from '../../api/contract-states.ts';
import { formatCount, formatCountOf, formatDate, formatPeriod, plural } from './numbers.ts';

export const data = {
  title: 'Données',
  tabs: { tables: 'Télécharger', sources: 'Sources', changes: 'Ce qui a changé', editions: 'États des lieux' },
  navigation: 'Données',
  waiting: 'Les comptes rendus arrivent…',
  failed: (message: string) => `Ces données n’ont pas pu être lues. ${message}`,
} as const;

type LoadedFile = Load['fichiers'][number];

/** Where a file came from: the scheme of its name tells what did not come over the network. */
function provenanceOf({ nom, obtenuLe }: LoadedFile): string {
  const npm = /^npm:((?:@[^/]+\/)?[^/]+)/.exec(nom)?.[1];
  if (npm) return `paquet npm ${npm}`;
  if (nom.startsWith('package:')) return 'fourni avec le programme';
  return obtenuLe === null ? 'donné dans un dossier' : `obtenu le ${formatDate(obtenuLe)}`;
}

const states = {
  loaded: 'Chargée',
  failed: 'Dernière tentative en échec',
  absent: 'Non chargée',
} as const;
export type SourceState = keyof typeof states;

export function stateOf({ chargements, derniereTentative }: SourceAnswer): SourceState {
  if (derniereTentative?.statut === 'echec') return 'failed';
  return chargements.length > 0 ? 'loaded' : 'absent';
}

export const sources = {
  title: 'D’où viennent les chiffres, et ce qu’ils valent',
  states,
  /** The sentence that opens the page. */
  summary(all: readonly SourceAnswer[]): string {
    const loaded = all.filter(({ chargements }) => chargements.length > 0);
    const dates = loaded.flatMap(({ chargements }) => chargements.map(({ dateDonnees }) => dateDonnees)).sort();
    const refused = loaded.reduce(
      (sum, { chargements }) => sum + chargements.reduce((count, load) => count + load.lignesRefusees, 0),
      0,
    );
    const failing = all.filter((source) => stateOf(source) === 'failed').length;
    if (loaded.length === 0) return 'Aucune source n’est chargée.';
    return [
      `${loaded.length} sources chargées sur ${all.length}, la plus récente au ${formatDate(dates.at(-1) ?? '')}`,
      refused === 0 ? 'aucune ligne refusée' : formatCountOf(refused, 'ligne refusée', 'lignes refusées'),
      failing === 0 ? 'aucun échec en cours.' : `${formatCountOf(failing, 'source en échec', 'sources en échec')}.`,
    ].join('\u00a0; ');
  },
  ready: 'Chargées',
  missing: 'Déclarées, non chargées',
  licence: 'Licence',
  updated: 'Données au',
  failure: (when: string, reason: string, isLoaded: boolean) =>
    `Tentative du ${formatDate(when)}\u00a0: ${reason} ${isLoaded ? 'Les données précédentes restent en vigueur.' : 'Rien n’est encore chargé de cette source.'}`,
  usedBy: 'Indicateurs',
  columns: {
    vintage: 'Millésime',
    date: 'Données au',
    read: 'Lues',
    taken: 'Retenues',
    outside: 'Hors territoire',
    refused: 'Refusées',
    blank: 'Communes sans chiffre',
  },
  caption: (title: string) => `Lignes lues, retenues et refusées\u00a0: ${title}`,
  blank: (load: Load) =>
    load.communesAttendues === null
      ? 'sans objet'
      : `${formatCount(load.communesSansChiffre.length)} sur ${formatCount(load.communesAttendues)}`,
  blankList: (load: Load) =>
    `${formatPeriod(load.millesime)}\u00a0: ${formatCountOf(load.communesSansChiffre.length, 'commune sans chiffre', 'communes sans chiffre')}`,
  files: 'Fichiers et empreintes',
  fileName: ({ nom }: LoadedFile) => nom.replace(/^(npm|package):/, ''),
  file: (file: LoadedFile) =>
    [
      file.octets < 1e6
        ? `${formatCount(Math.ceil(file.octets / 1000))}\u00a0ko`
        : `${formatCount(Math.round(file.octets / 1e6))}\u00a0Mo`,
      provenanceOf(file),
    ].join(', '),
  refusals: (count: number) => formatCountOf(count, 'motif de refus', 'motifs de refus'),
  warnings: (count: number) => formatCountOf(count, 'remarque', 'remarques'),
  reason: (reason: string, count: number) => `${reason} (${formatCount(count)})`,
};

export const changes = {
  title: 'Ce qui a changé',
  from: 'Depuis',
  to: 'Jusqu’à',
  current: 'Chiffres en vigueur',
  loadState: ({ millesime, chargeLe }: Load, title: string) =>
    `Après « ${title} », ${formatPeriod(millesime)}, chargé le ${formatDate(chargeLe)}`,
  /** A state as the API tells it, at the head of a line. */
  state: (label: string) => label.charAt(0).toUpperCase() + label.slice(1),
  editionState: (title: string, at: string) => `État des lieux « ${title} », ${formatDate(at)}`,
  caption: 'Indicateurs dont un chiffre a changé',
  columns: {
    indicator: 'Indicateur',
    before: 'Avant',
    after: 'Après',
    difference: 'Écart',
    communes: 'Communes',
    epci: 'EPCI',
    territory: 'Territoire',
  },
  reasons: {
    'rupture-de-methode': 'Méthode de comptage différente\u00a0: l’écart n’aurait pas de sens.',
    'absent-avant': 'Sans chiffre auparavant.',
    'absent-apres': 'Sans chiffre désormais.',
  } as Readonly<Record<string, string>>,
  none: 'Rien à montrer\u00a0: les deux états ont les mêmes chiffres. Choisir un autre état de départ, ou figer un état des lieux avant le prochain chargement.',
  /** In a narrow cell; the reason stands beside the indicator. */
  absence: {
    valeur: 'sans valeur unique',
    'non-disponible': 'non disponible',
    secret: 'secret',
    'non-agregable': 'par commune',
  },
  territories: (indicator: string) => `Territoires dont «\u00a0${indicator}\u00a0» a changé`,
  count: (changed: number, all: number) =>
    `${formatCount(changed)} ${plural(changed, 'territoire', 'territoires')} sur ${formatCount(all)}`,
  days: (count: number) => `${count > 0 ? '+' : '\u2212'}${formatCountOf(Math.abs(count), 'jour', 'jours')}`,
  periods: ({ periodeAvant, periodeApres }: Changes['indicateurs'][number]) =>
    periodeAvant === periodeApres
      ? formatPeriod(periodeApres ?? '')
      : `${periodeAvant ? formatPeriod(periodeAvant) : 'rien'} → ${periodeApres ? formatPeriod(periodeApres) : 'rien'}`,
  /** Two states that count up to different days do not say the same, even where the numbers are equal. */
  deadlines: ({ echeanceAvant, echeanceApres }: Pick<IndicatorChanges, 'echeanceAvant' | 'echeanceApres'>) =>
    echeanceAvant === echeanceApres
      ? ''
      : `Échéance\u00a0: ${echeanceAvant ? formatDate(echeanceAvant) : 'aucune'} avant, ${echeanceApres ? formatDate(echeanceApres) : 'aucune'} après.`,
  excel: 'Télécharger pour Excel (CSV)',
  csv: 'Télécharger pour un logiciel (CSV)',
};

export const editions = {
  title: 'États des lieux figés',
  lead: 'Un état des lieux est daté, immuable et citable\u00a0: ses chiffres ne changent plus quand de nouveaux fichiers arrivent.',
  none: 'Aucun état des lieux n’est figé.',
  how: 'Pour figer les chiffres en vigueur\u00a0:',
  command: 'npm run etl -- figer "T2 2026"',
  frozen: (at: string) => `figé le ${formatDate(at)}`,
  hash: 'Empreinte',
  loads: (count: number) => formatCountOf(count, 'chargement', 'chargements'),
  see: 'Voir ces chiffres',
  compare: 'Comparer aux chiffres en vigueur',
  banner: (title: string, at: string) => `État des lieux «\u00a0${title}\u00a0», figé le ${formatDate(at)}.`,
  unknown: (id: string) => `L’état des lieux «\u00a0${id}\u00a0» n’existe pas.`,
  unknownWhy: 'Le lien a pu être mal recopié, ou venir d’une autre installation.',
  leave: 'Revenir aux chiffres en vigueur',
};
