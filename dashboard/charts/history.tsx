/** The indicator by period for one territory, with a gap where the method changes. A period is a button: it recolours the map. */
import { Fragment, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import { ChartImage } from '../controls/chart-image.tsx';
import { fileNameOf } from '../state/file-name.ts';
import { useAllValues, useIndicators } from '../state/queries.ts';
import { useView } from '../state/use-view.ts';
import type { TerritoryReference } from '../state/view.ts';
import { formatPeriod, formatValue } from '../text/numbers.ts';
import { history } from '../text/reading.ts';
import styles from './history.module.css';

const barsHeight = 72;

export function History({ territory }: { territory: TerritoryReference }) {
  const { view, choose } = useView();
  const indicator = requireIndicator(view.indicator);
  const declared = useIndicators().data?.indicateurs.find(({ id }) => id === view.indicator)?.periodes;
  const hasHistory = indicator.measure.kind === 'ratio' || indicator.measure.kind === 'gap';
  const periods = useMemo(
    () => (declared && declared.length > 1 && hasHistory ? declared : []),
    [declared, hasHistory],
  );
  const extent = territory.level === 'epci' ? view.extent : 'partie';
  const answers = useAllValues(
    useMemo(
      () =>
        periods.map(({ periode }) => ({
          indicator: view.indicator,
          level: territory.level,
          period: periode,
          extent,
        })),
      [periods, view.indicator, territory.level, extent],
    ),
  );
  if (periods.length === 0) return null;
  const name = answers.at(-1)?.valeurs.find(({ code }) => code === territory.code)?.nom;

  const columns = periods.map(({ periode, methode }, index) => {
    const value = answers[index]?.valeurs.find(({ code }) => code === territory.code);
    const before = periods[index - 1];
    return {
      periode,
      methode,
      isBreak: before !== undefined && before.methode !== methode,
      length: typeof value?.valeur === 'number' ? value.valeur : 0,
      figure: value ? formatValue(value, indicator, territory.level) : '',
    };
  });
  const current = view.period ?? periods.at(-1)?.periode;
  // The gap is a column of its own, without a bar.
  const bars = columns.flatMap((column) => {
    const bar = { name: column.periode, length: column.length };
    return column.isBreak ? [{ name: `${column.periode} gap`, length: 0 }, bar] : [bar];
  });
  const reach = Math.max(...columns.map((column) => column.length), indicator.unit === 'ratio' ? 1 : 0);
  return (
    <section className={styles.history} aria-labelledby="history-title">
      <h3 id="history-title" className={styles.title}>
        {history.title(indicator.label)}
      </h3>
      <div className={styles.bars} aria-hidden="true">
        <BarChart
          responsive
          data={bars.map((bar) => ({ ...bar, fill: bar.name === current ? 'var(--accent)' : 'var(--line-strong)' }))}
          style={{ width: '100%', height: barsHeight }}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
          barCategoryGap="14%"
          accessibilityLayer={false}
        >
          <XAxis dataKey="name" hide interval={0} />
          <YAxis domain={[0, reach]} hide />
          <Bar dataKey="length" isAnimationActive={false} />
        </BarChart>
      </div>
      <div className={styles.periods} style={{ gridTemplateColumns: `repeat(${bars.length}, minmax(0, 1fr))` }}>
        {columns.map((column) => (
          <Fragment key={column.periode}>
            {column.isBreak && <span className={styles.break}>{history.break}</span>}
            <Button
              className={styles.period ?? ''}
              aria-current={column.periode === current}
              onPress={() => choose({ period: column.periode })}
            >
              <span className={styles.figure}>{column.figure}</span>
              <span className={styles.when}>{formatPeriod(column.periode)}</span>
            </Button>
          </Fragment>
        ))}
      </div>
      <p className={styles.caption}>{history.caption}</p>
      <ChartImage
        fileName={fileNameOf([indicator.id, 'historique', territory.code])}
        title={[name, history.title(indicator.label)].filter(Boolean).join('\u00a0: ')}
        about={[]}
        sources={answers.flatMap((answer) => answer?.sources ?? [])}
        load={async () => {
          const { drawColumns } = await import('../pictures/columns-picture.ts');
          const drawn = columns.map(({ periode, length, figure, isBreak }) => ({
            name: formatPeriod(periode),
            length,
            figure,
            isBreak,
            isCurrent: periode === current,
          }));
          return (width) => drawColumns({ columns: drawn, breakWord: history.break, reach }, width);
        }}
      />
    </section>
  );
}
