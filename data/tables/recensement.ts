/** The exchange table of the census: which EPCI answered. Without an answer, the absence of a project says nothing. */
import { z } from 'zod';
import { censusStatuses } from '../catalogue/project-words.ts';
import { oneOf, optionalProse, partialDate, siren } from './cells.ts';
import {
  choiceField,
  type ExchangeTable,
  formatOf,
  type TableField,
  textField,
  toCellsOf,
  withAbsentColumns,
} from './declare.ts';

const rowSchema = z
  .object({
    epci: siren.refine((code) => code !== null, 'cellule vide, elle est obligatoire'),
    statut: oneOf(censusStatuses),
    date: partialDate,
    precision: optionalProse,
  })
  .check((context) => {
    const { statut, date } = context.value;
    if (statut === 'repondu' && date === null)
      context.issues.push({
        code: 'custom',
        input: date,
        path: ['date'],
        message: 'cellule vide : une réponse a une date',
      });
  });

export type CensusRow = z.output<typeof rowSchema>;

const fields: readonly TableField[] = [
  textField('epci', 'EPCI', 'SIREN de l’EPCI.', true),
  choiceField('statut', 'Statut', 'Où en est sa réponse :', censusStatuses, true),
  textField('date', 'Date', 'Date de la réponse ou de la relance : année, mois ou jour.'),
  textField('precision', 'Précision', 'Ce que la réponse couvre ou ne couvre pas.'),
];

export const censusTable: ExchangeTable<CensusRow> = {
  format: formatOf(fields, 'epci'),
  fields,
  row: withAbsentColumns(fields, rowSchema),
  toCells: toCellsOf(fields),
};
