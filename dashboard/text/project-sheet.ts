/** Words of the sheet of one referenced project: its facts, what is known of it and since when, what is near. */
import type { Project, ProjectSheet } from '../../api/contract-projects.ts';
import { lastEvidence, monthsSince } from '../../data/analysis/project-facts.ts';
import type { NearReason } from '../../data/analysis/project-near.ts';
import {
  type Confidence,
  carrierTypeLabels,
  confidenceLabels,
  projectPhaseLabels,
  projectStateLabels,
} from '../../data/catalogue/project-words.ts';
import { formatCount, formatCountOf, formatDate, formatPartialDate, plural } from './numbers.ts';

/** Evidence older than this says what was, no more what is. */
const freshMonths = 12;

export const projectSheet = {
  waiting: 'La fiche arrive…',
  failed: (message: string) => `La fiche n’a pas pu être lue. ${message}`,
  unknown: {
    title: 'Projet introuvable',
    lead: (id: string) =>
      `Aucun projet recensé ne porte l’identifiant «\u00a0${id}\u00a0»\u00a0: l’adresse est peut-être incomplète, ou la fiche a été retirée.`,
    back: 'Voir tous les projets recensés',
  },
  kind: 'Projet recensé',
  actions: {
    label: 'Garder cette fiche',
    print: 'Imprimer',
    json: 'Données (JSON)',
    keep: 'Retenir pour la synthèse',
    leave: 'Retirer de la synthèse',
    summary: (count: number) => `Voir la synthèse (${formatCountOf(count, 'fiche', 'fiches')})`,
  },
  facts: {
    title: 'L’essentiel',
    carrier: 'Porteur',
    territory: 'Territoire',
    site: 'Lieu',
    phase: 'Phase',
    seen: (date: string) => `constatée ${inPartialDate(date)}`,
    start: 'Début',
    end: 'Fin',
    budget: 'Budget',
    noBudget: 'non connu',
    funders: 'Financeurs',
    partners: 'Partenaires',
    audiences: 'Publics',
    isOpen: 'Mutualisation',
    open: 'Ouvert à d’autres collectivités',
    closed: 'Réservé à son porteur',
    objectives: 'Objectifs',
    effects: 'Effets attendus',
    needs: 'Besoins',
    links: 'Liens',
    parent: 'Fait partie de',
    parts: 'Comprend',
    subTheme: 'Sous-thème',
    siren: (siren: string) => `SIREN\u00a0${siren.replace(/(\d{3})(\d{3})(\d{3})/, '$1\u202f$2\u202f$3')}`,
    foreseen: (date: string) => `${formatPartialDate(date)} (prévu)`,
    instead: (real: string, foreseen: string) =>
      real === foreseen
        ? `${formatPartialDate(real)}, comme prévu`
        : `${formatPartialDate(real)} (prévu\u00a0: ${formatPartialDate(foreseen)})`,
  },
  map: {
    departement: 'Tout le département',
    wide: (communes: number, epcis: number) =>
      `À l’échelle du département, dans ${communes > 0 ? formatCountOf(communes, 'commune', 'communes') : formatCountOf(epcis, 'EPCI', 'EPCI')}`,
    other: 'Périmètre particulier, que sa source ne détaille pas',
    alternative: (names: string) => `Carte de situation\u00a0: ${names}`,
  },
  evidence: {
    title: 'Ce qu’on en sait',
    sourceAt: (host: string) => `Lire la source (${host})`,
  },
  completeness: {
    title: (present: number, total: number) =>
      `${present}\u00a0${plural(present, 'renseignement', 'renseignements')} sur ${total}`,
    missing: 'Ce qui manque, et pourquoi cela compte',
    whole: 'Rien ne manque à cette fiche.',
    item: (label: string) => `${label}\u00a0: `,
  },
  near: {
    title: 'Projets proches',
    none: 'Aucun autre projet recensé ne partage son thème, son territoire ni son porteur.',
  },
  sheets: {
    title: 'Dans le catalogue d’actions',
    cites: (count: number) =>
      `${plural(count, 'Cette fiche', 'Ces fiches')} du catalogue ${plural(count, 'le cite', 'le citent')} en exemple\u00a0:`,
  },
  history: { title: 'Histoire de la fiche' },
  address: (address: string) => `Fiche complète et à jour\u00a0: ${address}`,
} as const;

/** → en 2022, en novembre 2022, le 06/05/2024. */
export function inPartialDate(date: string): string {
  return `${date.length >= 10 ? 'le' : 'en'} ${formatPartialDate(date)}`;
}

/** → ce mois-ci, il y a 5 mois, il y a 4 ans; a date that is only a year says « au moins ». */
export function ageOf(date: string, today: string): string {
  const months = monthsSince(date, today);
  const least = date.length === 4 ? 'au moins ' : '';
  if (months === 0) return least ? 'cette année' : 'ce mois-ci';
  if (months < 24) return `il y a ${least}${formatCount(months)}\u00a0mois`;
  return `il y a ${least}${formatCount(Math.floor(months / 12))}\u00a0ans`;
}

