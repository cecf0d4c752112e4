/** The same as a timeline, as a table that opens on demand. */
import type { ReactNode } from 'react';
import { seeTable } from '../../text/reading.ts';
import styles from './roadmap-screen.module.css';

interface DatesTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
}

export function DatesTable({ caption, columns, rows }: DatesTableProps) {
  return (
    <details className={styles.details}>
      <summary>{seeTable}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the arrow keys. */}
      <section className={styles.scroll} aria-label={caption} tabIndex={0}>
        <table className={styles.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells: [name, ...cells] }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {cells.map((cell, i) => (
                  <td key={columns[i + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
