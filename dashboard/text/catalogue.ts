/** Words of the catalogue of possible actions: the list, a sheet, the interest that collectivités declare. */
import type { CatalogueSheet } from '../../api/contract-projects.ts';
import { decisionLabels } from '../../data/catalogue/project-words.ts';
import { type ThemeId, themes } from '../../data/catalogue/themes.ts';
import { formatCount, formatCountOf, formatEuros, formatPartialDate, plural } from './numbers.ts';

type Costed = Pick<CatalogueSheet, 'coutMinEuros' | 'coutMaxEuros'>;
type Timed = Pick<CatalogueSheet, 'dureeMinMois' | 'dureeMaxMois'>;
type Decision = NonNullable<CatalogueSheet['decision']>;

export const catalogue = {
  waiting: 'Lecture du catalogue…',
  failed: (why: string) => `Le catalogue n’a pas pu être lu\u00a0: ${why}`,
  empty: 'Le catalogue est vide\u00a0: Essonne Numérique n’y a encore publié aucune fiche.',
  example: 'Exemple',
  interest: 'Intérêt des collectivités',
  select: 'Ajouter à la présélection',
  selectNamed: (title: string) => `Ajouter à la présélection\u00a0: ${title}`,
  bar: 'Fiches choisies',
  chosen: (count: number) => formatCountOf(count, 'fiche choisie', 'fiches choisies'),
  compose: 'Composer la présélection',
  clear: 'Vider le choix',
  missingThemes: (labels: readonly string[]) =>
    `Pas encore de fiche pour\u00a0: ${labels.map((label) => label.toLowerCase().replace(/\bsig\b/, 'SIG')).join(', ')}.`,
} as const;

export const sheetWords = {
  waiting: 'Lecture de la fiche…',
  unknown: (id: string) => `Le catalogue n’a pas de fiche «\u00a0${id}\u00a0».`,
  back: 'Voir toutes les fiches du catalogue',
  exampleNote:
    'Cette fiche est un exemple\u00a0: elle montre ce qu’une fiche du catalogue peut dire, et n’engage personne.',
  problem: 'Le problème',
  objectives: 'Objectifs',
  prerequisites: 'Ce qu’il faut réunir d’abord',
  sharing: 'Ce qui peut être mis en commun',
  results: 'À quoi se mesurerait le résultat',
  examples: 'Projets recensés dont elle s’inspire',
  examplesNote: 'Des faits, eux\u00a0: ces projets existent ou ont existé, et leur fiche en donne la source.',
  cost: 'Coût indicatif',
  duration: 'Durée',
  carriers: 'Qui pourrait la porter',
  decision: 'Décision',
  pilot: 'Pilote',
  noDecision: 'Aucune décision n’a été prise à son sujet.',
  unsaid: 'Non précisé',
  updated: (date: string) => `Fiche mise à jour le ${formatPartialDate(date)}`,
  print: 'Imprimer',
} as const;

export const interest = {
  title: 'Qui s’y intéresse',
  unverified: 'Intérêts déclarés en ligne par les collectivités elles-mêmes, non vérifiés.',
  outside: 'Hors EPCI du département',
  form: 'Déclarer l’intérêt d’une collectivité',
  territory: 'Commune ou EPCI',
  territoryHelp: 'Son nom, son code ou un code postal. Une nouvelle déclaration remplace la précédente.',
  note: 'Ce qu’elle en attend (facultatif)',
  noteHelp: (left: number) =>
    `${formatCountOf(left, 'caractère', 'caractères')} ${plural(left, 'possible', 'possibles')}. Sans nom de personne.`,
  send: 'Déclarer cet intérêt',
  sending: 'Envoi…',
  noTerritory: 'Choisir d’abord une commune ou un EPCI dans la liste.',
  receipt: (name: string, isNew: boolean) =>
    isNew
      ? `Intérêt enregistré pour ${name}\u00a0: il compte dès maintenant dans cette page.`
      : `${name} s’était déjà déclaré\u00a0: sa déclaration est remplacée, et ne compte qu’une fois.`,
} as const;

export const participation = {
  code: 'Code de participation',
  codeHelp: 'L’organisateur le communique aux participants.',
  refused: 'L’envoi a été refusé. ',
} as const;

/** → Des actions possibles, pas des projets en cours : 3 fiches, sur 3 thèmes. Les trois sont des exemples… */
export function catalogueLead(sheets: readonly Pick<CatalogueSheet, 'theme' | 'statut'>[]): string {
  if (sheets.length === 0) return `Des actions possibles, pas des projets en cours. ${catalogue.empty}`;
  const themeCount = new Set(sheets.map(({ theme }) => theme)).size;
  const examples = sheets.filter(({ statut }) => statut === 'exemple').length;
  return `Des actions possibles, pas des projets en cours\u00a0: ${formatCountOf(sheets.length, 'fiche', 'fiches')}, sur ${formatCountOf(themeCount, 'thème', 'thèmes')}.${exampleSentence(examples, sheets.length)}`;
}

function exampleSentence(examples: number, all: number): string {
  if (examples === 0) return '';
  if (all === 1) return ' C’est un exemple\u00a0: il n’engage personne.';
  if (examples === all)
    return ` ${all === 2 ? 'Les deux' : all === 3 ? 'Les trois' : 'Toutes'} sont des exemples, écrits d’après des projets recensés\u00a0: ils n’engagent personne.`;
  return ` ${examples === 1 ? 'L’une est un exemple, qui n’engage personne.' : `${formatCount(examples)} sont des exemples, qui n’engagent personne.`}`;
}

