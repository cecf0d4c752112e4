/** Words of the roadmap: decisions on the catalogue, and the calendar of referenced projects. */
import type { Roadmap } from '../../api/contract-projects.ts';
import { decisionLabels } from '../../data/catalogue/project-words.ts';
import { formatCount, formatCountOf, formatPartialDate, plural } from './numbers.ts';

type Line = Roadmap['lignes'][number];

const months = 'janv.|févr.|mars|avr.|mai|juin|juill.|août|sept.|oct.|nov.|déc.'.split('|');

/** 2024 → 2024, 2024-05 → mai 2024, 2024-05-06 → 6 mai 2024. */
export function shortDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return [day && dayOf(day), month && months[Number(month) - 1], year].filter(Boolean).join('\u00a0');
}

const dayOf = (day: string) => (day === '01' ? '1er' : String(Number(day)));

/** What a date opens: « depuis 2013 », « depuis le 6 mai 2024 »; and closes. */
const since = (iso: string) => `depuis ${iso.length > 7 ? 'le\u00a0' : ''}${shortDate(iso)}`;
const from = (iso: string) => `à partir ${iso.length > 7 ? 'du\u00a0' : vowel(iso, 'd’', 'de\u00a0')}${shortDate(iso)}`;
const until = (iso: string) => (iso.length > 7 ? `jusqu’au\u00a0${shortDate(iso)}` : `jusqu’en\u00a0${shortDate(iso)}`);
const vowel = (iso: string, elided: string, whole: string) =>
  /^[ao]/.test(iso.length > 4 ? shortDate(iso) : '') ? elided : whole;

/** An interval as short as it can be read; null bounds are not known. */
export function formatSpan(
  { start, end, isOver }: { readonly start: string | null; readonly end: string | null; readonly isOver: boolean },
  today: string,
): string {
  if (start === null && end === null) return 'sans date';
  if (end === null) {
    if (isOver) return `${shortDate(start ?? '')} – fin inconnue`;
    return (start ?? '') > today ? from(start ?? '') : since(start ?? '');
  }
  if (start === null) return until(end);
  if (start === end) return shortDate(start);
  return `${startBeside(start, end)} – ${shortDate(end)}`;
}

/** The start without what the end says again: 1er sept. – 4 nov. 2018, 10 – 24 oct. 2023. */
function startBeside(start: string, end: string): string {
  const isSame = (length: number) =>
    start.length > length && end.length > length && start.slice(0, length) === end.slice(0, length);
  if (isSame(7)) return dayOf(start.slice(8, 10));
  return isSame(4) ? shortDate(start).replace(/\u00a0\d{4}$/, '') : shortDate(start);
}

export const timeline = {
  today: 'aujourd’hui',
  year: (year: number) => String(year),
  part: (step: 'mois' | 'trimestre' | 'annee', part: number) =>
    step === 'mois' ? (months[part - 1] ?? '') : `T${part}`,
  scroll: (title: string) => `${title}, frise à faire défiler`,
};

export const calendar = {
  step: 'Échelle',
  steps: { annee: 'Année', trimestre: 'Trimestre', mois: 'Mois' },
  onlyPastDue: 'Seulement les échéances passées',
  waiting: 'Les dates arrivent…',
  failed: (message: string) => `Le calendrier n’a pas pu être lu. ${message}`,
  download: { decisions: 'Télécharger les actions', projets: 'Télécharger les projets datés' },
  ics: 'Agenda (iCalendar)',
  xlsx: 'Classeur (XLSX)',
};

