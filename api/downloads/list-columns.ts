/** Tables that are lists of things: columns declared beside the way each is read. */
import type { Cell, Column, TableRow, TypedTable } from './typed-table.ts';
import { pagesOf } from './typed-table.ts';

export interface ReadColumn<Item> extends Column {
  readonly read: (item: Item) => Cell;
}

export function textColumn<Item>(
  name: string,
  title: string,
  description: string,
  read: (item: Item) => string | null,
): ReadColumn<Item> {
  return { name, title, description, type: 'string', read };
}

/** Several words in a cell, separated by « | » as in the exchange tables. */
export function wordsColumn<Item>(
  name: string,
  title: string,
  description: string,
  read: (item: Item) => readonly string[],
): ReadColumn<Item> {
  return textColumn(name, title, `${description} Séparés par « | ».`, (item) => read(item).join(' | ') || null);
}

type Position = readonly [longitude: number, latitude: number];

export interface Positioned {
  readonly position: Position | null;
}

export function positionColumns<Item extends Positioned>(): ReadColumn<Item>[] {
  const description = 'Degrés, WGS 84 ; vide quand seule la commune est connue.';
  return [
    {
      name: 'longitude',
      title: 'Longitude',
      description,
      type: 'number',
      read: ({ position }) => position?.[0] ?? null,
    },
    { name: 'latitude', title: 'Latitude', description, type: 'number', read: ({ position }) => position?.[1] ?? null },
  ];
}

/** What of a table its list gives: columns, rows, and points where there is at least one. */
export function listTable<Item extends Positioned>(
  items: readonly Item[],
  columns: readonly ReadColumn<Item>[],
): Pick<TypedTable, 'columns' | 'rowCount' | 'geometryType' | 'rows'> {
  const toRow = (item: Item): TableRow => ({
    cells: columns.map(({ read }) => read(item)),
    geometry: item.position && JSON.stringify({ type: 'Point', coordinates: item.position.map(rounded) }),
  });
  return {
    columns: columns.map(({ read: _, ...column }) => column),
    rowCount: items.length,
    geometryType: items.some(({ position }) => position !== null) ? 'Point' : null,
    async *rows({ withGeometry }) {
      for (const page of pagesOf(items))
        yield page.map(toRow).map((row) => (withGeometry ? row : { ...row, geometry: null }));
    },
  };
}

/** Seven decimals, about a centimetre; the columns hold the position as it is published. */
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
