/** What goes with a table in the files that can hold more than one: its columns, definitions and sources, as rows. */
import type { TypedTable } from './typed-table.ts';

/** The same for formats that hold JSON beside their rows. */
export function aboutTable({ title, description, columns, definitions, sources }: TypedTable) {
  return {
    titre: title,
    description,
    colonnes: columns.map((column) => ({
      nom: column.name,
      titre: column.title,
      description: column.description,
      type: column.type,
      unite: column.unit ?? null,
    })),
    definitions: definitions.map(({ id, label, definition, formula, cautions }) => ({
      id,
      libelle: label,
      definition,
      formule: formula,
      precautions: [...cautions],
    })),
    sources: [...sources],
  };
}

export const definitionColumns = ['rubrique', 'element', 'intitule', 'precision'] as const;
export const definitionTitle = 'Définitions et sources';

const types = {
  string: 'texte',
  integer: 'nombre entier',
  number: 'nombre',
  date: 'date',
  boolean: 'oui ou non',
} as const;

/** In the order in which they are read: the table, what it counts, where it comes from, its columns. */
export function definitionRows(table: TypedTable): string[][] {
  const { title, description, definitions, sources, columns } = table;
  return [
    ['table', table.name, title, description],
    ...definitions.flatMap(({ id, label, definition, formula, cautions }) => [
      ['indicateur', id, label, definition],
      ['formule', id, label, formula],
      ...cautions.map((caution) => ['précaution', id, label, caution]),
    ]),
    ...sources.map((source) => [
      'source',
      source.id,
      `${source.producteur}, ${source.titre}`,
      `${source.licence}${source.licenceUrl ? ` (${source.licenceUrl})` : ''} ; millésime ${source.millesime}, données du ${source.dateDonnees} ; ${source.url}`,
    ]),
    ...columns.map((column) => [
      'colonne',
      column.name,
      column.title,
      `${types[column.type]}${column.unit ? ` (${column.unit})` : ''} : ${column.description}`,
    ]),
  ];
}
