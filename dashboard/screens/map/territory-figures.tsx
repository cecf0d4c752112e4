/** The rates and counts of a territory beside those of its EPCI and of the département. */

import { Button } from 'react-aria-components';
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import type { Portrait } from '../../state/use-portrait.ts';
import { useView } from '../../state/use-view.ts';
import { formatAbsence, formatCount, formatDate, formatPeriod, formatValue } from '../../text/numbers.ts';
import { alertText, portrait as words } from '../../text/reading.ts';
import styles from './territory-panel.module.css';

export function TerritoryFigures({ portrait }: { portrait: Portrait }) {
  const { view, choose } = useView();
  const { columns, figures } = portrait;
  const sources = new Map(figures.flatMap(({ answer }) => answer.sources).map((source) => [source.id, source]));
  const alerts = new Set(figures.flatMap(({ values }) => values[0]?.alertes ?? []));
  return (
    <section>
      <h3 className={styles.heading}>{words.figures}</h3>
      <table className={`${styles.table} ${styles.compared}`}>
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            {columns.map(({ level, code, name }) => (
              <th key={code} scope="col" className={styles.number}>
                {level === 'epci' && view.extent === 'entier' ? words.whole(name) : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ indicator: id, answer, values }) => {
            const indicator = requireIndicator(id);
            return (
              <tr key={id}>
                <th scope="row">
                  <Button
                    className={styles.step ?? ''}
                    onPress={() => choose({ indicator: indicator.id as typeof id, period: null })}
                  >
                    {indicator.label}
                  </Button>{' '}
                  <span className={styles.muted}>{formatPeriod(answer.periode)}</span>
                </th>
                {columns.map(({ level, code }, place) => {
                  const value = values[place];
                  const isCount = value && typeof value.valeur === 'number' && indicator.nature === 'count';
                  return (
                    <td key={code} className={styles.number} data-absent={value?.valeur === null || undefined}>
                      {value
                        ? isCount && formatAbsence(value) === null
                          ? formatCount(Number(value.valeur))
                          : formatValue(value, indicator, level)
                        : '…'}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {[...alerts].map((alert) => (
        <p key={alert} className={styles.alert}>
          {words.alert(alertText(alert))}
        </p>
      ))}
      <p className={styles.note}>
        {words.sources}{' '}
        {[...sources.values()]
          .map(
            (source) => `${source.producteur}, ${source.titre} (${formatDate(source.dateDonnees)}, ${source.licence})`,
          )
          .join('\u00a0; ')}
        .
      </p>
    </section>
  );
}
