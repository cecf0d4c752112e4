/** What the catalogue of referenced projects and the committee summary say. */
import type { BudgetAnswer, Project, ProjectsAnswer } from '../../api/contract-projects.ts';
import { type FacetChoices, type FacetId, facetIds, unsaid } from '../../data/analysis/project-facets.ts';
import { carrierTypeLabels, confidenceLabels } from '../../data/catalogue/project-words.ts';
import { map } from './map.ts';
import { formatCount, formatCountOf, formatEuros, formatPartialDate, plural } from './numbers.ts';
import { projects as reading } from './reading.ts';
import { themeLabel } from './sentences/projects.ts';

/** Code of a territory → its name; the code itself while it is not known. */
export type NameOf = (code: string) => string;

export const search = {
  label: 'Chercher dans les projets',
  placeholder: 'Un mot, un lieu, un porteur…',
  help: 'Sans souci des accents ni des fautes de frappe.',
  clear: 'Effacer la recherche',
} as const;

export const facets = {
  title: 'Affiner',
  open: (chosen: number) =>
    chosen === 0 ? 'Affiner la liste' : `Affiner la liste (${formatCountOf(chosen, 'choix', 'choix')})`,
  names: {
    themes: 'Thème',
    epcis: 'Intercommunalité (EPCI)',
    phases: 'Phase',
    financeurs: 'Financeur',
    annees: 'Année de début',
    porteurs: 'Type de porteur',
    confiances: 'Confiance dans la source',
  } satisfies Record<FacetId, string>,
  /** Before what is chosen, where the name of the facet must be short. */
  shortNames: {
    themes: 'Thème',
    epcis: 'EPCI',
    phases: 'Phase',
    financeurs: 'Financeur',
    annees: 'Début',
    porteurs: 'Porteur',
    confiances: 'Confiance',
  } satisfies Record<FacetId, string>,
  more: (count: number) => (count === 1 ? 'Afficher l’autre' : `Afficher les ${formatCount(count)} autres`),
  fewer: 'Réduire',
  count: (count: number) => formatCountOf(count, 'projet', 'projets'),
  noun: (count: number) => plural(count, 'projet', 'projets'),
  chosen: 'Critères choisis',
  remove: (label: string) => `Retirer ${label}`,
  clear: 'Tout effacer',
} as const;

const unsaidLabels: Readonly<Partial<Record<FacetId, string>>> = {
  epcis: 'Sans EPCI\u00a0: tout le département ou autre périmètre',
  financeurs: 'Financeur non précisé',
  annees: 'Sans date',
  porteurs: 'Type non précisé',
};

/** What a key of a facet is called. */
export function facetLabel(facet: FacetId, key: string, nameOf: NameOf): string {
  if (key === unsaid) return unsaidLabels[facet] ?? 'Non précisé';
  if (facet === 'themes') return themeLabel(key);
  if (facet === 'epcis') return nameOf(key);
  if (facet === 'phases') return phaseLabel(key);
  if (facet === 'porteurs') return lookUp(carrierTypeLabels, key);
  return facet === 'confiances' ? lookUp(confidenceLabels, key) : key;
}

/** idee → À l’état d’idée. */
export function phaseLabel(phase: string): string {
  return lookUp(reading.phases, phase);
}

function lookUp(labels: Readonly<Record<string, string>>, key: string): string {
  return labels[key] ?? key;
}

/** What was asked, and what came: all that the sentence at the head of the catalogue is written from. */
export interface Found {
  readonly answer: Pick<ProjectsAnswer, 'total' | 'recherche' | 'budget'>;
  /** Among the projects found. */
  readonly withoutEpci: number;
  readonly q: string | null;
  readonly choices: FacetChoices;
}

/** The first sentence of the catalogue: how many, without EPCI, with a budget, and what was asked for. */
export function foundSentence({ answer, withoutEpci, q, choices }: Found, nameOf: NameOf): string {
  const { total, recherche, budget } = answer;
  const about = aboutChoices(choices, nameOf);
  const quoted = q === null ? '' : quote(q);
  if (total === 0)
    return q === null ? `Aucun projet recensé${about}.` : `Aucun projet recensé${about} ne contient ${quoted}.`;
  const subject = `${formatCountOf(total, 'projet recensé', 'projets recensés')}${about}`;
  const isOnlyWithout = choices.epcis.length === 1 && choices.epcis[0] === unsaid;
  const without = isOnlyWithout ? '' : withoutWords(withoutEpci, total);
  const budgets = budgetWords(budget, total);
  if (recherche === 'approchee')
    return `Aucune fiche ne contient ${quoted}\u00a0; voici ${formatCountOf(total, 'projet', 'projets')}${about} aux mots voisins${without}\u00a0; ${budgets}.`;
  const holds = q === null ? '' : ` ${plural(total, 'contient', 'contiennent')} ${quoted}`;
  return `${subject}${holds}${without}\u00a0; ${budgets}.`;
}

