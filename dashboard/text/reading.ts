/** Words of the headline, the ranking, the history, the panel, the table and the lists of projects. */
import type { Territory } from '../../api/contract.ts';
import type { IndicatorId } from '../../data/catalogue/catalogue.ts';
import type { Direction } from '../../data/catalogue/declare.ts';
import { formatCountOf, formatDate, formatPeriod } from './numbers.ts';

export const waiting = 'Les chiffres arrivent…';
export const failed = (message: string) => `Ces chiffres n’ont pas pu être lus. ${message}`;
export const failure = {
  unreachable: 'Le serveur ne répond pas\u00a0: vérifier la connexion.',
  status: (status: number) => `Le serveur a répondu ${status}.`,
  retry: 'Réessayer',
} as const;
export const close = 'Fermer';
export const definition = 'Définition et méthode';
export const seeTable = 'Voir le tableau';

export const levelNames = { commune: 'Commune', epci: 'EPCI', departement: 'Département' } as const;
/** → EPCI 200056232, or the EPT that stands for it in the Métropole du Grand Paris. */
export function identityOf({ niveau, code, ept }: Pick<Territory, 'niveau' | 'code' | 'ept'>): string {
  if (niveau === 'epci' && ept !== null)
    return `Établissement public territorial (EPT) ${ept.code} de la Métropole du Grand Paris`;
  return `${levelNames[niveau]} ${code}`;
}

export const levelPlurals = { commune: 'communes', epci: 'EPCI' } as const;

/** → T3 2017 – T1 2018. */
export function span(from: string, to: string): string {
  return `${formatPeriod(from)} – ${formatPeriod(to)}`;
}

/** At which date a key figure was true. */
export function asOf(period: string, isCalendar: boolean, since: string | null): string {
  if (since !== null) return span(since, period);
  return isCalendar ? `Calendrier du ${formatPeriod(period)}` : formatPeriod(period);
}

