/** What the map, its controls and the shell say. */

import type { Territory } from '../../api/contract.ts';
import type { ClassMethod } from '../../data/analysis/classes.ts';
import type { IndicatorId } from '../../data/catalogue/catalogue.ts';
import type { PatternKind } from '../layers/palette.ts';
import { formatPeriod, shareOfCommunes } from './numbers.ts';

export const shell = {
  name: 'Présence numérique',
  skip: 'Aller au contenu',
  navigation: 'Rubriques',
  map: 'Carte',
  gaps: 'Écarts',
  projects: 'Projets',
  tables: 'Données',
  method: 'Méthode',
  api: 'API',
  loading: 'Chargement…',
  failed: 'Cette page n’a pas pu s’afficher.',
  remedy: 'Recharger la page',
} as const;

export const controls = {
  choices: 'Choisir ce que montre la carte',
  departement: 'Département',
  territory: 'Territoire',
  wholeTerritory: (name: string) => (name === '' ? 'Tout le territoire' : `Tout le territoire (${name})`),
  indicator: 'Indicateur',
  pickIndicator: 'Choisir un indicateur',
  allThemes: 'Tous thèmes',
  withoutData: 'Pas encore de données chargées\u00a0: voir Données › Sources.',
  close: 'Fermer',
  level: 'Maille',
  levels: { commune: 'Commune', epci: 'EPCI' },
  extent: 'Étendue des EPCI',
  extents: { partie: 'Dans le département', entier: 'EPCI entier' },
  period: 'Période',
  since: 'Depuis',
  deadline: 'Échéance',
  deadlineHelp: 'Toutes les fermetures prévues jusqu’à cette date.',
  classMethod: 'Découpage',
  classMethods: { jenks: 'Seuils naturels (Jenks)', quantiles: 'Quantiles', egaux: 'Pas égaux' } satisfies Record<
    ClassMethod,
    string
  >,
  classCount: 'Classes',
  fewer: 'Une classe de moins',
  more: 'Une classe de plus',
  tabs: 'Affichage',
  mapTab: 'Carte',
  tableTab: 'Tableau',
  copyLink: 'Copier le lien',
  copied: 'Lien copié',
  copyFailed: 'Le lien est dans la barre d’adresse',
  reading: 'Lecture des chiffres',
} as const;

export const sheet = {
  raise: 'Agrandir le volet',
  lower: 'Réduire le volet',
} as const;

export const map = {
  label: 'Carte du territoire',
  help: 'Flèches pour se déplacer, + et − pour zoomer, Entrée pour ouvrir le territoire au centre.',
  /** Ids of maplibre's own strings. */
  locale: {
    'NavigationControl.ZoomIn': 'Zoomer',
    'NavigationControl.ZoomOut': 'Dézoomer',
    'Map.Title': 'Carte : flèches pour se déplacer, + et − pour zoomer, Entrée pour ouvrir le territoire au centre',
    'ScaleControl.Kilometers': 'km',
    'ScaleControl.Meters': 'm',
    'CooperativeGesturesHandler.MobileHelpText': 'Deux doigts pour déplacer la carte',
    'CooperativeGesturesHandler.WindowsHelpText': 'Ctrl et la molette pour zoomer',
    'CooperativeGesturesHandler.MacHelpText': '⌘ et la molette pour zoomer',
  },
  noAnswer: 'Aucun chiffre reçu pour ce territoire',
  sourceLabel: (count: number) => (count < 2 ? 'Source : ' : 'Sources : '),
} as const;

export const legend = {
  title: 'Légende',
  show: 'Voir la légende',
  hide: 'Réduire la légende',
  histogram: (label: string) => `Répartition des territoires : ${label}`,
  settings: 'Régler les classes',
  patterns: {
    'non-disponible': 'Non disponible',
    secret: 'Secret statistique',
    'non-prevu': 'Aucune date prévue',
  } satisfies Record<PatternKind, string>,
  outside: 'Hors du département',
  bounds: (periods: readonly string[]) =>
    periods.length > 1 ? `Mêmes seuils pour ${periods.map(formatPeriod).join(', ')}` : null,
  method: (method: string) => `Dénombrement : ${method}`,
  oneDot: 'Un point = un projet, à la couleur de son thème, placé au centre de son territoire',
  areaOf: 'La surface du cercle est proportionnelle au nombre',
  only: (label: string) => `Ne montrer que ${label}`,
  all: 'Tout montrer',
  notComparable: 'Non comparable',
  /** What the colours say when it is not the indicator's name. */
  meanings: {
    'meilleure-technologie': 'La plus fréquente parmi les locaux sans fibre',
    'zone-reglementaire': 'Zonage du T1\u00a02018',
  } as Readonly<Partial<Record<IndicatorId, string>>>,
  sources: 'Sources',
  dataOn: (date: string) => `données au ${date}`,
} as const;

export const noFigures = {
  lead: 'Aucun chiffre n’est encore chargé pour cet indicateur.',
  awaited: (count: number) =>
    count < 2
      ? 'Il attend une source, à charger programme arrêté\u00a0:'
      : `Il attend ${count} sources, à charger programme arrêté\u00a0:`,
  other: 'En attendant, choisir un autre indicateur\u00a0:',
  sources: 'Voir toutes les sources et leur état',
} as const;

/** Why nothing is coloured. */
export const blank = {
  title: 'Rien n’est colorié.',
  broken: 'La méthode de comptage change entre ces deux périodes\u00a0: la différence des taux n’aurait pas de sens.',
  lastComparable: (period: string) => `Voir l’évolution jusqu’au ${formatPeriod(period)}`,
  several: (indicator: IndicatorId) =>
    indicator === 'fermeture-cuivre'
      ? 'Les communes d’un EPCI n’ont pas toutes la même date de fermeture.'
      : 'Les communes d’un EPCI ne sont pas toutes dans la même zone.',
  byCommune: 'Voir par commune',
};

export function classRange(from: string, to: string): string {
  return `${from} – ${to}`;
}

/** "Grand Paris Sud, 15 communes sur 23" where the EPCI straddles the département. */
export function territoryName(territory: Pick<Territory, 'nom' | 'partiel' | 'communes' | 'communesEntier'>): string {
  if (!territory.partiel) return territory.nom;
  return `${territory.nom} (${shareOfCommunes(territory)})`;
}
