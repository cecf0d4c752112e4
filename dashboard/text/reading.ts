/** Words of the headline, the ranking, the history, the panel, the table and the lists of projects. */
import type { IndicatorId } from '../../data/catalogue/catalogue.ts';
import type { Direction } from '../../data/catalogue/declare.ts';
import { formatDate, formatPeriod } from './numbers.ts';

export const waiting = 'Les chiffres arrivent…';
export const failed = (message: string) => `Ces chiffres n’ont pas pu être lus. ${message}`;
export const close = 'Fermer';
export const seeTable = 'Voir le tableau';

export const levelNames = { commune: 'Commune', epci: 'EPCI', departement: 'Département' } as const;
export const levelPlurals = { commune: 'communes', epci: 'EPCI' } as const;

/** At which date a key figure was true. */
export function asOf(period: string, isCalendar: boolean): string {
  return isCalendar ? `Calendrier du ${formatPeriod(period)}` : formatPeriod(period);
}

export const ranking = {
  /** Title of a ranking: what stands first. */
  title(indicator: IndicatorId, direction: Direction, level: 'commune' | 'epci'): string {
    const places = level === 'commune' ? 'Communes' : 'EPCI';
    if (indicator === 'evolution-ftth') return `${places} où la couverture progresse le moins`;
    if (indicator === 'projets') return `${places} où l’on recense le plus de projets`;
    if (direction === 'more-is-better') return `${places} où le taux est le plus bas`;
    return `${places} où il y en a le plus`;
  },
  parts: {
    'fermeture-cuivre': 'Locaux non encore raccordables par date de fermeture',
    'zone-reglementaire': 'Locaux non encore raccordables par zone',
    'meilleure-technologie': 'Locaux sans fibre, par meilleure technologie',
  } as Readonly<Partial<Record<IndicatorId, string>>>,
  all: (count: number, level: 'commune' | 'epci') => `Voir les ${count} ${levelPlurals[level]}`,
  allParts: 'Tout voir',
  fewer: 'Voir moins',
  reference: (name: string, value: string) => `${name}\u00a0: ${value}`,
  unranked: (count: number) => `${count} sans chiffre\u00a0: voir le tableau.`,
  empty: 'Aucun territoire n’a de chiffre à classer ici.',
};

export const history = {
  title: 'D’une période à l’autre',
  caption: 'Choisir une période recolore la carte.',
  break: 'changement de méthode',
};

export const closure = {
  undated: 'Sans date annoncée',
  label: (key: string) => (/^\d{4}-\d\d-\d\d$/.test(key) ? formatDate(key) : 'Sans date annoncée'),
};

export const search = {
  label: 'Rechercher une commune ou un EPCI',
  placeholder: 'Commune, EPCI, code postal…',
  empty: 'Aucun territoire ne répond à cette recherche.',
};

export const table = {
  territory: 'Territoire',
  code: 'Code',
  epci: 'EPCI',
  value: 'Valeur',
  numerator: 'Numérateur',
  denominator: 'Dénominateur',
  parts: 'Détail',
  remark: 'Remarque',
  above: 'supérieur à 100\u202f%, dénominateur sous-estimé',
  excel: 'Télécharger pour Excel (CSV)',
  csv: 'Télécharger pour un logiciel (CSV)',
  count: (count: number, level: 'commune' | 'epci') =>
    level === 'commune' ? `${count} ${count < 2 ? 'commune' : 'communes'}` : `${count} EPCI`,
  sortHint: 'Un bouton d’en-tête trie la colonne.',
};

/** Words for what the API flags on a value. */
export function alertText(alert: string): string {
  return alert === 'superieur-a-100' ? table.above : alert;
}

export const projects = {
  title: 'Projets recensés',
  allThemes: 'Tous les thèmes',
  themePicker: 'Filtrer par thème',
  wide: 'À l’échelle du département',
  none: 'Aucun projet recensé ici\u00a0: le recensement est à compléter.',
  phases: {
    idee: 'À l’état d’idée',
    etude: 'En étude',
    operation: 'En service',
    termine: 'Terminé',
    abandonne: 'Abandonné',
  },
  confidence: { haute: 'Confiance haute', moyenne: 'Confiance moyenne', basse: 'Confiance basse' },
  source: 'Source',
  undated: 'source non datée',
  carrier: (name: string) => `Porté par ${name}`,
  budget: (amount: string) => `Budget\u00a0: ${amount}`,
  caution:
    'Recensement fait à partir de pages publiques, incomplet\u00a0: l’absence de projet recensé n’est pas l’absence de projet.',
};
