/** A pre-selection as a workbook: the result, then every score, so that anyone can check the averages. */
import type { Basket } from '../contract-projects.ts';
import type { WorkbookSheet } from './workbook.ts';

export function basketSheets({ criteres, fiches, resultats, participants }: Basket): WorkbookSheet[] {
  const titleOf = new Map(fiches.map(({ id, titre }) => [id, titre]));
  return [
    {
      name: 'Résultat',
      columns: [
        'rang',
        'fiche',
        'titre',
        ...criteres.map(({ libelle, poids }) => `${libelle} (poids ${poids})`),
        'total',
      ],
      rows: resultats.map(({ fiche, rang, criteres: averages, total }) => [
        rang,
        fiche,
        titleOf.get(fiche) ?? fiche,
        ...averages.map(({ moyenne }) => moyenne),
        total,
      ]),
      widths: [8, 12, 44, 18],
    },
    {
      name: 'Notes',
      columns: ['participant', 'fiche', 'titre', 'critere', 'note'],
      rows: participants.flatMap(({ participant, notes }) =>
        notes.map(({ fiche, critere, note }) => [participant, fiche, titleOf.get(fiche) ?? fiche, critere, note]),
      ),
      widths: [28, 12, 44, 28, 8],
    },
  ];
}
