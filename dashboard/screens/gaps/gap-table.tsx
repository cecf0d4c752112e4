/**
 * The matrix as a real table: a button by cell that opens its detail. One stop of the Tab key: arrows go from cell to
 * cell, so that what follows the table is not two hundred keys away.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { GapCell } from '../../../api/contract-gaps.ts';
import type { GapRow } from '../../state/use-gap-facts.ts';
import { classWords, labelOfTheme, gaps as words } from '../../text/gaps.ts';
import { formatCountOf } from '../../text/numbers.ts';
import { ClassMark } from './class-mark.tsx';
import styles from './gap-table.module.css';

export interface MatrixProps {
  readonly rows: readonly GapRow[];
  /** The row of the chosen EPCI, above those of its communes. */
  readonly own: GapRow | null;
  readonly isInside: boolean;
  readonly onOpen: (cell: { row: string; theme: string }) => void;
}

const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function GapTable({ rows, own, isInside, onOpen }: MatrixProps) {
  const table = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState<readonly [row: number, column: number]>([0, 0]);
  const [pointed, setPointed] = useState<number | null>(null);
  const shown = own ? [own, ...rows] : rows;
  const themes = shown[0]?.cellules.map(({ theme }) => theme) ?? [];

  function move(event: KeyboardEvent) {
    const by = moves[event.key];
    if (!by || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const row = Math.min(shown.length - 1, Math.max(0, stop[0] + by[0]));
    const column = Math.min(themes.length - 1, Math.max(0, stop[1] + by[1]));
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"] button`)?.focus();
  }

  function placeOf(target: EventTarget): readonly [number, number] | null {
    const place = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined;
    const [row, column] = place?.split('-').map(Number) ?? [];
    return row === undefined || column === undefined ? null : [row, column];
  }

  return (
    <div className={styles.scroll}>
      <table
        ref={table}
        className={styles.table}
        onKeyDown={move}
        onFocus={({ target }) => {
          const place = placeOf(target);
          if (place) setStop(place);
          setPointed(place?.[1] ?? null);
        }}
        onBlur={() => setPointed(null)}
        onPointerOver={({ target }) => setPointed(placeOf(target)?.[1] ?? null)}
        onPointerLeave={() => setPointed(null)}
      >
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {words.territory(isInside)}
            </th>
            {themes.map((theme, i) => (
              <th key={theme} scope="col" className={styles.theme} data-pointed={pointed === i || undefined}>
                <span>{labelOfTheme(theme)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, i) => (
            <tr key={row.code} className={row === own ? styles.own : undefined}>
              <th scope="row" className={styles.name}>
                {row.nom}
              </th>
              {row.cellules.map((cell, j) => (
                <td key={cell.theme} className={styles.cell} data-cell={`${i}-${j}`} data-class={cell.classe}>
                  <button
                    type="button"
                    className={styles.button}
                    aria-label={cellLabel(row.nom, cell)}
                    tabIndex={stop[0] === i && stop[1] === j ? 0 : -1}
                    onClick={() => onOpen({ row: row.code, theme: cell.theme })}
                  >
                    <ClassMark kind={cell.classe} projects={cell.projets} />
                  </button>
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

/** What a cell says aloud. */
export function cellLabel(name: string, { theme, classe, projets }: GapCell): string {
  const count = projets > 0 ? `, ${formatCountOf(projets, 'projet', 'projets')}` : '';
  return `${name}, ${labelOfTheme(theme)}\u00a0: ${classWords[classe].label}${count}`;
}