function withoutWords(without: number, total: number): string {
  if (without === 0) return '';
  if (without === total) return total === 1 ? ', sans EPCI' : ', tous sans EPCI';
  return `, dont ${formatCount(without)} sans EPCI`;
}

/** Always with the number of sheets that have one: “13 ont un budget connu, 221,9 millions d’euros au total”. */
export function budgetWords({ euros, fiches, dansUnParent }: BudgetAnswer, total: number): string {
  const known = fiches + dansUnParent;
  if (euros === null || known === 0) return total === 1 ? 'son budget n’est pas connu' : 'aucun n’a de budget connu';
  if (total === 1) return `son budget est de ${spellEuros(euros)}`;
  const which = dansUnParent === 1 ? 'l’un d’eux' : `${formatCount(dansUnParent)} d’entre eux`;
  const parent = plural(dansUnParent, 'son projet parent', 'leur projet parent');
  const within = dansUnParent === 0 ? '' : ` (${which} compris dans celui de ${parent}, compté une seule fois)`;
  if (known === 1) return `un seul a un budget connu, ${spellEuros(euros)}`;
  return `${formatCount(known)} ont un budget connu, ${spellEuros(euros)} au total${within}`;
}

/** 221857419 → 221,9 millions d’euros; under a million, euros. */
export function spellEuros(euros: number): string {
  if (euros < 1e6) return formatEuros(euros).replace('€', plural(euros, 'euro', 'euros'));
  const millions = Math.round(euros / 1e5) / 10;
  return formatEuros(millions * 1e6).replace('M€', `${plural(millions, 'million', 'millions')} d’euros`);
}

function aboutChoices(choices: FacetChoices, nameOf: NameOf): string {
  const { epcis, themes } = choices;
  const parts: string[] = [];
  const named = epcis.filter((key) => key !== unsaid).map(nameOf);
  if (named.length > 2) parts.push(`pour ${named.length} EPCI${epcis.length > named.length ? ' ou aucun' : ''}`);
  else if (named.length > 0)
    parts.push(`pour ${named.join(' ou ')}${epcis.length > named.length ? ', ou sans EPCI' : ''}`);
  else if (epcis.length > 0) parts.push('sans EPCI');
  if (themes.length > 0) parts.push(onThemes(themes));
  const others = facetIds.filter((facet) => facet !== 'epcis' && facet !== 'themes' && choices[facet].length > 0);
  if (others.length > 0)
    parts.push(
      parts.length === 0
        ? `selon ${formatCountOf(others.length, 'critère', 'critères')}`
        : `selon ${formatCountOf(others.length, 'autre critère', 'autres critères')}`,
    );
  return parts.length === 0 ? '' : ` ${parts.join(', ')}`;
}

/** → sur le thème « Données et SIG », sur 3 thèmes. */
export function onThemes(ids: readonly string[]): string {
  return ids.length === 1 ? `sur le thème ${quote(themeLabel(ids[0] ?? ''))}` : `sur ${ids.length} thèmes`;
}

function quote(words: string): string {
  return `«\u00a0${words}\u00a0»`;
}

export const list = {
  title: 'Liste des projets',
  order: (count: number, isSearch: boolean) =>
    `${formatCountOf(count, 'projet', 'projets')}, ${isSearch ? 'les plus proches d’abord' : 'par ordre alphabétique'}`,
  waiting: 'Les projets arrivent…',
  keep: 'Retenir',
  keepThis: (title: string) => `Retenir pour la synthèse\u00a0: ${title}`,
  keepAll: (count: number) => `Tout retenir (${formatCount(count)})`,
  full: (most: number) => `${most} projets au plus dans une synthèse.`,
  kept: (count: number) => `${formatCountOf(count, 'projet retenu', 'projets retenus')}`,
  drop: 'Tout retirer',
  summary: 'Voir la synthèse',
  summaryOfList: 'Synthèse de cette liste',
  failed: (message: string) => `La liste n’a pas pu être lue. ${message}`,
  undatedSource: 'source non datée',
  sourceOn: (date: string) => `source ${ofDate(date)}`,
  confidence: reading.confidence,
  caution: reading.caution,
} as const;

