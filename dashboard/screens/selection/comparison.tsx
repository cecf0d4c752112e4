/** Sheets side by side, a row for each question that a committee asks; four at most in a table, so that a page holds it. */
import type { CSSProperties, ReactNode } from 'react';
import type { CatalogueSheet } from '../../../api/contract-projects.ts';
import { CostRange, costScale } from '../../charts/cost-range.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { capitalised, catalogue, durationLine, epciCount, typeset } from '../../text/catalogue.ts';
import { comparison as words } from '../../text/selection.ts';
import styles from './comparison.module.css';

const mostColumns = 4;

/** Parts of about the same size: five sheets make three and two. */
function cut(sheets: readonly CatalogueSheet[]): readonly (readonly CatalogueSheet[])[] {
  const parts = Math.ceil(sheets.length / mostColumns);
  const size = Math.ceil(sheets.length / parts);
  return Array.from({ length: parts }, (_, i) => sheets.slice(i * size, (i + 1) * size));
}

type Row = keyof typeof words.rows;
const rows = Object.keys(words.rows) as readonly Row[];

export function Comparison({ sheets }: { sheets: readonly CatalogueSheet[] }) {
  const scale = costScale(sheets);
  const parts = cut(sheets);
  return parts.map((part, i) => {
    const label = words.label + words.part(i + 1, parts.length);
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
      <section key={part[0]?.id} className={styles.scroll} aria-label={label} tabIndex={0}>
        <table className={styles.table} style={{ '--least': `${130 + part.length * 200}px` } as CSSProperties}>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <td />
              {part.map(({ id, titre, statut }) => (
                <th key={id} scope="col">
                  <ScreenLink change={{ screen: 'sheet', item: id }}>{titre}</ScreenLink>
                  {statut === 'exemple' && <span className={styles.example}>{catalogue.example}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{words.rows[row]}</th>
                {part.map((sheet) => (
                  <td key={sheet.id}>{cellOf(row, sheet, scale)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    );
  });
}

function cellOf(row: Row, sheet: CatalogueSheet, scale: number | null): ReactNode {
  switch (row) {
    case 'problem':
      return typeset(sheet.probleme);
    case 'cost':
      return <CostRange sheet={sheet} scale={scale} />;
    case 'duration':
      return capitalised(durationLine(sheet));
    case 'carriers':
      return sheet.porteursPossibles.join(', ') || words.unsaid;
    case 'prerequisites':
      return <List items={sheet.prerequis.map(typeset)} />;
    case 'sharing':
      return typeset(sheet.mutualisation ?? words.unsaid);
    case 'interest':
      return epciCount(sheet.interets);
    case 'examples':
      return (
        <List
          items={sheet.exemples.map(({ id, titre }) => (
            <ScreenLink key={id} change={{ screen: 'project', item: id }}>
              {titre}
            </ScreenLink>
          ))}
        />
      );
  }
}

function List({ items }: { items: readonly ReactNode[] }) {
  if (items.length === 0) return words.unsaid;
  return (
    <ul className={styles.list}>
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a sheet have no other name and do not move
        <li key={i}>{item}</li>
      ))}
    </ul>
  );
}