/** → de 2 000 € à 100 000 €, ou : coût non connu. */
export function costLine({ coutMinEuros: least, coutMaxEuros: most }: Costed): string {
  if (least === null && most === null) return 'coût non connu';
  if (least === null) return `jusqu’à ${formatEuros(most ?? 0)}`;
  if (most === null) return `à partir de ${formatEuros(least)}`;
  return least === most ? formatEuros(least) : `de ${formatEuros(least)} à ${formatEuros(most)}`;
}

/** → de 2 à 12 mois, ou : durée non connue. */
export function durationLine({ dureeMinMois: least, dureeMaxMois: most }: Timed): string {
  if (least === null && most === null) return 'durée non connue';
  if (least === null) return `${formatCount(most ?? 0)}\u00a0mois au plus`;
  if (most === null) return `${formatCount(least)}\u00a0mois au moins`;
  return least === most
    ? `${formatCount(least)}\u00a0mois`
    : `de ${formatCount(least)} à ${formatCount(most)}\u00a0mois`;
}

/** → Une action possible : de 2 000 € à 100 000 €, de 2 à 12 mois ; elle pourrait être portée par… */
export function sheetLead(sheet: CatalogueSheet): string {
  const carriers = listOr(sheet.porteursPossibles.map(withArticle));
  const facts = [costLine(sheet), durationLine(sheet)].join(', ');
  return `Une action possible, pas un projet en cours\u00a0: ${facts}.${
    carriers === '' ? '' : ` Elle pourrait être portée par ${carriers}.`
  }`;
}

const articles: Readonly<Record<string, string>> = {
  Commune: 'une commune',
  EPCI: 'un EPCI',
  Département: 'le Département',
  Région: 'la Région',
  Association: 'une association',
  Entreprise: 'une entreprise',
  'Centre communal d’action sociale': 'un centre communal d’action sociale',
  'Syndicat mixte': 'un syndicat mixte',
};

/** A sheet names kinds of organisations without an article; one that is not known stays as it is written. */
function withArticle(carrier: string): string {
  return articles[carrier] ?? carrier;
}

function listOr(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ou ${items.at(-1)}`;
}

/** A text as a typographer sets it: no line ends inside a number or before a high sign of punctuation. */
export function typeset(text: string): string {
  return text.replaceAll(/(\d) (?=\d{3})/g, '$1\u202f').replaceAll(/ (?=[;:!?»€%])|(?<=«) /g, '\u00a0');
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** → 3 collectivités intéressées, dans 2 EPCI, ou : Aucun intérêt déclaré. */
export function interestLine(interets: CatalogueSheet['interets']): string {
  const count = interets.reduce((sum, { nombre }) => sum + nombre, 0);
  if (count === 0) return 'Aucun intérêt déclaré';
  const epcis = interets.filter(({ epci }) => epci !== null).length;
  const who = formatCountOf(count, 'collectivité intéressée', 'collectivités intéressées');
  return epcis === 0 ? who : `${who}, dans ${formatCount(epcis)}\u00a0EPCI`;
}

/** → 2 EPCI intéressés, ou : Aucun EPCI intéressé. */
export function epciCount(interets: CatalogueSheet['interets']): string {
  const count = interets.filter(({ epci }) => epci !== null).length;
  return count === 0 ? 'Aucun EPCI intéressé' : formatCountOf(count, 'EPCI intéressé', 'EPCI intéressés');
}

/** What the interest in a sheet says, in a sentence. */
export function interestSentence(interets: CatalogueSheet['interets']): string {
  const count = interets.reduce((sum, { nombre }) => sum + nombre, 0);
  if (count === 0) return 'Aucune collectivité ne s’est encore déclarée intéressée.';
  const epcis = interets.filter(({ epci }) => epci !== null).length;
  return `${formatCountOf(count, 'collectivité s’est déclarée intéressée', 'collectivités se sont déclarées intéressées')}${
    epcis === 0 ? '' : `, dans ${formatCount(epcis)}\u00a0EPCI`
  }.`;
}

/** → Retenu, comité syndical, 12/03/2027. */
export function decisionLine({ decision, instance, date }: Pick<Decision, 'decision' | 'instance' | 'date'>): string {
  return `${decisionLabels[decision]}, ${instance}, ${formatPartialDate(date)}`;
}

export function themeOf(id: string): { readonly label: string; readonly color: string } {
  return themes.find((theme) => theme.id === id) ?? { label: id, color: 'var(--ink-muted)' };
}

export interface ThemeGroup {
  readonly id: ThemeId;
  readonly label: string;
  readonly color: string;
  readonly sheets: readonly CatalogueSheet[];
}

/** Sheets under their theme, in the order of the themes. */
export function groupByTheme(sheets: readonly CatalogueSheet[]): readonly ThemeGroup[] {
  return themes
    .map(({ id, label, color }) => ({ id, label, color, sheets: sheets.filter(({ theme }) => theme === id) }))
    .filter((group) => group.sheets.length > 0);
}

/** Themes that no sheet is about. */
export function themesWithout(sheets: readonly Pick<CatalogueSheet, 'theme'>[]): readonly string[] {
  return themes.filter(({ id }) => !sheets.some(({ theme }) => theme === id)).map(({ label }) => label);
}
