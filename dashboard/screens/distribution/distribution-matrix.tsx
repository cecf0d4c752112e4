/**
 * The matrix EPCI × theme: a link by cell to the list that it counts. One stop of the Tab key: arrows go from cell to
 * cell, so that what follows the table is not two hundred keys away.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { ScreenLink } from '../../controls/screen-link.tsx';
import type { CellKind } from '../../state/project-filters.ts';
import { useView } from '../../state/use-view.ts';
import {
  cellLabel,
  censusOf,
  labelOfTheme,
  sharedOf,
  shortEuros,
  distribution as words,
} from '../../text/distribution.ts';
import { formatCount } from '../../text/numbers.ts';
import { type Cell, listOf, type ReadRow } from './cells.ts';
import styles from './distribution-matrix.module.css';
import { heatOfBudget, heatOfCount } from './heat.ts';

interface Place {
  readonly row: number;
  readonly column: number;
}

const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function DistributionMatrix({ rows, kind }: { rows: readonly ReadRow[]; kind: CellKind }) {
  const table = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState<Place>({ row: 0, column: 0 });
  const [pointed, setPointed] = useState<number | null>(null);
  const themes = rows[0]?.cells.map(({ theme }) => theme) ?? [];
  const counts = rows.filter((row) => row.kind !== 'total').flatMap(({ cells }) => cells.map(({ nombre }) => nombre));
  const largest = Math.max(0, ...counts);

  function move(event: KeyboardEvent) {
    const by = moves[event.key];
    if (!by || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const row = Math.min(rows.length - 1, Math.max(0, current.row + by[0]));
    const column = Math.min(themes.length, Math.max(0, current.column + by[1]));
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"] a`)?.focus();
  }

  function follow(target: EventTarget) {
    const place = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined;
    const [row, column] = place?.split('-').map(Number) ?? [];
    if (row === undefined || column === undefined) return setPointed(null);
    setPointed(column);
    return { row, column };
  }

  return (
    <div className={styles.scroll}>
      <table
        ref={table}
        className={styles.table}
        data-kind={kind}
        onKeyDown={move}
        onFocus={({ target }) => setCurrent(follow(target) ?? current)}
        onBlur={() => setPointed(null)}
        onPointerOver={({ target }) => follow(target)}
        onPointerLeave={() => setPointed(null)}
      >
        <caption className="visually-hidden">{words.matrixCaption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {words.epci}
            </th>
            <th scope="col" className={styles.flat}>
              {words.total}
            </th>
            <th scope="col" className={styles.flat}>
              {words.shared}
            </th>
            {themes.map((theme, i) => (
              <th key={theme} scope="col" className={styles.theme} data-pointed={pointed === i + 1 || undefined}>
                <span>{labelOfTheme(theme)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.epciKey ?? row.kind} className={styles[row.kind]}>
              <th scope="row" className={styles.name}>
                {row.name}
                <span className={styles.status}>{statusOf(row)}</span>
              </th>
              <td className={styles.sum} data-cell={`${i}-0`}>
                <CellLink row={row} cell={null} kind={kind} isStop={current.row === i && current.column === 0} />
              </td>
              <Shared row={row} />
              {row.cells.map((cell, j) => (
                <td
                  key={cell.theme}
                  className={styles.cell}
                  data-cell={`${i}-${j + 1}`}
                  style={fillOf(row, cell, kind, largest)}
                >
                  <CellLink row={row} cell={cell} kind={kind} isStop={current.row === i && current.column === j + 1} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.keys}>{words.keys}</p>
    </div>
  );
}

function statusOf({ kind, row }: ReadRow): string {
  if (kind === 'none') return words.noEpciNote;
  return kind === 'total' ? words.totalNote : censusOf(row.recensement);
}

/** A total is no cell of the heat: it would outdo them all. */
export function fillOf({ kind: of }: ReadRow, cell: Cell, kind: CellKind, largest: number) {
  if (of === 'total') return undefined;
  const heat = kind === 'nombre' ? heatOfCount(cell.nombre, largest) : heatOfBudget(cell.budget.euros);
  return heat ? { background: heat.background, color: heat.ink } : undefined;
}

interface CellLinkProps {
  readonly row: ReadRow;
  /** null: the whole row. */
  readonly cell: Cell | null;
  readonly kind: CellKind;
  readonly isStop: boolean;
}

function CellLink({ row, cell, kind, isStop }: CellLinkProps) {
  const { view } = useView();
  const { nombre, budget } = cell ?? row.row;
  const theme = cell && labelOfTheme(cell.theme);
  return (
    <ScreenLink
      change={listOf(view, row.epciKey, cell?.theme ?? null)}
      className={styles.link}
      label={cellLabel(row.name, theme, nombre, kind === 'budget' ? budget : null)}
      tabIndex={isStop ? 0 : -1}
    >
      {nombre === 0 && <span className={styles.silent}>–</span>}
      {nombre > 0 && kind === 'nombre' && formatCount(nombre)}
      {nombre > 0 && kind === 'budget' && (
        <>
          {budget.euros !== null && <span className={styles.euros}>{shortEuros(budget.euros)}</span>}
          <span
            className={budget.euros === null ? styles.silentSheets : styles.sheets}
          >{`${formatCount(budget.fiches)} sur ${formatCount(nombre)}`}</span>
        </>
      )}
    </ScreenLink>
  );
}

function Shared({ row: { row } }: { row: ReadRow }) {
  const shared = sharedOf(row);
  return (
    <td className={styles.shared}>
      {shared ? (
        <>
          {shared.ratio}
          <span className={styles.status}>{shared.count}</span>
        </>
      ) : (
        <span className={styles.silent}>–</span>
      )}
    </td>
  );
}