/** What to do when nothing is found. */
export const empty = {
  title: 'Pourquoi cette liste est vide',
  why: 'Le recensement, fait à partir de pages publiques, est incomplet\u00a0: l’absence ici n’est pas l’absence sur le terrain.',
  whatSearch: 'Essayer un mot plus court ou plus courant, ou retirer un critère.',
  whatFacets: 'Retirer un critère, ou regarder les projets sans EPCI, qui valent souvent pour tout le département.',
} as const;

export const projectMap = {
  title: 'Carte des projets de la liste',
  caption:
    'Un point par projet et par EPCI, à la couleur de son thème. Choisir un EPCI sur la carte ne garde que ses projets.',
  without: (count: number) =>
    count === 0
      ? null
      : count === 1
        ? 'Un projet sans EPCI n’est pas sur la carte.'
        : `${formatCount(count)} projets sans EPCI ne sont pas sur la carte.`,
  none: 'aucun projet de la liste',
  waiting: 'La carte arrive…',
  labels: {
    map: 'Carte des projets par EPCI',
    help: 'Flèches pour déplacer, + et − pour zoomer, Entrée pour choisir ou retirer l’EPCI au centre.',
    locale: {
      ...map.locale,
    },
  },
} as const;

export const files = {
  title: 'Réutiliser',
  lead: 'La même liste en données\u00a0:',
  json: 'adresse de l’API (JSON)',
  feedLead: 'Être prévenu des fiches nouvelles ou modifiées\u00a0:',
  feed: 'flux Atom',
} as const;

/** Where it takes place: Les Ulis (Paris-Saclay), Tout le département. */
export function projectPlace(
  { niveau, communes, epci }: Pick<Project, 'niveau' | 'communes' | 'epci'>,
  nameOf: NameOf,
): string {
  const within =
    epci.length > 3 || (epci.length > 1 && communes.length > 1)
      ? formatCountOf(epci.length, 'EPCI', 'EPCI')
      : sequence(epci.map(nameOf));
  if (communes.length === 0 && epci.length === 0)
    return niveau === 'departement' ? 'Tout le département' : 'Autre périmètre, sans EPCI';
  if (communes.length === 0) return within;
  const places =
    communes.length > 3 ? formatCountOf(communes.length, 'commune', 'communes') : sequence(communes.map(nameOf));
  return epci.length === 0 ? places : `${places} (${within})`;
}

/** a, b et c. */
export function sequence(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`;
}

/** When it began and ended, as far as is known: depuis septembre 2024, 2019 – 2020, fin prévue en 2027. */
export function projectDates(
  project: Pick<Project, 'dateDebut' | 'dateDebutPrevue' | 'dateFin' | 'dateFinPrevue' | 'phase'>,
): string | null {
  const start = project.dateDebut ?? project.dateDebutPrevue;
  const end = project.dateFin ?? project.dateFinPrevue;
  const isStartForeseen = project.dateDebut === null;
  const isEndForeseen = project.dateFin === null;
  if (start === null && end === null) return null;
  if (start === null) return `${isEndForeseen ? 'fin prévue' : 'achevé'} ${onDate(end ?? '')}`;
  if (end === null) {
    if (isStartForeseen) return `début prévu ${onDate(start)}`;
    return project.phase === 'operation' ? `depuis ${theDate(start)}` : `débuté ${onDate(start)}`;
  }
  if (start === end) return formatPartialDate(start);
  const foreseen = isStartForeseen && isEndForeseen ? ' (prévu)' : isEndForeseen ? ' (fin prévue)' : '';
  return `${formatPartialDate(start)} – ${formatPartialDate(end)}${foreseen}`;
}

/** 2024 → en 2024, 2024-05 → en mai 2024, 2024-05-06 → le 06/05/2024. */
function onDate(date: string): string {
  return `${date.length > 7 ? 'le' : 'en'} ${formatPartialDate(date)}`;
}

function theDate(date: string): string {
  return `${date.length > 7 ? 'le ' : ''}${formatPartialDate(date)}`;
}

/** 2024-08 → d’août 2024, 2024-05-06 → du 06/05/2024. */
function ofDate(date: string): string {
  const words = formatPartialDate(date);
  if (date.length > 7) return `du ${words}`;
  return /^[ao]/.test(words) ? `d’${words}` : `de ${words}`;
}
