/** What the summary of some projects says to a committee. */
import type { Project } from '../../api/contract-projects.ts';
import { sumBudgets } from '../../data/analysis/project-budget.ts';
import { formatCount, formatCountOf, formatPartialDate, plural } from './numbers.ts';
import { budgetWords, type NameOf, onThemes, sequence } from './projects.ts';

export const summary = {
  title: (count: number) => `Synthèse de ${formatCountOf(count, 'projet recensé', 'projets recensés')}`,
  noTitle: 'Synthèse pour un comité',
  /** At the head of each printed page. */
  header: (ofPlace: string) => `Synthèse — Présence numérique ${ofPlace}`,
  madeOn: (day: Date) => `Établie le ${new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' }).format(day)}.`,
  print: 'Imprimer',
  back: 'Revenir à la liste',
  remove: 'Retirer',
  removeThis: (title: string) => `Retirer de la synthèse\u00a0: ${title}`,
  fromList: (shown: number, total: number) =>
    shown === total
      ? 'Aucun projet n’est retenu\u00a0: la synthèse porte sur tous ceux de la liste.'
      : `Aucun projet n’est retenu\u00a0: la synthèse porte sur les ${formatCount(shown)} premiers de la liste, qui en compte ${formatCount(total)}. Pour choisir, cocher «\u00a0Retenir\u00a0» dans la liste.`,
  gone: (count: number) =>
    count === 1 ? 'Une fiche retenue n’existe plus.' : `${formatCount(count)} fiches retenues n’existent plus.`,
  failed: (message: string) => `La synthèse n’a pas pu être lue. ${message}`,
  none: 'Aucun projet à résumer\u00a0: en retenir dans la liste des projets recensés.',
  tableTitle: 'Les projets comparés',
  sheetsTitle: 'Projet par projet',
  columns: {
    rank: 'N°',
    project: 'Projet et porteur',
    place: 'Territoire',
    phase: 'Phase et dates',
    budget: 'Budget',
    funders: 'Financeurs',
    complete: 'Fiche remplie',
    evidence: 'Dernière preuve',
    action: 'Sélection',
  },
  unknown: 'non précisé',
  noDates: 'sans date',
  undated: 'non datée',
  complete: (met: number, total: number) => `${met} sur ${total}`,
  missing: (labels: readonly string[]) =>
    labels.length === 0
      ? 'Rien ne manque à la fiche.'
      : `${plural(labels.length, 'Manque', 'Manquent')}\u00a0: ${labels.map(uncapitalised).join(', ')}.`,
  terms: {
    carrier: 'Porteur',
    place: 'Territoire',
    phase: 'Phase',
    budget: 'Budget',
    funders: 'Financeurs',
    partners: 'Partenaires',
    complete: 'Fiche',
    source: 'Source',
  },
  sourceOf: (date: string | null, confidence: string) =>
    `${date === null ? 'non datée' : formatPartialDate(date)}, ${confidence.toLocaleLowerCase('fr')}`,
} as const;

/** Objectifs → objectifs; an acronym stays: SIREN du porteur. */
function uncapitalised(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLocaleLowerCase('fr') + label.slice(1) : label;
}

/** 14 → il y a 14 mois, 30 → il y a 2 ans. */
export function ageWords(months: number): string {
  if (months < 1) return 'ce mois-ci';
  return months < 24 ? `il y a ${formatCount(months)} mois` : `il y a ${formatCount(Math.floor(months / 12))} ans`;
}

/** The first sentence: how many, on which themes, for which EPCI, with which budgets. */
export function summarySentence(projects: readonly Project[], nameOf: NameOf): string {
  const count = projects.length;
  const codes = [...new Set(projects.flatMap(({ epci }) => epci))];
  const without = projects.filter(({ epci }) => epci.length === 0).length;
  const names = codes.map(nameOf).sort((a, b) => a.localeCompare(b, 'fr'));
  const where =
    codes.length === 0
      ? 'sans EPCI'
      : codes.length > 3
        ? `pour ${formatCount(codes.length)} EPCI`
        : `pour ${sequence(names)}`;
  const apart =
    codes.length === 0 || without === 0 ? '' : `, dont ${without === 1 ? 'un' : formatCount(without)} sans EPCI`;
  const { euros, counted, withinParent } = sumBudgets(projects);
  const budgets = budgetWords({ euros, fiches: counted, dansUnParent: withinParent }, count);
  const themes = onThemes([...new Set(projects.map(({ theme }) => theme))]);
  return `${formatCountOf(count, 'projet', 'projets')} ${themes}, ${where}${apart}\u00a0; ${budgets}.`;
}
