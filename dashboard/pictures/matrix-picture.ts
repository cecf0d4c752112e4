/** A matrix: a row by territory, a column by theme, a figure on its colour in each cell. */
import type { Drawing } from './plate.ts';
import { element } from './svg.ts';
import { ink, mutedInk, sizes, thinLine, widthOf, words, wrap } from './words.ts';

export interface MatrixPicture {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly isTotal: boolean;
    readonly cells: readonly { readonly figure: string; readonly background: string | null; readonly ink: string }[];
  }[];
  readonly notes: readonly string[];
}

const rowHeight = 40;
const nameWidth = 290;

export function drawMatrix({ columns, rows, notes }: MatrixPicture, width: number): Drawing {
  const room = (width - nameWidth) / Math.max(1, columns.length);
  const headHeight = 20 + Math.max(0, ...columns.map((name) => widthOf(name, sizes.small)));
  const parts: string[] = columns.map((name, rank) =>
    words(
      name,
      { x: 0, y: 0, size: sizes.small, color: mutedInk },
      {
        transform: `translate(${nameWidth + (rank + 0.5) * room + 5} ${headHeight - 10}) rotate(-90)`,
      },
    ),
  );
  let y = headHeight;
  for (const row of rows) {
    const lines = wrap(row.name, sizes.small, nameWidth - 16, row.isTotal);
    const first = y + 24 - (lines.length - 1) * 9;
    parts.push(
      element('path', { d: `M0 ${y}H${width}`, stroke: row.isTotal ? ink : thinLine }),
      ...lines.map((line, rank) => words(line, { x: 0, y: first + rank * 17, size: sizes.small, isBold: row.isTotal })),
      ...row.cells.map((cell, rank) => {
        const x = nameWidth + rank * room;
        return (
          (cell.background
            ? element('rect', { x: x + 1, y: y + 1, width: room - 2, height: rowHeight - 2, fill: cell.background })
            : '') +
          words(cell.figure, {
            x: x + room / 2,
            y: y + 26,
            size: sizes.small,
            isBold: row.isTotal,
            color: cell.ink,
            anchor: 'middle',
          })
        );
      }),
    );
    y += rowHeight;
  }
  y += 12;
  for (const note of notes)
    for (const line of wrap(note, sizes.small, width)) {
      parts.push(words(line, { x: 0, y: y + sizes.small, size: sizes.small, color: mutedInk }));
      y += 22;
    }
  return { svg: parts.join(''), height: y };
}
