/** The tab “Tableau”: the same information as the map, sortable, with its downloads. */
import {
  type ColumnDef,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { type IndicatorId, requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { Failure } from '../../controls/failure.tsx';
import { useScope, useTerritories, useValues, valuesAddress, viewRequest } from '../../state/queries.ts';
import { useScale } from '../../state/use-scale.ts';
import { useView } from '../../state/use-view.ts';
import { formatCount, formatDate, formatPeriod } from '../../text/numbers.ts';
import { failed, table as words } from '../../text/reading.ts';
import { compareOrders, type TableRow, tableRows } from './table-rows.ts';
import styles from './values-table.module.css';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof features;
type Column = ColumnDef<Features, TableRow>;

const byOrder = (key: 'order' | 'numerator' | 'denominator' | 'name' | 'code' | 'epci' | 'remark') =>
  ((a: Row<Features, TableRow>, b: Row<Features, TableRow>) =>
    compareOrders(a.original[key], b.original[key])) satisfies Column['sortFn'];

function column(key: Exclude<Parameters<typeof byOrder>[0], 'code'>, id: string, header: string): Column {
  return { id, header, accessorFn: (row) => row[key] ?? undefined, sortFn: byOrder(key), sortUndefined: 'last' };
}

export function ValuesTable() {
  const { view, choose } = useView();
  const request = viewRequest(view);
  const scope = useScope();
  const { data: values, error } = useValues(request);
  const { data: territories } = useTerritories(view.level);
  const { scale } = useScale();
  const [sorting, setSorting] = useState<SortingState>([{ id: 'territory', desc: false }]);
  const rows = useMemo(
    () => (values && territories ? tableRows(values, territories.territoires, view.epci) : []),
    [values, territories, view.epci],
  );
  const columns = useMemo(() => columnsOf(rows, view.level, view.indicator), [rows, view.level, view.indicator]);
  const table = useTable({ features, columns, data: rows, state: { sorting }, onSortingChange: setSorting });
  if (error) return <Failure message={failed(error.message)} />;
  if (!values) return null;

  const indicator = requireIndicator(values.indicateur);
  const hasSwatch = indicator.nature !== 'count';
  const download = { ...request, ...scope, epci: view.epci };
  return (
    <section className={styles.panel} aria-label={words.label(indicator.label)}>
      <p className={styles.downloads}>
        <a className={styles.download} href={valuesAddress(download, 'csv-excel')} download>
          {words.excel}
        </a>
        <a className={styles.download} href={valuesAddress(download, 'csv')} download>
          {words.csv}
        </a>
      </p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className={styles.caption}>
            <span className={styles.captionText}>
              <strong>
                {indicator.label}, {formatPeriod(values.periode)}
              </strong>
              {` · ${words.count(rows.length, view.level)}. `}
              {values.sources.map((source) => (
                <span key={`${source.id} ${source.millesime}`} className={styles.source}>
                  {words.source(source.titre, source.producteur, formatDate(source.dateDonnees), source.licence)}{' '}
                </span>
              ))}
              {values.note}
            </span>
          </caption>
          <thead>
            <tr>
              {table.getHeaderGroups()[0]?.headers.map((header) => {
                const direction = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    className={isNumeric(header.column.id) ? styles.number : undefined}
                    aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : 'none'}
                  >
                    {header.column.getCanSort() ? (
                      <Button className={styles.sort ?? ''} onPress={() => header.column.toggleSorting()}>
                        {String(header.column.columnDef.header)}
                        <span aria-hidden="true" className={styles.arrow}>
                          {direction === 'asc' ? '↑' : direction === 'desc' ? '↓' : '↕'}
                        </span>
                      </Button>
                    ) : (
                      String(header.column.columnDef.header)
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {table.getRowModel().rows.map(({ id, original: row }) => (
              <tr key={id} data-code={row.code} data-selected={view.territory?.code === row.code ? 'true' : undefined}>
                {columns.map(({ id: columnId }) =>
                  columnId === 'territory' ? (
                    <th key={columnId} scope="row">
                      <Button
                        className={styles.open ?? ''}
                        onPress={() => choose({ territory: { level: view.level, code: row.code } })}
                      >
                        {row.name}
                      </Button>
                    </th>
                  ) : (
                    <td key={columnId} className={isNumeric(columnId) ? styles.number : undefined}>
                      {columnId === 'value' && hasSwatch && row.order !== null && (
                        <span
                          aria-hidden="true"
                          className={styles.swatch}
                          style={{ background: scale.colorOf(row.value) }}
                        />
                      )}
                      {cellText(row, columnId)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Columns that would be empty are left out. */
function columnsOf(rows: readonly TableRow[], level: 'commune' | 'epci', indicator: IndicatorId): Column[] {
  const columns: Column[] = [column('name', 'territory', words.territory)];
  if (level === 'commune') columns.push(column('epci', 'epci', words.epci));
  columns.push(column('order', 'value', words.value));
  // The numerator of a count is the count.
  if (requireIndicator(indicator).nature !== 'count' && rows.some((row) => row.numerator !== null))
    columns.push(column('numerator', 'numerator', words.numerator(indicator)));
  if (rows.some((row) => row.denominator !== null))
    columns.push(column('denominator', 'denominator', words.denominator));
  if (rows.some((row) => row.detail !== '')) columns.push({ id: 'detail', header: words.parts, enableSorting: false });
  if (rows.some((row) => row.remark !== '')) columns.push(column('remark', 'remark', words.remark));
  return columns;
}

function isNumeric(columnId: string | undefined): boolean {
  return columnId === 'value' || columnId === 'numerator' || columnId === 'denominator';
}

function cellText(row: TableRow, columnId: string | undefined): string {
  if (columnId === 'epci') return row.epci;
  if (columnId === 'value') return row.text;
  if (columnId === 'numerator') return row.numerator === null ? '' : formatCount(row.numerator);
  if (columnId === 'denominator') return row.denominator === null ? '' : formatCount(row.denominator);
  return columnId === 'detail' ? row.detail : row.remark;
}
