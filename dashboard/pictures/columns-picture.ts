/** An indicator by period, as columns that begin at zero, with a gap and a word where the method of counting changes. */
import type { Drawing } from './plate.ts';
import { element } from './svg.ts';
import { accent, ink, mutedInk, paragraph, sizes, strongLine, words } from './words.ts';

export interface ColumnsPicture {
  readonly columns: readonly {
    readonly name: string;
    readonly length: number;
    readonly figure: string;
    /** Whether it is counted otherwise than the one before. */
    readonly isBreak: boolean;
    readonly isCurrent: boolean;
  }[];
  readonly breakWord: string;
  readonly reach: number;
}

const plotHeight = 300;
const top = 30;

export function drawColumns({ columns, breakWord, reach }: ColumnsPicture, width: number): Drawing {
  const places = columns.flatMap((column) => (column.isBreak ? [null, column] : [column]));
  const room = Math.min(190, width / Math.max(1, places.length));
  const most = Math.max(reach, ...columns.map(({ length }) => length), 1e-9);
  const base = top + plotHeight;
  return {
    height: base + 40,
    svg: [
      ...places.map((column, rank) => {
        const x = rank * room;
        if (column === null)
          return paragraph(breakWord, {
            x: x + room / 2,
            y: base - 60,
            size: sizes.small,
            color: mutedInk,
            width: room - 20,
            anchor: 'middle',
          }).svg;
        const tall = (column.length / most) * plotHeight;
        return [
          element('rect', {
            x: x + room * 0.1,
            y: base - tall,
            width: room * 0.8,
            height: tall,
            fill: column.isCurrent ? accent : strongLine,
          }),
          words(column.figure, {
            x: x + room / 2,
            y: base - tall - 10,
            size: sizes.lead,
            isBold: true,
            anchor: 'middle',
          }),
          words(column.name, { x: x + room / 2, y: base + 24, color: mutedInk, anchor: 'middle' }),
        ].join('');
      }),
      element('path', { d: `M0 ${base}H${places.length * room}`, stroke: ink }),
    ].join(''),
  };
}
