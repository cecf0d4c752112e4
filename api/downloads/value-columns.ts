/** The columns that tables of values have, whether of one indicator or of several. */
import type { Unit } from '../../data/catalogue/declare.ts';
import type { Values } from '../contract.ts';
import type { Cell, Column } from './typed-table.ts';

export const unitLabels: Readonly<Record<Unit, string>> = {
  ratio: 'ratio de 0 à 1',
  points: 'différence de ratios',
  premises: 'locaux',
  projects: 'projets',
  sites: 'sites',
  euros: 'euros',
  date: 'date',
  category: 'catégorie',
};

const text = (name: string, title: string, description: string, required = false): Column => ({
  name,
  title,
  description,
  type: 'string',
  required,
});
const number = (name: string, title: string, description: string): Column => ({
  name,
  title,
  description,
  type: 'number',
});

export const territoryColumns: readonly Column[] = [
  text('code', 'Code', 'Code INSEE de la commune, SIREN de l’EPCI ou code du département.', true),
  text('nom', 'Nom', 'Nom du territoire.', true),
  text('niveau', 'Niveau', 'commune, epci ou departement.', true),
  text('indicateur', 'Indicateur', 'Identifiant de l’indicateur.', true),
];

export const periodColumn = text('periode', 'Période', 'Trimestre 2026-T2, jour 2025-10-20 ou année 2021.', true);

/** Type of the value of an indicator, by its unit. */
export function valueType(unit: Unit): 'date' | 'string' | 'number' {
  if (unit === 'date') return 'date';
  return unit === 'category' ? 'string' : 'number';
}

const noValue = 'Vide quand il n’y en a pas : voir etat et raison.';

export function valueColumn(unit: Unit): Column {
  return {
    name: 'valeur',
    title: 'Valeur',
    description: `Non arrondie. ${noValue}`,
    type: valueType(unit),
    unit: unitLabels[unit],
  };
}

/** The value of indicators of several kinds: a column a type. */
export const mixedValueColumns: readonly Column[] = [
  number('valeur', 'Valeur', `Nombre non arrondi, dans l’unité de la ligne. ${noValue}`),
  {
    name: 'valeur_date',
    title: 'Valeur (date)',
    description: 'Pour un indicateur dont la réponse est une date.',
    type: 'date',
  },
  text('valeur_texte', 'Valeur (catégorie)', 'Pour un indicateur dont la réponse est une catégorie.'),
];

export function toMixedCells(unit: Unit, value: string | number | null): Cell[] {
  const type = valueType(unit);
  return [type === 'number' ? value : null, type === 'date' ? value : null, type === 'string' ? value : null];
}

export const stateColumns: readonly Column[] = [
  number('numerateur', 'Numérateur', 'Somme que l’indicateur divise, ou compte.'),
  number('denominateur', 'Dénominateur', 'Somme par laquelle il la divise, ou base dont elle est comptée.'),
  text('etat', 'État', 'valeur, non-disponible, secret ou non-agregable.', true),
  text('raison', 'Raison', 'Pourquoi il n’y a pas de valeur.'),
  text('alertes', 'Alertes', 'Ce qu’il faut savoir de la valeur, séparé par « | ».'),
];

export function toStateCells(value: Values['valeurs'][number]): Cell[] {
  return [value.numerateur, value.denominateur, value.etat, value.raison, value.alertes.join(' | ') || null];
}

export const provenanceColumns: readonly Column[] = [
  {
    name: 'echeance',
    title: 'Échéance',
    description: 'Date jusqu’à laquelle les fermetures du cuivre sont comptées.',
    type: 'date',
  },
  text('depuis', 'Depuis', 'Période de départ d’une évolution.'),
  text('perimetre', 'Périmètre', 'partie : communes chargées de l’EPCI ; entier : toutes ses communes.', true),
  text('methode', 'Méthode', 'Méthode de comptage ; deux méthodes ne se comparent pas.'),
  text('edition', 'Édition', 'État des lieux figé ; vide pour les chiffres en vigueur.'),
  text('source', 'Source', 'Producteur et titre, séparés par « | » s’il y en a plusieurs.'),
  text('millesime', 'Millésime', 'Millésime de chaque source.'),
  text('date_donnees', 'Date des données', 'Jour ISO auquel chaque source est à jour.'),
  text('licence', 'Licence', 'Licence de chaque source.'),
];

/** The same on every row of an answer. */
export function toProvenanceCells(values: Values): Cell[] {
  const fromSources = (read: (source: Values['sources'][number]) => string) =>
    [...new Set(values.sources.map(read))].join(' | ');
  return [
    values.echeance,
    values.depuis,
    values.perimetre,
    values.methode,
    values.edition?.id ?? null,
    fromSources((source) => `${source.producteur}, ${source.titre}`),
    fromSources((source) => source.millesime),
    fromSources((source) => source.dateDonnees),
    fromSources((source) => source.licence),
  ];
}
