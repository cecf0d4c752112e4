/** The values of an indicator as a table: one line per territory, parts as columns, provenance on each line. */
import type { Values } from '../contract.ts';
import { type CsvFormat, csvResponse, type TypedTable } from './typed-table.ts';

const plurals = { commune: 'communes', epci: 'epci', departement: 'departement' } as const;

export function valuesTable(values: Values): TypedTable {
  const parts = [...partColumns(values), ...dateColumns(values)];
  const columns = [
    'code',
    'nom',
    'niveau',
    'indicateur',
    'periode',
    'valeur',
    'numerateur',
    'denominateur',
    'etat',
    'raison',
    'alertes',
    ...parts.map(({ column }) => column),
    'echeance',
    'depuis',
    'perimetre',
    'methode',
    'edition',
    'source',
    'millesime',
    'date_donnees',
    'licence',
  ];
  const fromSources = (read: (source: Values['sources'][number]) => string) =>
    [...new Set(values.sources.map(read))].join(' | ');
  const provenance = [
    values.echeance,
    values.depuis,
    values.perimetre,
    values.methode,
    values.edition?.id ?? null,
    fromSources((source) => `${source.producteur}, ${source.titre}`),
    fromSources((source) => source.millesime),
    fromSources((source) => source.dateDonnees),
    fromSources((source) => source.licence),
  ];
  const rows = values.valeurs.map((value) => [
    value.code,
    value.nom,
    values.niveau,
    values.indicateur,
    values.periode,
    value.valeur,
    value.numerateur,
    value.denominateur,
    value.etat,
    value.raison,
    value.alertes.join(' | '),
    ...parts.map(({ read }) => read(value)),
    ...provenance,
  ]);
  return { columns, rows };
}

type Row = Values['valeurs'][number];
type PartColumn = { readonly column: string; readonly read: (row: Row) => number | string | null };

/** `partie_<cle>`, then `communes_<cle>` and `partie_<cle>_<operateur>` where there are any, in the order of the parts. */
function partColumns({ valeurs }: Values): PartColumn[] {
  const columns = new Map<string, PartColumn>();
  const declare = (column: string, read: PartColumn['read']) => {
    if (!columns.has(column)) columns.set(column, { column, read });
  };
  const keys = [...new Set(valeurs.flatMap(({ parts }) => (parts ?? []).map(({ cle }) => cle)))];
  for (const key of keys) {
    const find = (row: Row) => row.parts?.find(({ cle }) => cle === key);
    const name = key.replaceAll('-', '_');
    declare(`partie_${name}`, (row) => find(row)?.valeur ?? null);
    if (valeurs.some((row) => find(row)?.communes !== undefined))
      declare(`communes_${name}`, (row) => find(row)?.communes ?? null);
    const operators = [
      ...new Set(valeurs.flatMap((row) => (find(row)?.operateurs ?? []).map(({ cle }) => cle))),
    ].sort();
    for (const operator of operators)
      declare(
        `partie_${name}_${operator === '' ? 'non_publie' : operator.replaceAll('-', '_')}`,
        (row) => find(row)?.operateurs?.find(({ cle }) => cle === operator)?.valeur ?? null,
      );
  }
  return [...columns.values()];
}

/** One column per date that stands beside the values: `fermeture_commerciale`. */
function dateColumns({ valeurs }: Values): PartColumn[] {
  const keys = [...new Set(valeurs.flatMap(({ dates }) => (dates ?? []).map(({ cle }) => cle)))];
  return keys.map((key) => ({
    column: key.replaceAll('-', '_'),
    read: (row) => row.dates?.find(({ cle }) => cle === key)?.valeur ?? null,
  }));
}

/** `couverture-ftth_communes_91_2026-T2.csv`, with what narrows it after. */
export function valuesDownload(values: Values, departements: readonly string[], format: CsvFormat): Response {
  const wide = values.departement ?? (departements.length > 3 ? 'tous' : departements.join('-'));
  const place = values.epci !== null && values.niveau !== 'departement' ? values.epci : wide;
  const fileName = [
    values.indicateur,
    plurals[values.niveau],
    place,
    values.periode,
    values.echeance && `echeance-${values.echeance}`,
    values.depuis && `depuis-${values.depuis}`,
    values.perimetre === 'entier' && 'entier',
    values.edition && `edition-${values.edition.id}`,
  ];
  return csvResponse(valuesTable(values), format, fileName.filter(Boolean).join('_'));
}