export const roadmap = {
  title: 'Actions retenues',
  caption: 'Actions retenues, leurs dates, leur pilote et leurs jalons',
  /** What was decided, in a sentence; it opens the page. */
  summary({ lignes, autres }: Roadmap, late: number): string {
    if (lignes.length + autres.length === 0) return 'Aucune action n’est encore décidée.';
    const kept =
      lignes.length === 0
        ? 'Aucune action n’est retenue'
        : formatCountOf(lignes.length, 'action est retenue', 'actions sont retenues');
    const ended = lignes.filter(({ dateFin }) => dateFin !== null).length;
    const parts = [
      ended > 0 && formatCountOf(ended, 'est terminée', 'sont terminées'),
      late > 0 && `${formatCount(late)} ${plural(late, 'a dépassé sa fin prévue', 'ont dépassé leur fin prévue')}`,
    ].filter(Boolean);
    const others =
      lignes.length === 0
        ? formatCountOf(autres.length, 'est différée ou écartée', 'sont différées ou écartées')
        : formatCountOf(autres.length, 'autre est différée ou écartée', 'autres sont différées ou écartées');
    return `${kept}${parts.length > 0 ? `, dont ${parts.join(' et ')}` : ''}.${autres.length > 0 ? ` ${others}.` : ''}`;
  },
  empty: {
    why: 'La feuille de route se compose des fiches du catalogue qu’une instance a retenues, avec leur pilote, leurs dates et leurs jalons. Aucune décision n’a encore été transmise à l’observatoire.',
    examples: (count: number) =>
      `${plural(count, 'La fiche fournie', `Les ${formatCount(count)} fiches fournies`)} avec le programme ${plural(count, 'est un exemple', 'sont des exemples')}\u00a0: rien ne s’y décide.`,
    how: 'Pour la remplir',
    publish: ['Publier des fiches', ' au catalogue, avec le statut «\u00a0publiee\u00a0».'],
    fill: [
      'Remplir le modèle des décisions',
      '\u00a0: une ligne par fiche, ce qui est décidé, par qui, quand et pourquoi.',
    ],
    load: ['Déposer le fichier sous ', ', puis, programme arrêté, lancer '],
    file: 'dossier/catalogue/decisions.xlsx',
    command: 'npm run etl -- --from dossier',
  },
  noneLate: 'Aucune action retenue n’a dépassé sa fin prévue.',
  pilot: (name: string) => `Pilote\u00a0: ${name}`,
  late: (end: string) => `Fin prévue dépassée (${shortDate(end)})\u00a0: en retard, ou à mettre à jour`,
  ended: (end: string, planned: string | null) =>
    planned === null || planned === end
      ? `Terminée\u00a0: ${shortDate(end)}`
      : `Terminée\u00a0: ${shortDate(end)} (fin prévue\u00a0: ${shortDate(planned)})`,
  undated: 'Dates à fixer',
  otherTitle: 'Différées ou écartées',
  other: ({ decision, instance, date }: Line) => `${decisionLabels[decision]}, ${instance}, ${formatPartialDate(date)}`,
  columns: {
    action: 'Action',
    theme: 'Thème',
    pilot: 'Pilote',
    start: 'Début prévu',
    plannedEnd: 'Fin prévue',
    end: 'Fin',
    milestones: 'Jalons',
    decision: 'Décision',
  },
};

export const projectCalendar = {
  title: 'Calendrier des projets recensés',
  caption: 'Projets recensés qui ont une date',
  /** What is known of dates, in a sentence; it opens the page. */
  summary({ all, dated, late }: { readonly all: number; readonly dated: number; readonly late: number }): string {
    if (all === 0) return 'Aucun projet n’est recensé.';
    if (dated === 0) return `Aucun des ${formatCountOf(all, 'projet recensé', 'projets recensés')} n’a de date.`;
    const known = `${formatCount(dated)} des ${formatCountOf(all, 'projet recensé', 'projets recensés')} ${plural(dated, 'a', 'ont')} une date`;
    if (late === 0) return `${known}\u00a0; aucune échéance annoncée n’est passée sans que la fin soit connue.`;
    return `${known}\u00a0; ${formatCountOf(late, 'échéance annoncée est passée', 'échéances annoncées sont passées')} sans qu’on sache si le projet est terminé.`;
  },
  about: 'Un projet recensé est un fait relevé à la date de sa source, pas une action décidée.',
  pastDue: 'échéance annoncée passée, à vérifier',
  noneLate: 'Aucune échéance annoncée n’est passée.',
  all: 'Voir tous les projets datés',
  legend: {
    strong: 'En opération',
    muted: 'Terminé ou abandonné',
    light: 'Idée ou étude',
    alert: 'Échéance annoncée passée',
    fade: 'Estompé\u00a0: on ne sait plus',
    slope: 'En pente\u00a0: seule l’année ou le mois est connu',
    today: 'Aujourd’hui',
  },
  undated: (count: number) =>
    count === 0
      ? 'Tous les projets recensés ont une date.'
      : `${formatCountOf(count, 'projet n’a aucune date et ne figure', 'projets n’ont aucune date et ne figurent')} pas ici.`,
  undatedLink: (count: number) =>
    `Voir ${count < 2 ? 'le' : 'les'} ${formatCountOf(count, 'projet', 'projets')} sans date de début`,
  without: (names: readonly string[]) => `Sans projet daté\u00a0: ${names.join(', ')}.`,
  columns: {
    project: 'Projet',
    theme: 'Thème',
    start: 'Début',
    end: 'Fin',
    phase: 'Phase à la date de la source',
    source: 'Date de la source',
    remark: 'Remarque',
  },
  foreseen: (date: string) => `${date} (prévu)`,
  unknown: 'non précisé',
};
