/** The resources of the data package: columns of each file, as a Table Schema. Written by one half, read by the other. */
import { type TableField, textField } from '../data/tables/declare.ts';

export const figureFields: readonly TableField[] = [
  textField('source', 'Source', 'Identifiant de la source, voir sources.', true),
  textField('millesime', 'Millésime', 'Millésime du chargement, voir chargements.', true),
  textField('periode', 'Période', 'Trimestre 2026-T2 ou jour 2025-10-20.', true),
  textField('commune', 'Commune', 'Code INSEE, COG 2026.', true),
  textField('mesure', 'Mesure', 'Identifiant de la mesure, voir mesures.', true),
  textField(
    'valeur',
    'Valeur',
    'Nombre, catégorie ou date ISO selon la mesure ; vide quand la réponse n’est pas une valeur.',
  ),
  textField('etat', 'État', 'Vide pour une réponse ; « secret » ou « absent » quand la source n’en donne pas.'),
  textField('raison', 'Raison', 'Pourquoi il n’y a pas de valeur, ou ce qu’il faut en savoir.'),
];

export const territoryFields: readonly TableField[] = [
  textField('niveau', 'Niveau', 'epci ou departement.', true),
  textField('code', 'Code', 'SIREN de l’EPCI ou de l’EPT, code du département.', true),
  textField('nom_officiel', 'Nom officiel', 'Nom tel que publié.', true),
];

export const membershipFields: readonly TableField[] = [
  textField('commune', 'Commune', 'Code INSEE, COG 2026.', true),
  textField('nom', 'Nom', 'Nom de la commune.', true),
  textField('departement', 'Département', 'Code du département.', true),
  textField('arrondissement', 'Arrondissement', 'Code de l’arrondissement.'),
  textField('epci', 'EPCI', 'SIREN de l’EPCI à fiscalité propre ; vide pour les rares communes sans EPCI.'),
  textField('ept', 'EPT', 'SIREN de l’établissement public territorial.'),
  { name: 'population', title: 'Population', description: 'Population municipale.', type: 'number', required: false },
  textField('codes_postaux', 'Codes postaux', 'Séparés par « | ».'),
];

/** Names of the files, in the order in which they are listed. */
export const packageFiles = {
  figures: 'chiffres.csv',
  membership: 'appartenances.csv',
  groupings: 'groupements.csv',
  outlines: 'contours.topojson',
} as const;
