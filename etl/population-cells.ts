/** The file of the INSEE's grid → cells of the communes that are wanted, each once a commune, at the centre of the cell. */
import proj4 from 'proj4';
import type { Queryable, SqlValue } from '../data/database/port.ts';
import {
  cellColumns,
  cellSideMeters,
  cellTable,
  communesOfCell,
  gridProjection,
} from '../data/sources/insee-carreaux.ts';
import { shown } from '../data/tables/cells.ts';
import type { Whereabouts } from './scope.ts';
import { type Numbered, type Remark, toRemark } from './validate.ts';

export interface PopulationCell {
  readonly cell: string;
  readonly commune: string;
  /** An equal part of the cell's for each of its communes. */
  readonly individuals: number;
  readonly position: readonly [longitude: number, latitude: number];
}

export interface CellReading {
  readonly cells: PopulationCell[];
  /** Rows of the file that gave one cell or more. */
  taken: number;
  readonly refused: Remark[];
}

export interface CellFile {
  readonly read: number;
  /** Rows that one département or more takes, each once. */
  readonly takenByAny: number;
  readonly byDepartement: ReadonlyMap<string, CellReading>;
}

const { forward: toDegrees } = proj4(gridProjection, 'WGS84');

/** The centre of a cell from its south-west corner, to about ten centimetres. */
export function centreOfCell([east, north]: readonly [number, number]): readonly [number, number] {
  const [longitude = 0, latitude = 0] = toDegrees([east + cellSideMeters / 2, north + cellSideMeters / 2]);
  return [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))];
}

/** Rows of other territories are left out before anything else is looked at. */
export async function readCells(
  file: string,
  records: AsyncIterable<Numbered> | Iterable<Numbered>,
  where: Whereabouts,
  onRows: (read: number) => void = () => {},
): Promise<CellFile> {
  const byDepartement = new Map(
    where.departements.map((code): [string, CellReading] => [code, { cells: [], taken: 0, refused: [] }]),
  );
  const lineOfId = new Map<string, number>();
  let read = 0;
  let takenByAny = 0;
  for await (const { line, record } of records) {
    read++;
    if (read % 5000 === 0) onRows(read);
    const text = record[cellColumns.communes] ?? '';
    const codes = communesOfCell(text);
    const refuse = (departements: readonly string[], column: string, message: string) => {
      for (const code of departements) byDepartement.get(code)?.refused.push(toRemark(file, line, { column, message }));
    };
    if (codes === null) {
      const why =
        text.trim() === ''
          ? 'cellule vide, il faut le code d’une commune ou de plusieurs'
          : `« ${shown(text)} » n’est pas une suite de codes de communes (cinq caractères chacun)`;
      refuse(departementsLike(where, text), cellColumns.communes, why);
      continue;
    }
    const unknown = codes.filter((code) => !where.isKnown(code));
    const stray = where.departements.filter((departement) => unknown.some((code) => code.startsWith(departement)));
    const known = [...new Set(codes.filter((code) => where.isKnown(code)).map(where.presentOf))];
    const takers = where.departements.filter((departement) =>
      known.some((code) => where.departementOf(code) === departement),
    );
    const concerned = [...new Set([...stray, ...takers])];
    if (concerned.length === 0) continue;
    const id = (record[cellColumns.id] ?? '').trim();
    const first = lineOfId.get(id);
    if (first !== undefined) {
      refuse(concerned, cellColumns.id, `« ${shown(id)} » est déjà à la ligne ${first}`);
      continue;
    }
    lineOfId.set(id, line);
    if (unknown.length > 0) {
      refuse(concerned, cellColumns.communes, `la commune « ${unknown[0]} » n’existe pas au COG 2026`);
      continue;
    }
    const result = cellTable.row.safeParse(record);
    if (!result.success) {
      const [issue] = result.error.issues;
      refuse(concerned, String(issue?.path[0] ?? cellColumns.id), issue?.message ?? 'ligne refusée');
      continue;
    }
    takenByAny++;
    const { corner, individuals } = result.data;
    const position = centreOfCell(corner);
    for (const departement of takers) {
      const reading = byDepartement.get(departement);
      if (!reading) continue;
      reading.taken++;
      for (const commune of known)
        if (where.departementOf(commune) === departement)
          reading.cells.push({ cell: id, commune, individuals: individuals / known.length, position });
    }
  }
  onRows(read);
  return { read, takenByAny, byDepartement };
}

/** A cell of codes that cannot be read is told to the département that it begins like; one that tells nothing, to each. */
function departementsLike({ departements }: Whereabouts, text: string): readonly string[] {
  const alike = departements.filter((code) => text.trim().startsWith(code));
  return alike.length > 0 || /^\d/.test(text.trim()) ? alike : departements;
}

export async function insertCells(
  tx: Queryable,
  loadId: number,
  departement: string,
  cells: readonly PopulationCell[],
): Promise<void> {
  await tx.copyRows(
    'population_cell',
    ['load_id', 'departement', 'cell', 'commune', 'individuals', 'location_4326'],
    cells.map(({ cell, commune, individuals, position }): SqlValue[] => [
      loadId,
      departement,
      cell,
      commune,
      individuals,
      `SRID=4326;POINT(${position[0]} ${position[1]})`,
    ]),
  );
}