export const ranking = {
  /** Title of a ranking: what stands first. */
  title(indicator: IndicatorId, direction: Direction, level: 'commune' | 'epci'): string {
    const places = level === 'commune' ? 'Communes' : 'EPCI';
    if (indicator === 'evolution-ftth') return `${places} où la couverture progresse le moins`;
    if (indicator === 'projets') return `${places} où l’on recense le plus de projets`;
    if (indicator === 'niveau-de-vie-median') return `${places} au niveau de vie le plus élevé`;
    if (indicator === 'part-75-ans-et-plus') return `${places} où leur part est la plus forte`;
    if (indicator === 'presence-numerique' && level === 'commune') return 'Communes à mettre en conformité';
    if (indicator === 'presence-numerique') return 'EPCI où le moins de communes sont conformes';
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
};

export const history = {
  title: (label: string) => `${label}, d’une période à l’autre`,
  caption: 'Choisir une période recolore la carte.',
  break: 'nouvelle méthode',
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
  label: (indicator: string) => `Tableau\u00a0: ${indicator}`,
  territory: 'Territoire',
  code: 'Code',
  epci: 'EPCI',
  value: 'Valeur',
  /** What the two counts of a rate are, in words. */
  numerator: (indicator: IndicatorId) => {
    if (indicator === 'couverture-ftth') return 'Locaux raccordables';
    return indicator === 'couverture-thd' || indicator === 'couverture-1g' ? 'Locaux éligibles' : 'Locaux concernés';
  },
  denominator: 'Tous les locaux',
  parts: 'Détail',
  remark: 'Remarque',
  excel: 'Télécharger pour Excel (CSV)',
  csv: 'Télécharger pour un logiciel (CSV)',
  count: (count: number, level: 'commune' | 'epci') =>
    level === 'commune' ? `${count} ${count < 2 ? 'commune' : 'communes'}` : `${count} EPCI`,
  source: (title: string, producer: string, date: string, licence: string) =>
    `${title}, ${producer}, données au ${date}, ${licence}.`,
};

const alerts: Readonly<Record<string, string>> = {
  'superieur-a-100': 'taux supérieur à 100\u202f%, dénominateur sous-estimé',
  'donnees-partielles': 'chiffre partiel, des communes n’ont pas de donnée',
  'recensement-a-completer': 'recensement à compléter',
  'communes-fusionnees-zones-differentes': 'zones différentes avant la fusion des communes',
  'communes-fusionnees-dates-differentes': 'dates différentes dans les communes fusionnées, la plus proche est retenue',
};

/** Words for what the API flags on a value. */
export function alertText(alert: string): string {
  return alerts[alert] ?? alert;
}

export const projects = {
  title: 'Projets recensés',
  allThemes: 'Tous les thèmes',
  themePicker: 'Filtrer par thème',
  local: (epci: string | null, count: number) => `${epci ?? 'Dans les EPCI'}\u00a0: ${count}`,
  wide: (count: number) => `À l’échelle du département\u00a0: ${count}`,
  none: 'Aucun projet recensé ici\u00a0: le recensement est à compléter.',
  phases: {
    idee: 'À l’état d’idée',
    etude: 'En étude',
    operation: 'En opération',
    termine: 'Terminé',
    abandonne: 'Abandonné',
  },
  confidence: { haute: 'Confiance haute', moyenne: 'Confiance moyenne', basse: 'Confiance basse' },
  source: 'Source',
  sourceOf: (title: string) => `Source, ${title}`,
  undated: 'source non datée',
  carrier: (name: string) => `Porté par ${name}`,
  budget: (amount: string) => `Budget\u00a0: ${amount}`,
  caution:
    'Recensement fait à partir de pages publiques, incomplet\u00a0: l’absence de projet recensé n’est pas l’absence de projet.',
};

export const portrait = {
  path: 'Fil des territoires',
  print: 'Imprimer',
  /** @param within “dans l’Essonne”, where the rest of the panel is about more; empty otherwise */
  population: (count: string, within: string, vintage: string) =>
    `${count}${within && ` ${within}`} (population municipale, millésime ${vintage})`,
  communes: (here: number, whole: number, within: string, extent: 'partie' | 'entier', kind: string) => {
    if (here === whole) return formatCountOf(here, 'commune', 'communes');
    if (extent === 'entier')
      return `${formatCountOf(whole, 'commune', 'communes')}, dont ${here} ${within}\u00a0; les chiffres sont ceux de ${kind} entier, là où ils sont connus`;
    return `${formatCountOf(here, 'commune', 'communes')} sur ${whole} ${here < 2 ? 'est' : 'sont'} ${within}\u00a0; les chiffres ne comptent que ${here < 2 ? 'celle-là' : 'celles-là'}`;
  },
  whole: (name: string) => `${name} (entier)`,
  figures: 'Accès au très haut débit',
  indicator: 'Indicateur',
  copper: 'Fermeture du cuivre',
  copperOn: (date: string) => `Fermeture technique prévue le ${date}.`,
  copperNone: 'Aucune date de fermeture n’est annoncée, ce qui n’est pas une sécurité.',
  copperUnknown: 'La date de fermeture n’est pas connue.',
  copperCaption: 'Locaux non encore raccordables, par date de fermeture prévue',
  date: 'Date',
  communesColumn: 'Communes',
  premises: 'Locaux',
  calendar: (date: string) => `Calendrier du ${date}.`,
  zone: 'Zone et opérateurs',
  zoneVintage: 'Zonage et opérateurs du T1\u00a02018.',
  zoneCaption: 'Locaux non encore raccordables, par zone de déploiement',
  operators: (names: readonly string[]) =>
    `${names.length < 2 ? 'Opérateur' : 'Opérateurs'} d’infrastructure\u00a0: ${names.join(', ')}.`,
  together: (names: string) => names.replaceAll(', ', ' + '),
  technology: 'Meilleure technologie fixe',
  projects: (count: number) => (count === 0 ? 'Projets recensés' : `Projets recensés\u00a0: ${count}`),
  wideProjects: (count: number) => `Projets à l’échelle du département\u00a0: ${count}`,
  otherProjects: (count: number) => (count === 1 ? 'Voir l’autre projet' : `Voir les ${count} autres projets`),
  alert: (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
  exposed: (count: number) =>
    count === 0
      ? 'Aucun local n’y attend plus la fibre.'
      : `${formatCountOf(count, 'local n’y est pas encore raccordable', 'locaux n’y sont pas encore raccordables')} à la fibre.`,
  sources: 'Sources\u00a0:',
  missing: 'Ce territoire n’est pas au dossier. Chercher son nom dans le champ de recherche.',
};
