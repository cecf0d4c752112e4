/** The inhabited cells of a département's communes; a commune without any stays at its centre, and is listed. */
import { cellTable } from '../../data/sources/insee-carreaux.ts';
import { insertCells, readCells } from '../population-cells.ts';
import { readTable } from '../read/table.ts';
import { type Ground, type Obtained, type Prepared, Refusal, staysAsWritten } from './declare.ts';

const zipped = { wrapping: { zipEntry: 'carreaux_200m_met.csv' } } as const;

export async function prepareCells(
  { form, vintage, files }: Obtained,
  { scopes, where, onRows }: Ground,
): Promise<Map<string, Prepared | Refusal>> {
  const [file] = files;
  if (!file) throw new Error('the grid is one file');
  const isZip = form.files.some(({ path }) => path.endsWith('.zip'));
  const records = readTable(file, { ...cellTable.format, ...(isZip && zipped) });
  const { read, takenByAny, byDepartement } = await readCells(file.name, records, where, onRows);
  return new Map(
    scopes.map(({ departement, own }): [string, Prepared | Refusal] => {
      const { cells = [], taken = 0, refused = [] } = byDepartement.get(departement) ?? {};
      if (taken === 0)
        return [
          departement,
          new Refusal(
            `contrôle non passé : aucun carreau des communes du département ${departement} dans ${file.name}.${refused[0] ? ` ${refused[0].message}` : ''}`,
            refused,
          ),
        ];
      const held = new Set(cells.map(({ commune }) => commune));
      const prepared: Prepared = {
        read,
        taken,
        takenByAny,
        refused,
        warnings: [],
        periods: [vintage],
        communesExpected: own.size,
        communesAbsent: [...own].filter((commune) => !held.has(commune)),
        write: (tx, loadId) => insertCells(tx, loadId, departement, cells),
        isUpToDate: staysAsWritten,
      };
      return [departement, prepared];
    }),
  );
}
