/** The distribution on a narrow screen: a block by EPCI, a bar by theme that has projects. */
import { ScreenLink } from '../../controls/screen-link.tsx';
import type { CellKind } from '../../state/project-filters.ts';
import { useView } from '../../state/use-view.ts';
import {
  cellLabel,
  censusOf,
  labelOfTheme,
  sharedOf,
  sheetsOf,
  shortEuros,
  distribution as words,
} from '../../text/distribution.ts';
import { formatCount, formatCountOf } from '../../text/numbers.ts';
import { type Cell, listOf, type ReadRow } from './cells.ts';
import styles from './distribution-blocks.module.css';

export function DistributionBlocks({ rows, kind }: { rows: readonly ReadRow[]; kind: CellKind }) {
  const longestOf = (compared: readonly ReadRow[]) =>
    Math.max(1, ...compared.flatMap(({ cells }) => cells.map((cell) => lengthOf(cell, kind))));
  // One scale for every EPCI, so that their bars compare; the total has its own.
  const longest = longestOf(rows.filter((row) => row.kind !== 'total'));
  return rows.map((row) => (
    <Block
      key={row.epciKey ?? row.kind}
      row={row}
      kind={kind}
      longest={row.kind === 'total' ? longestOf([row]) : longest}
    />
  ));
}

function Block({ row, kind, longest }: { row: ReadRow; kind: CellKind; longest: number }) {
  const { view } = useView();
  const held = row.cells.filter(({ nombre }) => nombre > 0);
  const silent = row.cells.filter(({ nombre }) => nombre === 0);
  const shared = sharedOf(row.row);
  const facts = [
    row.kind === 'epci' ? censusOf(row.row.recensement) : row.kind === 'none' ? words.noEpciNote : words.totalNote,
    ...(kind === 'budget' && row.row.budget.euros !== null
      ? [`${shortEuros(row.row.budget.euros)}, ${sheetsOf(row.row.budget, row.row.nombre)}`]
      : []),
    ...(shared ? [words.sharedOf(shared.count)] : []),
  ];
  return (
    <section className={styles.block} data-kind={row.kind}>
      <h3 className={styles.name}>
        <span>{row.name}</span>
        <ScreenLink change={listOf(view, row.epciKey, null)} label={cellLabel(row.name, null, row.row.nombre, null)}>
          {formatCountOf(row.row.nombre, 'projet', 'projets')}
        </ScreenLink>
      </h3>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {held.length === 0 ? (
        <p className={styles.facts}>{words.nothing}</p>
      ) : (
        <ul className={styles.themes}>
          {held.map((cell) => (
            <li key={cell.theme}>
              <ScreenLink change={listOf(view, row.epciKey, cell.theme)} className={styles.theme}>
                <span className={styles.label}>{labelOfTheme(cell.theme)}</span>
                <span className={styles.figure}>{figureOf(cell, kind)}</span>
                <span
                  className={styles.bar}
                  aria-hidden="true"
                  style={{ width: `${(lengthOf(cell, kind) / longest) * 100}%` }}
                />
              </ScreenLink>
            </li>
          ))}
        </ul>
      )}
      {held.length > 0 && silent.length > 0 && (
        <p className={styles.facts}>{words.silent(silent.map(({ theme }) => theme))}</p>
      )}
    </section>
  );
}

function lengthOf({ nombre, budget }: Cell, kind: CellKind): number {
  return kind === 'nombre' ? nombre : (budget.euros ?? 0);
}

function figureOf({ nombre, budget }: Cell, kind: CellKind): string {
  if (kind === 'nombre') return formatCount(nombre);
  return [...(budget.euros === null ? [] : [shortEuros(budget.euros)]), sheetsOf(budget, nombre)].join(', ');
}
