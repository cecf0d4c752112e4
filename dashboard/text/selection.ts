/** Words of pre-selections: composing one, comparing its sheets, scoring them, and what the scores say. */
import type { Basket } from '../../api/contract-projects.ts';
import { capitalised } from './catalogue.ts';
import { formatCount, formatCountOf, formatDate, formatRatio, plural } from './numbers.ts';

/** The note of a criterion goes from 0 to this. */
export const bestScore = 5;
export const mostSheets = 20;
export const mostCriteria = 8;
export const mostWeight = 10;

/** Criteria that are proposed; a committee declares its own. */
export const proposedCriteria = [
  { libelle: 'Besoin du territoire', poids: 3 },
  { libelle: 'Coût', poids: 2 },
  { libelle: 'Mutualisation', poids: 3 },
  { libelle: 'Délai', poids: 1 },
  { libelle: 'Faisabilité', poids: 2 },
] as const;

export const composition = {
  waiting: 'Lecture du catalogue…',
  sheets: 'Les fiches',
  addSheet: 'Choisir les fiches à comparer',
  exampleAfter: '\u00a0·\u00a0exemple',
  strangers: (ids: readonly string[]) =>
    `${formatCountOf(ids.length, 'choix n’est pas une fiche', 'choix ne sont pas des fiches')} du catalogue et ${plural(ids.length, 'n’est pas repris', 'ne sont pas repris')}\u00a0: ${ids.join(', ')}.`,
  criteria: 'Les critères et leur poids',
  criteriaNote: 'Un poids de 0 garde les notes d’un critère sans les compter dans le total.',
  criterion: (rank: number) => `Critère ${rank}`,
  weight: (label: string) => `Poids de «\u00a0${label || 'ce critère'}\u00a0», de 0 à ${mostWeight}`,
  weightHead: 'Poids',
  shareHead: 'Part du total',
  share: (ratio: number) => formatRatio(ratio),
  remove: 'Retirer',
  removeNamed: (label: string) => `Retirer le critère ${label}`,
  lessWeight: (label: string) => `Alléger ${label}`,
  moreWeight: (label: string) => `Alourdir ${label}`,
  addCriterion: 'Ajouter un critère',
  naming: 'Nommer et ouvrir',
  name: 'Titre de la présélection',
  nameHelp: 'Par exemple\u00a0: comité du 12 mars, actions de mobilité.',
  create: 'Créer la présélection',
  creating: 'Création…',
  warning:
    'Quiconque connaît l’adresse d’une présélection peut la lire et noter\u00a0: ne la donner qu’aux participants. Elle ne figure dans aucune liste, il faut la conserver.',
  compare: 'Côte à côte',
} as const;

/** Why a pre-selection cannot be created yet; null when it can. */
export function whyNotCreated(draft: {
  readonly title: string;
  readonly sheetCount: number;
  readonly criteria: readonly { readonly libelle: string; readonly poids: number }[];
}): string | null {
  if (draft.sheetCount === 0) return 'Choisir au moins une fiche.';
  if (draft.sheetCount > mostSheets) return `Retirer des fiches\u00a0: ${mostSheets} au plus.`;
  if (draft.title.trim() === '') return 'Donner un titre à la présélection.';
  if (draft.criteria.length === 0) return 'Déclarer au moins un critère.';
  const labels = draft.criteria.map(({ libelle }) => libelle.trim());
  if (labels.includes('')) return 'Nommer chaque critère, ou retirer celui qui n’a pas de nom.';
  const twice = labels.find((label, i) => labels.indexOf(label) < i);
  if (twice !== undefined) return `Deux critères s’appellent «\u00a0${twice}\u00a0»\u00a0: en renommer un.`;
  if (draft.criteria.every(({ poids }) => poids === 0)) return 'Donner un poids à un critère au moins.';
  return null;
}

/** The sentence that opens the composition. */
export function compositionLead(sheetCount: number): string {
  const what =
    'Une présélection réunit des fiches du catalogue qu’un comité compare côte à côte, puis note critère par critère.';
  if (sheetCount === 0) return `${what} Aucune fiche n’est encore choisie.`;
  return `${what} ${formatCountOf(sheetCount, 'fiche est choisie', 'fiches sont choisies')}.`;
}

