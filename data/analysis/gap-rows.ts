/**
 * Rows of the matrix of gaps as the API tells them, classified from what was read: by the API at the threshold that it
 * is asked for, and by the browser as the threshold moves.
 */
import { needsOf } from '../catalogue/needs.ts';
import { type CellClass, classifyCell, type NeedLevel, worseRatio } from './gap-matrix.ts';

export interface ReadNeed {
  readonly indicateur: string;
  readonly valeur: number | null;
  readonly reference: number | null;
}

export interface ReadCell {
  readonly theme: string;
  readonly besoins: readonly ReadNeed[];
  readonly offre: number | null;
  readonly projets: number;
}

export interface ReadRow<Cell extends ReadCell> {
  /** Whether the EPCI answered the census of projects. */
  readonly aRepondu: boolean;
  readonly cellules: readonly Cell[];
}

export interface Classes {
  classe: CellClass;
  besoin: NeedLevel;
  besoins: (ReadNeed & { ecart: number | null; estBesoin: boolean })[];
}

/** @param needRatio how much worse than the reference makes a need, 0 to 1 */
export function classifyRow<Cell extends ReadCell, Row extends ReadRow<Cell>>(
  row: Row & ReadRow<Cell>,
  needRatio: number,
): Omit<Row, 'cellules'> & { cellules: (Omit<Cell, 'besoins'> & Classes)[] } {
  return {
    ...row,
    cellules: row.cellules.map((cell) => {
      const declared = cell.besoins.length === 0 ? [] : (needsOf(cell.theme)?.needs ?? []);
      // An indicator that is no longer declared tells no need.
      const needs = cell.besoins.flatMap(({ indicateur, valeur, reference }) => {
        const need = declared.find(({ indicator }) => indicator === indicateur);
        return need ? [{ ...need, value: valeur, reference }] : [];
      });
      const told = classifyCell(
        { needs, supply: cell.offre, projects: cell.projets, hasAnswered: row.aRepondu },
        needRatio,
      );
      return {
        ...cell,
        classe: told.class,
        besoin: told.need,
        besoins: cell.besoins.map(({ indicateur, valeur, reference }) => {
          const need = needs.find(({ indicator }) => indicator === indicateur);
          const estBesoin = told.exceeding.some(({ indicator }) => indicator === indicateur);
          return { indicateur, valeur, reference, ecart: need ? worseRatio(need) : null, estBesoin };
        }),
      };
    }),
  };
}
