/** The exchange table of referenced projects: a fact declared by a collectivité or found in a public page. */
import { z } from 'zod';
import { indicatorIds } from '../catalogue/catalogue.ts';
import { carrierTypes, projectLevels, projectPhases, projectStates } from '../catalogue/project-words.ts';
import { themeIds } from '../catalogue/themes.ts';
import {
  amount,
  degrees,
  endsBefore,
  identifier,
  oneOf,
  oneOfOrNothing,
  optionalProse,
  partialDate,
  proseList,
  provenance,
  reference,
  requiredProse,
  siren,
  siret,
  webAddresses,
  yesOrNo,
} from './cells.ts';
import {
  choiceField,
  type ExchangeTable,
  formatOf,
  numberField,
  provenanceFields,
  type TableField,
  textField,
  toCellsOf,
  withAbsentColumns,
} from './declare.ts';
import { fundings, writeFundings } from './fundings.ts';

const rowSchema = z
  .object({
    id: identifier,
    parent: reference,
    titre: requiredProse(300),
    resume: requiredProse(),
    objectifs: optionalProse,
    theme: oneOf(themeIds),
    sous_theme: optionalProse,
    porteur: requiredProse(300),
    porteur_siren: siren,
    porteur_siret: siret,
    porteur_type: oneOfOrNothing(carrierTypes),
    niveau: oneOf(projectLevels),
    communes: proseList,
    epci: proseList,
    lieu: optionalProse,
    latitude: degrees(-90, 90),
    longitude: degrees(-180, 180),
    publics: proseList,
    phase: oneOf(projectPhases),
    etat: oneOfOrNothing(projectStates),
    date_debut_prevue: partialDate,
    date_fin_prevue: partialDate,
    date_debut: partialDate,
    date_fin: partialDate,
    budget_eur: amount,
    financeurs: proseList,
    financements: fundings,
    partenaires: proseList,
    ouvert: yesOrNo,
    effets_attendus: optionalProse,
    liens: webAddresses,
    besoins: proseList.pipe(z.array(oneOf(indicatorIds))),
    ...provenance,
    date_maj: partialDate,
  })
  .check((context) => {
    const row = context.value;
    const refuse = (column: string, message: string) =>
      context.issues.push({ code: 'custom', input: row, path: [column], message });
    if (endsBefore(row.date_debut, row.date_fin))
      refuse('date_fin', `« ${row.date_fin} » précède le début, ${row.date_debut}`);
    if (endsBefore(row.date_debut_prevue, row.date_fin_prevue))
      refuse('date_fin_prevue', `« ${row.date_fin_prevue} » précède le début prévu, ${row.date_debut_prevue}`);
    if (row.date_debut_prevue === null && row.date_fin === null && endsBefore(row.date_debut, row.date_fin_prevue))
      refuse('date_fin_prevue', `« ${row.date_fin_prevue} » précède le début, ${row.date_debut}`);
    if (row.date_debut === null && endsBefore(row.date_debut_prevue, row.date_fin))
      refuse('date_fin', `« ${row.date_fin} » précède le début prévu, ${row.date_debut_prevue}`);
    if (row.parent === row.id) refuse('parent', 'un projet n’est pas son propre parent');
    if ((row.phase === 'termine' || row.phase === 'abandonne') && row.etat !== null)
      refuse('etat', `« ${row.etat} » contredit la phase ${row.phase} : laisser l’état vide, ou corriger la phase`);
    if (row.phase === 'idee' && row.date_fin !== null)
      refuse('date_fin', `« ${row.date_fin} » contredit la phase idee : une fin prévue s’écrit dans date_fin_prevue`);
    if (row.porteur_siren && row.porteur_siret && !row.porteur_siret.startsWith(row.porteur_siren))
      refuse('porteur_siret', `« ${row.porteur_siret} » n’est pas un établissement de ${row.porteur_siren}`);
    if ((row.latitude === null) !== (row.longitude === null))
      refuse(row.latitude === null ? 'latitude' : 'longitude', 'latitude et longitude vont ensemble');
  });

