/** The values of an indicator as a table: one line per territory, parts as columns, provenance on each line. */
import { frenchPeriod } from '../../data/analysis/french-dates.ts';
import type { Indicator } from '../../data/catalogue/catalogue.ts';
import type { Level } from '../../data/catalogue/declare.ts';
import type { Values } from '../contract.ts';
import { type Cell, type Column, newestDay, pagesOf, type TypedTable } from './typed-table.ts';
import {
  periodColumn,
  provenanceColumns,
  stateColumns,
  territoryColumns,
  toProvenanceCells,
  toStateCells,
  valueColumn,
} from './value-columns.ts';

export const plurals = { commune: 'communes', epci: 'epci', departement: 'departement' } as const;
export const levelTitles = { commune: 'par commune', epci: 'par EPCI', departement: 'par département' } as const;

/** Codes → GeoJSON text of the outlines of those that have one. */
export type OutlineReader = (codes: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export interface ValuesContext {
  readonly indicator: Indicator;
  /** Codes of the départements that are loaded: what a file about all of them is named after. */
  readonly departements: readonly string[];
  readonly readOutlines: OutlineReader;
  /** Where the outlines come from. */
  readonly outlineSources: Values['sources'];
}

export function valuesTable(values: Values, { indicator, ...context }: ValuesContext): TypedTable {
  const parts = [...partColumns(values), ...dateColumns(values)];
  const provenance = toProvenanceCells(values);
  const toCells = (value: Row): Cell[] => [
    value.code,
    value.nom,
    values.niveau,
    values.indicateur,
    values.periode,
    value.valeur,
    ...toStateCells(value),
    ...parts.map(({ read }) => read(value)),
    ...provenance,
  ];
  const edition = values.edition ? ` État des lieux figé « ${values.edition.titre} ».` : '';
  return {
    name: indicator.id.replaceAll('-', '_'),
    title: `${indicator.label}, ${levelTitles[values.niveau]}, ${frenchPeriod(values.periode)}`,
    fileName: valuesFileName(values, context.departements),
    description: `${indicator.definition}${edition}`,
    columns: [
      ...territoryColumns,
      periodColumn,
      valueColumn(indicator.unit),
      ...stateColumns,
      ...parts.map(({ column }) => column),
      ...provenanceColumns,
    ],
    primaryKey: ['code'],
    geometryType: 'MultiPolygon',
    rowCount: values.valeurs.length,
    sources: [...values.sources, ...context.outlineSources],
    definitions: [indicator],
    dataOn: newestDay(values.sources),
    async *rows({ withGeometry }) {
      for (const page of pagesOf(values.valeurs)) {
        const outlines = withGeometry ? await context.readOutlines(page.map(({ code }) => code)) : null;
        yield page.map((value) => ({ cells: toCells(value), geometry: outlines?.get(value.code) ?? null }));
      }
    },
  };
}

type Row = Values['valeurs'][number];
interface PartColumn {
  readonly column: Column;
  readonly read: (row: Row) => number | string | null;
}

/** `partie_<cle>`, then `communes_<cle>` and `partie_<cle>_<operateur>` where there are any, in the order of the parts. */
function partColumns({ valeurs }: Values): PartColumn[] {
  const columns = new Map<string, PartColumn>();
  const declare = (name: string, title: string, type: 'number' | 'integer', read: PartColumn['read']) => {
    const column = { name, title, type, description: 'Ce que la partie compte, sur les communes du territoire.' };
    if (!columns.has(name)) columns.set(name, { column, read });
  };
  const labels = new Map(valeurs.flatMap(({ parts }) => (parts ?? []).map(({ cle, libelle }) => [cle, libelle])));
  for (const [key, label] of labels) {
    const find = (row: Row) => row.parts?.find(({ cle }) => cle === key);
    const name = key.replaceAll('-', '_');
    declare(`partie_${name}`, label, 'number', (row) => find(row)?.valeur ?? null);
    if (valeurs.some((row) => find(row)?.communes !== undefined))
      declare(`communes_${name}`, `${label} : communes`, 'integer', (row) => find(row)?.communes ?? null);
    const operators = new Map(
      valeurs.flatMap((row) => (find(row)?.operateurs ?? []).map(({ cle, libelle }) => [cle, libelle])),
    );
    for (const [operator, title] of [...operators].sort(([a], [b]) => (a < b ? -1 : 1)))
      declare(
        `partie_${name}_${operator === '' ? 'non_publie' : operator.replaceAll('-', '_')}`,
        `${label} : ${title}`,
        'number',
        (row) => find(row)?.operateurs?.find(({ cle }) => cle === operator)?.valeur ?? null,
      );
  }
  return [...columns.values()];
}

/** One column per date that stands beside the values: `fermeture_commerciale`. */
function dateColumns({ valeurs }: Values): PartColumn[] {
  const labels = new Map(valeurs.flatMap(({ dates }) => (dates ?? []).map(({ cle, libelle }) => [cle, libelle])));
  return [...labels].map(([key, title]) => ({
    column: { name: key.replaceAll('-', '_'), title, type: 'date', description: 'Date publiée à côté de la valeur.' },
    read: (row) => row.dates?.find(({ cle }) => cle === key)?.valeur ?? null,
  }));
}

export interface Place {
  readonly niveau: Level;
  readonly epci: string | null;
  readonly departement: string | null;
}

/** `communes_91`: the level, and what it is looked at within. */
export function placeInName({ niveau, epci, departement }: Place, departements: readonly string[]): string {
  const wide = departement ?? (departements.length > 3 ? 'tous' : departements.join('-'));
  return `${plurals[niveau]}_${epci !== null && niveau !== 'departement' ? epci : wide}`;
}

/** `couverture-ftth_communes_91_2026-T2`, with what narrows it after. */
function valuesFileName(values: Values, departements: readonly string[]): string {
  return [
    values.indicateur,
    placeInName(values, departements),
    values.periode,
    values.echeance && `echeance-${values.echeance}`,
    values.depuis && `depuis-${values.depuis}`,
    values.perimetre === 'entier' && 'entier',
    values.edition && `edition-${values.edition.id}`,
  ]
    .filter(Boolean)
    .join('_');
}
