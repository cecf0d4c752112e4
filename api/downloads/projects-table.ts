/** Referenced projects as a table; a project is a point only where its sheet gives its position. */
import type { Values } from '../contract.ts';
import type { Project } from '../contract-projects.ts';
import { listTable, positionColumns, type ReadColumn, textColumn, wordsColumn } from './list-columns.ts';
import { newestDay, type TypedTable } from './typed-table.ts';

const partial = 'Année, mois ou jour, tel que publié.';

const columns: readonly ReadColumn<Project>[] = [
  { ...textColumn('id', 'Identifiant', 'Identifiant stable de la fiche.', ({ id }) => id), required: true },
  textColumn('parent', 'Projet parent', 'Projet dont celui-ci est une partie.', ({ parent }) => parent),
  { ...textColumn('titre', 'Titre', 'Titre du projet.', ({ titre }) => titre), required: true },
  textColumn('resume', 'Résumé', 'Ce que fait le projet.', ({ resume }) => resume),
  textColumn('objectifs', 'Objectifs', 'Objectifs déclarés.', ({ objectifs }) => objectifs),
  textColumn('theme', 'Thème', 'Identifiant du thème.', ({ theme }) => theme),
  textColumn('sous_theme', 'Sous-thème', 'Sous-thème.', ({ sousTheme }) => sousTheme),
  textColumn('porteur', 'Porteur', 'Qui le porte.', ({ porteur }) => porteur),
  textColumn('porteur_siren', 'SIREN du porteur', 'Neuf chiffres.', ({ porteurSiren }) => porteurSiren),
  textColumn('porteur_siret', 'SIRET du porteur', 'Quatorze chiffres.', ({ porteurSiret }) => porteurSiret),
  textColumn(
    'porteur_type',
    'Type de porteur',
    'Déclaré, ou déduit du SIREN ou du nom.',
    ({ porteurType }) => porteurType,
  ),
  textColumn('niveau', 'Niveau', 'Niveau auquel il est porté.', ({ niveau }) => niveau),
  wordsColumn('communes', 'Communes', 'Codes INSEE.', ({ communes }) => communes),
  wordsColumn('epci', 'EPCI', 'SIREN.', ({ epci }) => epci),
  textColumn('lieu', 'Lieu', 'Lieu dit par la fiche.', ({ lieu }) => lieu),
  ...positionColumns<Project>(),
  wordsColumn('publics', 'Publics', 'Publics visés.', ({ publics }) => publics),
  textColumn('phase', 'Phase', 'Phase à la date de la source.', ({ phase }) => phase),
  textColumn('etat', 'État', 'État d’avancement.', ({ etat }) => etat),
  textColumn('date_debut_prevue', 'Début prévu', partial, ({ dateDebutPrevue }) => dateDebutPrevue),
  textColumn('date_fin_prevue', 'Fin prévue', partial, ({ dateFinPrevue }) => dateFinPrevue),
  textColumn('date_debut', 'Début', partial, ({ dateDebut }) => dateDebut),
  textColumn('date_fin', 'Fin', partial, ({ dateFin }) => dateFin),
  {
    name: 'budget_eur',
    title: 'Budget',
    description: 'Budget déclaré ; vide quand il n’est pas connu.',
    type: 'number',
    unit: 'euros',
    read: ({ budgetEuros }) => budgetEuros,
  },
  wordsColumn('financeurs', 'Financeurs', 'Financeurs connus.', ({ financeurs }) => financeurs),
  wordsColumn('financements', 'Financements', 'Financeur, année, montant en euros.', ({ financements }) =>
    financements.map(({ financeur, annee, montantEuros }) =>
      [financeur, annee, montantEuros].filter((part) => part !== null).join(', '),
    ),
  ),
  wordsColumn('partenaires', 'Partenaires', 'Partenaires.', ({ partenaires }) => partenaires),
  {
    name: 'ouvert',
    title: 'Ouvert',
    description: 'Ouvert à d’autres collectivités ; vide : non précisé.',
    type: 'boolean',
    read: ({ ouvert }) => ouvert,
  },
  textColumn('effets_attendus', 'Effets attendus', 'Effets attendus.', ({ effetsAttendus }) => effetsAttendus),
  wordsColumn('liens', 'Liens', 'Pages qui en parlent.', ({ liens }) => liens),
  wordsColumn('besoins', 'Besoins', 'Indicateurs auxquels il répond.', ({ besoins }) => besoins),
  textColumn('source_url', 'Source', 'Page qui le dit.', ({ sourceUrl }) => sourceUrl),
  textColumn('source_date', 'Date de la source', partial, ({ sourceDate }) => sourceDate),
  textColumn('confiance', 'Confiance', 'haute, moyenne ou basse.', ({ confiance }) => confiance),
  textColumn('date_maj', 'Mise à jour', partial, ({ dateMaj }) => dateMaj),
];

export function projectsTable(projects: readonly Project[], sources: Values['sources'], fileName: string): TypedTable {
  return {
    ...listTable(projects, columns),
    name: 'projets',
    title: 'Projets numériques recensés',
    fileName,
    description:
      'Une ligne par projet recensé : un fait déclaré ou tiré d’une page publique, à sa date. Un projet n’est un point que si sa fiche donne sa position ; le milieu de son territoire n’en est pas une.',
    primaryKey: ['id'],
    sources,
    definitions: [],
    dataOn: newestDay(sources),
  };
}