export const comparison = {
  label: 'Comparaison des fiches',
  part: (part: number, parts: number) => (parts === 1 ? '' : `, partie ${part} sur ${parts}`),
  rows: {
    problem: 'Problème',
    cost: 'Coût indicatif',
    duration: 'Durée',
    carriers: 'Porteurs possibles',
    prerequisites: 'Prérequis',
    sharing: 'Mutualisation',
    interest: 'EPCI intéressés',
    examples: 'Projets recensés cités',
  },
  sheet: 'Fiche',
  unsaid: 'Non précisé',
} as const;

export const selection = {
  waiting: 'Lecture de la présélection…',
  failed: (why: string) => `La présélection n’a pas pu être lue\u00a0: ${why}`,
  unknown: 'Aucune présélection n’a cette adresse. Un caractère a pu se perdre en la recopiant.',
  back: 'Composer une présélection',
  created: (iso: string) => `Présélection ouverte le ${formatDate(iso)}`,
  xlsx: 'Télécharger (XLSX)',
  print: 'Imprimer',
  contents: 'Dans cette page',
  ranking: 'Classement',
  toCompare: 'Côte à côte',
  toScore: 'Noter',
  allScores: 'Toutes les notes',
  total: 'Total',
  outOf: `sur ${bestScore}`,
  noTotal: 'Pas encore de total',
  weight: (weight: number) => (weight === 0 ? 'poids 0, ne compte pas' : `poids ${formatCount(weight)}`),
  howToRead: `Chaque point est la note d’un participant, de 0 à ${bestScore}\u00a0; le trait vertical est la moyenne, le trait épais va de la plus basse à la plus haute.`,
  nobody: 'aucune note',
  warning: 'Quiconque connaît cette adresse peut noter et voir les notes de chacun.',
} as const;

export const scoring = {
  participant: 'Service ou collectivité',
  participantHelp: 'Pas de nom de personne\u00a0: «\u00a0Direction des mobilités\u00a0», «\u00a0Palaiseau\u00a0».',
  known: (name: string) => `${name} a déjà noté\u00a0: ce qui sera envoyé remplacera toutes ses notes.`,
  resume: 'Repartir de ses notes',
  lead: `De 0 (pas du tout) à ${bestScore} (tout à fait). Au clavier\u00a0: Tab d’un critère à l’autre, puis les flèches ou un chiffre.`,
  noOpinion: 'Sans avis',
  scored: (given: number, all: number) =>
    `${formatCountOf(given, 'note donnée', 'notes données')} sur ${formatCount(all)}${given === all ? '' : ', le reste sans avis'}.`,
  send: 'Envoyer mes notes',
  sending: 'Envoi…',
  noParticipant: 'Indiquer le service ou la collectivité qui note.',
  noScore: 'Donner au moins une note.',
  receipt: (name: string) => `Notes enregistrées pour «\u00a0${name}\u00a0», et comptées dans le classement.`,
} as const;

export const scores = {
  label: (sheet: string) => `Notes de chaque participant\u00a0: ${sheet}`,
  participant: 'Participant',
  mean: 'Moyenne',
  spread: 'Écart',
  none: '–',
  noneLabel: 'sans avis',
} as const;

/** 3.3333 → 3,3 ; a total keeps two decimals, so that two places can be told apart. */
export function formatScore(score: number, decimals: 1 | 2 = 1): string {
  return new Intl.NumberFormat('fr-FR', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    score,
  );
}

/** → de 2 à 5, tous à 3, or null when fewer than two gave a score. */
export function spreadLine({ nombre, min, max }: { nombre: number; min: number | null; max: number | null }) {
  if (nombre < 2 || min === null || max === null) return null;
  return min === max ? `tous à ${formatCount(min)}` : `de ${formatCount(min)} à ${formatCount(max)}`;
}

/** What stands under a mean: how far apart the scores are, and how few they are where some had no opinion. */
export function meanNote(average: Basket['resultats'][number]['criteres'][number], participants: number): string {
  const spread = spreadLine(average);
  const few =
    average.nombre < participants ? `${formatCountOf(average.nombre, 'note', 'notes')} sur ${participants}` : null;
  return [spread, few].filter((part) => part !== null).join(', ');
}

