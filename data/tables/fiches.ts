/** The exchange table of the catalogue: possible actions that Essonne Numérique writes. Not facts: those are projects. */
import { z } from 'zod';
import { sheetStatuses } from '../catalogue/project-words.ts';
import { themeIds } from '../catalogue/themes.ts';
import {
  amount,
  identifier,
  oneOf,
  optionalProse,
  partialDate,
  proseList,
  requiredProse,
  wholeNumber,
} from './cells.ts';
import {
  choiceField,
  type ExchangeTable,
  formatOf,
  numberField,
  type TableField,
  textField,
  toCellsOf,
  withAbsentColumns,
} from './declare.ts';

const rowSchema = z
  .object({
    id: identifier,
    statut: oneOf(sheetStatuses),
    titre: requiredProse(300),
    theme: oneOf(themeIds),
    probleme: requiredProse(),
    objectifs: proseList.refine((items) => items.length > 0, 'au moins un objectif'),
    prerequis: proseList,
    cout_min_eur: amount,
    cout_max_eur: amount,
    cout_precision: optionalProse,
    duree_min_mois: wholeNumber,
    duree_max_mois: wholeNumber,
    porteurs_possibles: proseList,
    mutualisation: optionalProse,
    exemples: proseList,
    indicateurs_resultat: proseList,
    date_maj: partialDate,
  })
  .check((context) => {
    const row = context.value;
    for (const [least, most] of [
      ['cout_min_eur', 'cout_max_eur'],
      ['duree_min_mois', 'duree_max_mois'],
    ] as const) {
      const [low, high] = [row[least], row[most]];
      if (low !== null && high !== null && high < low)
        context.issues.push({
          code: 'custom',
          input: high,
          path: [most],
          message: `${high} est moins que ${least}, ${low}`,
        });
    }
  });

export type SheetRow = z.output<typeof rowSchema>;

const fields: readonly TableField[] = [
  textField('id', 'Identifiant', 'Identifiant stable de la fiche.', true),
  choiceField('statut', 'Statut', 'exemple : écrite pour montrer, elle n’engage personne. Sinon', sheetStatuses, true),
  textField('titre', 'Titre', 'Titre de l’action possible.', true),
  choiceField('theme', 'Thème', 'Thème du schéma :', themeIds, true),
  textField('probleme', 'Problème', 'Ce qui ne va pas aujourd’hui, et pour qui.', true),
  textField('objectifs', 'Objectifs', 'Séparés par « | ».', true),
  textField('prerequis', 'Prérequis', 'Ce qu’il faut avant de commencer, séparé par « | ».'),
  numberField('cout_min_eur', 'Coût indicatif, au moins', 'Euros.'),
  numberField('cout_max_eur', 'Coût indicatif, au plus', 'Euros.'),
  textField('cout_precision', 'Précision du coût', 'D’où vient l’ordre de grandeur, par an ou en une fois.'),
  numberField('duree_min_mois', 'Durée, au moins', 'Mois.'),
  numberField('duree_max_mois', 'Durée, au plus', 'Mois.'),
  textField('porteurs_possibles', 'Porteurs possibles', 'Qui pourrait la porter, séparés par « | ».'),
  textField('mutualisation', 'Mutualisation', 'Ce qui gagne à être partagé, et entre qui.'),
  textField('exemples', 'Exemples', 'Identifiants de projets recensés, séparés par « | ».'),
  textField('indicateurs_resultat', 'Indicateurs de résultat', 'À quoi se verra le résultat, séparés par « | ».'),
  textField('date_maj', 'Mise à jour', 'Année, mois ou jour.'),
];

export const sheetTable: ExchangeTable<SheetRow> = {
  format: formatOf(fields, 'probleme'),
  fields,
  row: withAbsentColumns(fields, rowSchema),
  toCells: toCellsOf(fields),
};