export type ProjectRow = z.output<typeof rowSchema>;

const fields: readonly TableField[] = [
  textField('id', 'Identifiant', 'Identifiant stable du projet : lettres, chiffres, tirets.', true),
  textField('parent', 'Projet parent', 'Identifiant du contrat ou du programme auquel le projet appartient.'),
  textField('titre', 'Titre', 'Titre du projet, 300 caractères au plus.', true),
  textField('resume', 'Résumé', 'Résumé en une ou deux phrases.', true),
  textField('objectifs', 'Objectifs', 'Ce que le projet veut changer, et pour qui.'),
  choiceField('theme', 'Thème', 'Thème du schéma :', themeIds, true),
  textField('sous_theme', 'Sous-thème', 'Précision libre du thème.'),
  textField('porteur', 'Porteur', 'Organisme qui porte le projet.', true),
  textField('porteur_siren', 'SIREN du porteur', 'Neuf chiffres, clé comprise.'),
  textField('porteur_siret', 'SIRET du porteur', 'Quatorze chiffres, clé comprise.'),
  choiceField('porteur_type', 'Type de porteur', 'Vide : déduit du SIREN ou de la forme du nom. Sinon', carrierTypes),
  choiceField('niveau', 'Niveau', 'Territoire du projet :', projectLevels, true),
  textField('communes', 'Communes', 'Codes INSEE, séparés par « | ».'),
  textField('epci', 'EPCI', 'SIREN des EPCI, séparés par « | ».'),
  textField('lieu', 'Lieu', 'Nom ou adresse du lieu, quand le projet en a un.'),
  numberField('latitude', 'Latitude', 'Degrés, WGS 84, point décimal.'),
  numberField('longitude', 'Longitude', 'Degrés, WGS 84, point décimal.'),
  textField('publics', 'Publics', 'Publics visés, séparés par « | ».'),
  choiceField('phase', 'Phase', 'Phase à la date de la source :', projectPhases, true),
  choiceField('etat', 'État', 'Vide pour un projet terminé ou abandonné. Sinon', projectStates),
  textField('date_debut_prevue', 'Début prévu', 'Année, mois ou jour (AAAA, AAAA-MM, AAAA-MM-JJ).'),
  textField('date_fin_prevue', 'Fin prévue', 'Année, mois ou jour.'),
  textField('date_debut', 'Début', 'Année, mois ou jour, tel que publié.'),
  textField('date_fin', 'Fin', 'Année, mois ou jour, tel que publié.'),
  numberField('budget_eur', 'Budget', 'Budget prévu en euros ; vide quand il n’est pas connu.'),
  textField('financeurs', 'Financeurs', 'Séparés par « | ».'),
  textField(
    'financements',
    'Financements',
    'Financeur:année:montant, séparés par « | » ; année ou montant vides s’ils ne sont pas connus.',
  ),
  textField('partenaires', 'Partenaires', 'Séparés par « | ».'),
  choiceField(
    'ouvert',
    'Ouvert à d’autres',
    'D’autres collectivités peuvent-elles s’y joindre ? Vide : non précisé. Sinon',
    ['oui', 'non'],
  ),
  textField('effets_attendus', 'Effets attendus', 'Ce qui sera mesuré, et de combien.'),
  textField('liens', 'Liens', 'Autres pages, séparées par « | ».'),
  textField(
    'besoins',
    'Besoins',
    `Indicateurs de l’observatoire auxquels le projet répond, séparés par « | » : ${indicatorIds.join(', ')}.`,
  ),
  ...provenanceFields,
  textField('date_maj', 'Mise à jour', 'Dernière mise à jour de la fiche : année, mois ou jour.'),
];

export const projectTable: ExchangeTable<ProjectRow> = {
  format: formatOf(fields, 'titre'),
  fields,
  row: withAbsentColumns(fields, rowSchema),
  toCells: toCellsOf(fields, { financements: writeFundings }),
};