/** What one criterion of a sheet received, for those who do not see the dots. */
export function averageLine(average: Basket['resultats'][number]['criteres'][number]): string {
  if (average.moyenne === null) return `${average.critere}\u00a0: ${selection.nobody}`;
  const spread = spreadLine(average);
  const count = formatCountOf(average.nombre, 'note', 'notes');
  return `${average.critere}\u00a0: ${formatScore(average.moyenne)} en moyenne, ${count}${spread === null ? '' : `, ${spread}`}`;
}

type Judged = Pick<Basket, 'fiches' | 'resultats' | 'participants' | 'criteres'>;

/** The sentence that opens a pre-selection: who leads, by how much, who scored; or what is missing. */
export function selectionLead({ fiches, resultats, participants, criteres }: Judged): string {
  const many = fiches.length;
  if (participants.length === 0)
    return `${formatCountOf(many, 'fiche', 'fiches')} à comparer sur ${formatCountOf(criteres.length, 'critère', 'critères')}. Personne n’a encore noté.`;
  const after = `après ${formatCountOf(participants.length, 'participant', 'participants')}`;
  const titleOf = (id: string) => `«\u00a0${fiches.find((sheet) => sheet.id === id)?.titre ?? id}\u00a0»`;
  const ranked = resultats.filter(({ total }) => total !== null).sort((a, b) => (a.rang ?? 0) - (b.rang ?? 0));
  const first = ranked.filter(({ rang }) => rang === 1);
  const missing = missingSentence(many - ranked.length);
  const [leader] = first;
  if (!leader || leader.total === null) return `${capitalised(after)}, aucune fiche n’a de total.${missing}`;
  if (first.length > 1)
    return `${first.map(({ fiche }) => titleOf(fiche)).join(' et ')} sont à égalité, ${formatScore(leader.total, 2)} sur ${bestScore}, ${after}.${missing}`;
  const second = ranked.find(({ rang }) => rang === 2);
  const behind =
    second && second.total !== null ? `, devant ${titleOf(second.fiche)} (${formatScore(second.total, 2)})` : '';
  return `${titleOf(leader.fiche)} vient en tête avec ${formatScore(leader.total, 2)} sur ${bestScore}${behind}, ${after}.${missing}`;
}

function missingSentence(count: number): string {
  if (count === 0) return '';
  return ` ${formatCountOf(count, 'fiche attend', 'fiches attendent')} une note sur chaque critère qui pèse.`;
}

/** Which criteria keep a sheet from having a total. */
export function missingLine(result: Basket['resultats'][number], criteres: Basket['criteres']): string {
  const wanted = result.criteres
    .filter(({ critere, nombre }) => nombre === 0 && criteres.some((one) => one.libelle === critere && one.poids > 0))
    .map(({ critere }) => `«\u00a0${critere}\u00a0»`);
  if (wanted.length === 0) return selection.noTotal;
  if (wanted.length === criteres.filter(({ poids }) => poids > 0).length) return 'Pas encore de note.';
  return `Pas de total\u00a0: aucune note sur ${wanted.join(', ')}.`;
}

/** Where participants are furthest apart, when that is three points or more; null otherwise. */
export function disagreementSentence({ fiches, resultats }: Pick<Basket, 'fiches' | 'resultats'>): string | null {
  const gaps = resultats
    .flatMap(({ fiche, criteres }) =>
      criteres.map(({ critere, min, max }) => ({ fiche, critere, min: min ?? 0, max: max ?? 0 })),
    )
    .filter(({ min, max }) => max - min >= 3)
    .sort((a, b) => b.max - b.min - (a.max - a.min));
  const [widest] = gaps;
  if (!widest) return null;
  const title = fiches.find(({ id }) => id === widest.fiche)?.titre ?? widest.fiche;
  const others = gaps.filter(({ min, max }) => max - min === widest.max - widest.min).length - 1;
  return `C’est sur «\u00a0${widest.critere}\u00a0», pour «\u00a0${title}\u00a0», que les avis divergent le plus\u00a0: de ${widest.min} à ${widest.max}${
    others === 0 ? '' : ` (et autant sur ${formatCountOf(others, 'autre point', 'autres points')})`
  }.`;
}
