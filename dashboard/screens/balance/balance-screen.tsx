/** Whether what is missing is evenly spread over communes and EPCI: magnitude first, then what the indices mean. */
import { Definition } from '../../controls/definition.tsx';
import { Failure } from '../../controls/failure.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { apiAddress, useScope } from '../../state/queries.ts';
import { useCited } from '../../state/use-frame.ts';
import { useView } from '../../state/use-view.ts';
import {
  formatIndex,
  measures,
  summariseBalance,
  summariseSeries,
  whyMissing,
  balance as words,
} from '../../text/balance.ts';
import { formatCount, formatDate, formatPeriod } from '../../text/numbers.ts';
import { sections } from '../../text/sections.ts';
import { BalanceControls } from './balance-controls.tsx';
import styles from './balance-screen.module.css';
import { BalanceSeries } from './balance-series.tsx';
import { CommunesSection, CurveSection } from './balance-spread.tsx';
import { SharedProjects } from './shared-projects.tsx';
import { SplitSection } from './split-section.tsx';
import { useBalance } from './use-balance.ts';

export function BalanceScreen() {
  const { view } = useView();
  const scope = useScope();
  const { measured, error, found } = useBalance();
  const told = measures[measured];
  useCited(found?.answer.sources);
  if (!found || !told)
    return (
      <SectionPage title={sections.titles.balance}>
        {error ? <Failure message={words.failed(error.message)} /> : <p className={styles.muted}>{words.waiting}</p>}
      </SectionPage>
    );
  const { answer, figures, inside, series, others } = found;
  const { gini, theil } = figures;
  return (
    <SectionPage isShared title={sections.titles.balance} lead={summariseBalance(figures, told, inside)}>
      <BalanceControls measured={measured} answer={answer} />
      <div className={styles.key}>
        <p className={styles.magnitude}>
          <strong className={styles.number}>{formatCount(figures.quantity)}</strong>
          <span>
            {told.short}
            <br />
            {words.magnitude(figures.base)}, {formatPeriod(answer.periode)}
          </span>
        </p>
        <p className={styles.time}>
          <strong>{words.question}</strong> {summariseSeries(series, others, answer.methode)}
        </p>
      </div>
      {gini !== null && theil !== null && (
        <div className={styles.indices}>
          <span>
            {words.columns.gini} <strong>{formatIndex(gini)}</strong> <Definition term="Indice de Gini" />
          </span>
          <span>
            {words.columns.theil} <strong>{formatIndex(theil)}</strong> <Definition term="Indice de Theil" />
          </span>
        </div>
      )}
      {figures.isReadable && (
        <>
          <div className={styles.columns}>
            <CurveSection found={found} measured={measured} />
            <CommunesSection found={found} measured={measured} />
          </div>
          <SplitSection found={found} measured={measured} />
        </>
      )}
      <BalanceSeries series={series} />
      {figures.served && <p className={styles.note}>{whyMissing(told, figures.served)}</p>}
      <SharedProjects />
      <p className={styles.source}>
        {words.source}{' '}
        {answer.sources
          .map((each) => `${each.producteur}, ${each.titre}, ${formatDate(each.dateDonnees)}, ${each.licence}`)
          .join(' ; ')}
        .{' '}
        <a
          href={apiAddress('ecarts/equilibre', {
            indicateur: measured,
            periode: answer.periode,
            epci: view.epci,
            ...scope,
          })}
        >
          {words.api}
        </a>
      </p>
    </SectionPage>
  );
}
