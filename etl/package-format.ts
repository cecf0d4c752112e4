/** The resources of the data package: columns of each file, as a Table Schema. Written by one half, read by the other. */
import type { TableField } from '../data/tables/declare.ts';

const text = (name: string, title: string, description: string, required = true): TableField => ({
  name,
  title,
  description,
  type: 'string',
  required,
});

export const figureFields: readonly TableField[] = [
  text('source', 'Source', 'Identifiant de la source, voir sources.'),
  text('millesime', 'Millésime', 'Millésime du chargement, voir chargements.'),
  text('periode', 'Période', 'Trimestre 2026-T2 ou jour 2025-10-20.'),
  text('commune', 'Commune', 'Code INSEE, COG 2026.'),
  text('mesure', 'Mesure', 'Identifiant de la mesure, voir mesures.'),
  text(
    'valeur',
    'Valeur',
    'Nombre entier, catégorie ou date ISO selon la mesure ; vide quand la réponse n’est pas une valeur.',
    false,
  ),
  text('raison', 'Raison', 'Pourquoi il n’y a pas de valeur, ou ce qu’il faut en savoir.', false),
];

export const territoryFields: readonly TableField[] = [
  text('niveau', 'Niveau', 'epci ou departement.'),
  text('code', 'Code', 'SIREN de l’EPCI ou de l’EPT, code du département.'),
  text('nom_officiel', 'Nom officiel', 'Nom tel que publié.'),
];

export const membershipFields: readonly TableField[] = [
  text('commune', 'Commune', 'Code INSEE, COG 2026.'),
  text('nom', 'Nom', 'Nom de la commune.'),
  text('departement', 'Département', 'Code du département.'),
  text('arrondissement', 'Arrondissement', 'Code de l’arrondissement.', false),
  text('epci', 'EPCI', 'SIREN de l’EPCI à fiscalité propre.'),
  text('ept', 'EPT', 'SIREN de l’établissement public territorial.', false),
  { name: 'population', title: 'Population', description: 'Population municipale.', type: 'number', required: false },
  text('codes_postaux', 'Codes postaux', 'Séparés par « | ».', false),
];

/** Names of the files, in the order in which they are listed. */
export const packageFiles = {
  figures: 'chiffres.csv',
  membership: 'appartenances.csv',
  groupings: 'groupements.csv',
  outlines: 'contours.topojson',
  projects: 'projets.csv',
  places: 'lieux.csv',
} as const;
