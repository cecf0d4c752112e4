/** The territories of which the figure of one indicator changed, the largest change first. */
import type { Indicator } from '../../../data/catalogue/catalogue.ts';
import { Failure } from '../../controls/failure.tsx';
import { Segments } from '../../controls/segments.tsx';
import { changesAddress, useIndicatorChanges } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { data, changes as words } from '../../text/data.ts';
import { controls } from '../../text/map.ts';
import { communeParts } from '../../text/numbers.ts';
import styles from './data-screen.module.css';
import { formatDifference, formatSide } from './sides.ts';

export function TerritoryChanges({ indicator, from, to }: { indicator: Indicator; from: string; to: string }) {
  const { view, choose } = useView();
  const levels = (['commune', 'epci'] as const).filter((level) => indicator.levels.includes(level));
  const level = levels.find((one) => one === view.level) ?? levels[0] ?? 'epci';
  const request = { indicator: indicator.id, level, from, to };
  const { data: answer, error } = useIndicatorChanges(request);
  const { columns } = words;
  const size = ({ difference }: { difference: number | null }) => Math.abs(difference ?? 0);
  const rows = [...(answer?.changements ?? [])].sort((a, b) => size(b) - size(a));
  return (
    <section aria-labelledby="territoires-changes">
      <h3 id="territoires-changes">{words.territories(indicator.label)}</h3>
      <Segments
        label={controls.level}
        items={levels.map((id) => ({ id, label: controls.levels[id] }))}
        chosen={level}
        onChoose={(next) => choose({ level: next as 'commune' | 'epci' })}
      />
      {error && <Failure message={data.failed(error.message)} />}
      {answer && (
        <>
          <p className={styles.muted}>
            {words.count(rows.length, answer.territoires)} {words.deadlines(answer)}
          </p>
          <p className={styles.actions}>
            <a href={changesAddress(request, 'csv-excel')} download>
              {words.excel}
            </a>
            <a href={changesAddress(request, 'csv')} download>
              {words.csv}
            </a>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the table scrolls, with the keyboard too */}
          <section className={styles.scroll} aria-label={words.territories(indicator.label)} tabIndex={0}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{columns.territory}</th>
                  <th scope="col">{columns.before}</th>
                  <th scope="col">{columns.after}</th>
                  <th scope="col">{columns.difference}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ code, nom, avant, apres, difference }) => (
                  <tr key={code}>
                    <th scope="row">{nom}</th>
                    <td>{formatSide(avant, indicator, level)}</td>
                    <td>{formatSide(apres, indicator, level)}</td>
                    <td>{communeParts(indicator, level).length > 0 ? '' : formatDifference(difference, indicator)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  );
}
