/** The exchange table of decisions on the catalogue: a sheet that is retained becomes a line of the roadmap. */
import { z } from 'zod';
import { decisions } from '../catalogue/project-words.ts';
import {
  endsBefore,
  identifier,
  isPartialDate,
  oneOf,
  optionalProse,
  partialDate,
  proseList,
  requiredProse,
  shown,
  writeList,
} from './cells.ts';
import {
  choiceField,
  type ExchangeTable,
  formatOf,
  type TableField,
  textField,
  toCellsOf,
  withAbsentColumns,
} from './declare.ts';

export interface Milestone {
  readonly on: string;
  readonly label: string;
}

/** `2027-03:Marché notifié|2027-09:Ouverture`. */
const milestones = proseList.transform((items, context): Milestone[] => {
  const read = items.map((item) => /^([\d-]+)\s*:\s*(.+)$/.exec(item));
  const wrong = items.find((_, i) => !isPartialDate(read[i]?.[1] ?? ''));
  if (wrong !== undefined) {
    context.issues.push({
      code: 'custom',
      input: wrong,
      message: `« ${shown(wrong)} » n’est pas date:jalon (comme 2027-03:Marché notifié)`,
    });
    return z.NEVER;
  }
  return read.map((found) => ({ on: found?.[1] ?? '', label: found?.[2] ?? '' }));
});

const rowSchema = z
  .object({
    fiche: identifier,
    decision: oneOf(decisions),
    instance: requiredProse(300),
    date: partialDate.refine((date) => date !== null, 'cellule vide, la date de la décision est obligatoire'),
    motif: requiredProse(),
    pilote: optionalProse,
    date_debut_prevue: partialDate,
    date_fin_prevue: partialDate,
    date_fin: partialDate,
    jalons: milestones,
  })
  .check((context) => {
    const row = context.value;
    const refuse = (column: string, message: string) =>
      context.issues.push({ code: 'custom', input: row, path: [column], message });
    if (endsBefore(row.date_debut_prevue, row.date_fin_prevue))
      refuse('date_fin_prevue', `« ${row.date_fin_prevue} » précède le début prévu, ${row.date_debut_prevue}`);
    if (endsBefore(row.date_debut_prevue, row.date_fin))
      refuse('date_fin', `« ${row.date_fin} » précède le début prévu, ${row.date_debut_prevue}`);
    if (row.decision !== 'retenu' && row.date_fin !== null)
      refuse(
        'date_fin',
        `« ${row.date_fin} » contredit la décision ${row.decision} : une action écartée ou différée n’a pas de fin`,
      );
    if (row.decision === 'retenu' && row.pilote === null)
      refuse('pilote', 'cellule vide : une fiche retenue a un pilote');
  });

export type DecisionRow = z.output<typeof rowSchema>;

const fields: readonly TableField[] = [
  textField('fiche', 'Fiche', 'Identifiant de la fiche du catalogue.', true),
  choiceField('decision', 'Décision', 'Ce qui a été décidé :', decisions, true),
  textField('instance', 'Instance', 'Qui a décidé : comité syndical, conseil…', true),
  textField('date', 'Date', 'Date de la décision : année, mois ou jour.', true),
  textField('motif', 'Motif', 'Pourquoi.', true),
  textField('pilote', 'Pilote', 'Organisme ou service qui pilote ; obligatoire pour une fiche retenue.'),
  textField('date_debut_prevue', 'Début prévu', 'Année, mois ou jour.'),
  textField('date_fin_prevue', 'Fin prévue', 'Année, mois ou jour.'),
  textField('date_fin', 'Fin', 'Quand l’action est terminée : année, mois ou jour.'),
  textField('jalons', 'Jalons', 'date:jalon, séparés par « | » : 2027-03:Marché notifié.'),
];

export const decisionTable: ExchangeTable<DecisionRow> = {
  format: formatOf(fields, 'decision'),
  fields,
  row: withAbsentColumns(fields, rowSchema),
  toCells: toCellsOf(fields, { jalons: (items) => writeList(items.map(({ on, label }) => `${on}:${label}`)) }),
};
