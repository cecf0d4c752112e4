/** How another program reads the same table: its address, lines to copy, and the other doors. */
import { CopyText } from '../../controls/copy-text.tsx';
import { apiAddress } from '../../state/queries.ts';
import type { TableAddress, TableSubject } from '../../state/table-choices.ts';
import { readingLines, tables as words } from '../../text/data-tables.ts';
import styles from './tables-tab.module.css';

/** Columns of each table that hold codes, which look like numbers and are not. */
const codeColumns: Readonly<Record<TableSubject, readonly string[]>> = {
  indicateurs: ['code'],
  lieux: ['code_postal', 'commune', 'epci'],
  projets: ['porteur_siren'],
};

const doors = [
  ['/api/docs', words.documentation],
  ['/api/v1/limites', words.limits],
  ['/ogc', words.services],
  ['/catalogue.jsonld', words.catalogue],
  ['/mises-a-jour.atom', words.feed],
] as const;

interface TableReadingProps {
  readonly address: TableAddress;
  readonly subject: TableSubject;
}

export function TableReading({ address: { path, parameters }, subject }: TableReadingProps) {
  const urlOf = (format: string | null) =>
    new URL(apiAddress(path, { ...parameters, format }), window.location.origin).href;
  const address = urlOf(null);
  return (
    <section aria-labelledby="reading-title">
      <h2 id="reading-title">{words.read}</h2>
      <div className={styles.snippet}>
        <h3>{words.address}</h3>
        <CopyText text={address} label={words.copyAddress} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
        <pre className={styles.lines} tabIndex={0}>
          {address}
        </pre>
      </div>
      {readingLines(urlOf, codeColumns[subject]).map(({ language, lines }) => (
        <div key={language} className={styles.snippet}>
          <h3>{language}</h3>
          <CopyText text={lines} label={words.copyLines(language)} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
          <pre className={styles.lines} tabIndex={0}>
            {lines}
          </pre>
        </div>
      ))}
      <h3>{words.others}</h3>
      <ul className={styles.doors}>
        {doors.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