export interface Evidence {
  /** Constaté en novembre 2022, il y a 4 ans. */
  readonly sentence: string;
  /** Why what is told may not hold any more; null while it is fresh. */
  readonly warning: string | null;
}

/** @param today ISO day */
export function evidenceOf(
  { phase, sourceDate, dateMaj }: Pick<Project, 'phase' | 'sourceDate' | 'dateMaj'>,
  today: string,
): Evidence {
  const date = lastEvidence({ sourceDate, dateMaj });
  // What is over stays over; what was under way may be over by now.
  const isOver = phase === 'termine' || phase === 'abandonne';
  const label = `La phase «\u00a0${projectPhaseLabels[phase].toLowerCase()}\u00a0»`;
  if (date === null)
    return {
      sentence: 'La source n’est pas datée.',
      warning: isOver
        ? 'Rien ne dit quand ce constat a été fait.'
        : `${label} n’a donc pas de date\u00a0: elle a pu changer.`,
    };
  const isStale = monthsSince(date, today) > freshMonths;
  const stale = isOver
    ? `La source a plus d’un an\u00a0: ce que dit la fiche valait ${inPartialDate(date)}.`
    : `${label} est celle que la source donnait ${inPartialDate(date)}\u00a0: elle a pu changer depuis.`;
  return {
    sentence: `${date === sourceDate ? 'Constaté' : 'Mis à jour'} ${inPartialDate(date)}, ${ageOf(date, today)}.`,
    warning: isStale ? stale : null,
  };
}

export function confidenceOf(confidence: Confidence): string {
  return `Confiance dans la source\u00a0: ${confidenceLabels[confidence].toLowerCase()}.`;
}

export function phaseOf({ phase, etat }: Pick<Project, 'phase' | 'etat'>): string {
  return etat === null
    ? projectPhaseLabels[phase]
    : `${projectPhaseLabels[phase]}, ${projectStateLabels[etat].toLowerCase()}`;
}

/** → EPCI · SIREN 200 056 232; empty when neither is known. */
export function carrierDetail({ porteurType, porteurSiren }: Pick<Project, 'porteurType' | 'porteurSiren'>): string {
  return [
    ...(porteurType === null ? [] : [carrierTypeLabels[porteurType]]),
    ...(porteurSiren === null ? [] : [projectSheet.facts.siren(porteurSiren)]),
  ].join(' · ');
}

/** A real date, a foreseen one, or both; null when neither is known. */
export function dateOf(real: string | null, foreseen: string | null): string | null {
  if (real !== null && foreseen !== null) return projectSheet.facts.instead(real, foreseen);
  if (real !== null) return formatPartialDate(real);
  return foreseen === null ? null : projectSheet.facts.foreseen(foreseen);
}

const reasons: Readonly<Record<NearReason, string>> = {
  theme: 'thème',
  commune: 'commune',
  epci: 'EPCI',
  porteur: 'porteur',
};

/** → Même thème, même EPCI. A commune in common says the EPCI. */
export function reasonsOf(shared: readonly NearReason[]): string {
  const told = shared.filter((reason) => reason !== 'epci' || !shared.includes('commune'));
  const text = told.map((reason) => `même ${reasons[reason]}`).join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const columns: Readonly<Record<string, string>> = {
  parent: 'projet parent',
  titre: 'titre',
  resume: 'résumé',
  objectifs: 'objectifs',
  theme: 'thème',
  sous_theme: 'sous-thème',
  porteur: 'porteur',
  porteur_siren: 'SIREN du porteur',
  porteur_siret: 'SIRET du porteur',
  porteur_type: 'type de porteur',
  niveau: 'échelle',
  lieu: 'lieu',
  publics: 'publics',
  phase: 'phase',
  etat: 'état',
  date_debut_prevue: 'début prévu',
  date_fin_prevue: 'fin prévue',
  date_debut: 'début',
  date_fin: 'fin',
  budget_eur: 'budget',
  financeurs: 'financeurs',
  partenaires: 'partenaires',
  ouvert: 'ouverture',
  effets_attendus: 'effets attendus',
  liens: 'liens',
  besoins: 'besoins',
  source_url: 'source',
  source_date: 'date de la source',
  confiance: 'confiance',
  date_maj: 'date de mise à jour',
  communes: 'communes',
  epci: 'EPCI',
  financements: 'financements',
};

/** → Ajoutée le 26/11/2026; Modifiée le 03/01/2027 : budget, phase. */
export function eventOf({ le, evenement, champs }: ProjectSheet['historique'][number]): string {
  if (evenement === 'ajout') return `Ajoutée le ${formatDate(le)}.`;
  return `Modifiée le ${formatDate(le)}\u00a0: ${champs.map((name) => columns[name] ?? name).join(', ')}.`;
}
