/** Communes by urgency, EPCI, and communes without a date: what the map shows, in words. */
import { useState } from 'react';
import type { ClosingCommune } from '../../../data/analysis/copper-exposure.ts';
import { urgentBy } from '../../../data/analysis/copper-exposure.ts';
import { Button } from '../../controls/button.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { copper as words } from '../../text/copper.ts';
import { formatCount, formatDate } from '../../text/numbers.ts';
import styles from './copper-screen.module.css';
import type { Copper } from './use-copper.ts';

const shortLength = 12;

export function UrgentList({ found, on }: { found: Copper; on: string }) {
  const rows = urgentBy(found.communes, on);
  return (
    <section aria-labelledby="urgent-title">
      <h2 id="urgent-title" className={styles.heading}>
        {words.urgent(on)}
      </h2>
      <p className={styles.note}>{rows.length === 0 ? words.urgentNone : words.urgentNote}</p>
      <CommunesTable found={found} rows={rows} caption={words.urgent(on)} hasDate />
    </section>
  );
}

export function UndatedList({ found }: { found: Copper }) {
  const rows = found.communes
    .filter(({ closesOn }) => closesOn === null)
    .sort((a, b) => (b.lacking ?? 0) - (a.lacking ?? 0));
  const undated = found.reading?.undated;
  if (!undated || rows.length === 0) return null;
  const title = words.undatedTitle(undated.communes, undated.lacking);
  return (
    <section aria-labelledby="undated-title">
      <h2 id="undated-title" className={styles.heading}>
        {title}
      </h2>
      <p className={styles.note}>{words.undatedNote}</p>
      <CommunesTable found={found} rows={rows} caption={title} />
    </section>
  );
}

interface CommunesTableProps {
  readonly found: Copper;
  readonly rows: readonly ClosingCommune[];
  readonly caption: string;
  readonly hasDate?: boolean;
}

function CommunesTable({ found, rows, caption, hasDate = false }: CommunesTableProps) {
  const [isWhole, setIsWhole] = useState(false);
  if (rows.length === 0) return null;
  const shown = isWhole ? rows : rows.slice(0, shortLength);
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.commune}</th>
            {hasDate && <th scope="col">{words.columns.date}</th>}
            <th scope="col">{words.columns.lacking}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ code, closesOn, lacking }) => (
            <tr key={code}>
              <th scope="row">
                <ScreenLink
                  className={styles.link}
                  change={{
                    screen: 'map',
                    indicator: 'fermeture-cuivre',
                    level: 'commune',
                    territory: { level: 'commune', code },
                  }}
                >
                  {found.territories.get(code)?.nom ?? code}
                </ScreenLink>
                <span className={styles.epci}>{found.territories.get(code)?.epci?.nom}</span>
              </th>
              {hasDate && <td>{closesOn === null ? '' : formatDate(closesOn)}</td>}
              <td>{lacking === null ? words.map.unknown : formatCount(lacking)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shortLength && (
        <Button onPress={() => setIsWhole(!isWhole)}>{isWhole ? words.fewer : words.all(rows.length)}</Button>
      )}
    </>
  );
}

/** EPCI that have a commune that closes by the date, those with most premises first. */
export function EpciTable({ found, on }: { found: Copper; on: string }) {
  const sums = new Map<string, { name: string; communes: number; lacking: number }>();
  for (const { code, closesOn, lacking } of found.communes) {
    const epci = found.territories.get(code)?.epci;
    if (!epci || closesOn === null || closesOn > on) continue;
    const { communes, lacking: sum } = sums.get(epci.code) ?? { communes: 0, lacking: 0 };
    sums.set(epci.code, { name: epci.nom, communes: communes + 1, lacking: sum + (lacking ?? 0) });
  }
  if (sums.size === 0) return null;
  const rows = [...sums].sort(([, a], [, b]) => b.lacking - a.lacking || a.name.localeCompare(b.name, 'fr'));
  return (
    <section aria-labelledby="epci-title">
      <h2 id="epci-title" className={styles.heading}>
        {words.byEpci(on)}
      </h2>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.byEpci(on)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.epci}</th>
            <th scope="col">{words.columns.communes}</th>
            <th scope="col">{words.columns.lacking}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([code, { name, communes, lacking }]) => (
            <tr key={code}>
              <th scope="row">
                <ScreenLink className={styles.link} change={{ epci: code, camera: null }}>
                  {name}
                </ScreenLink>
              </th>
              <td>{formatCount(communes)}</td>
              <td>{formatCount(lacking)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
