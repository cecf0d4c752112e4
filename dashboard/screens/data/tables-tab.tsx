/** Choose a table, see its first rows, take it in any format, or read it from elsewhere. */
import type { IndicatorId } from '../../../data/catalogue/catalogue.ts';
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { Choice } from '../../controls/choice.tsx';
import { DepartementChoice } from '../../controls/departement-choice.tsx';
import { Segments } from '../../controls/segments.tsx';
import { EpciFilter } from '../../controls/view-controls.tsx';
import { useIndicators, useScope } from '../../state/queries.ts';
import {
  everyPeriod,
  type TableChoices,
  type TableSubject,
  tableAddress,
  tableSubjects,
} from '../../state/table-choices.ts';
import { useView } from '../../state/use-view.ts';
import { tables as words } from '../../text/data-tables.ts';
import { formatPeriod } from '../../text/numbers.ts';
import dataStyles from './data-screen.module.css';
import { TableFiles } from './table-files.tsx';
import { TableIndicators } from './table-indicators.tsx';
import { TablePreview } from './table-preview.tsx';
import { TableReading } from './table-reading.tsx';
import styles from './tables-tab.module.css';

const latest = 'derniere';

export function TablesTab() {
  const { view, choose } = useView();
  const scope = useScope();
  const { tables } = view;
  const change = (some: Partial<TableChoices>) => choose({ tables: { ...tables, ...some } });
  const chosen: readonly IndicatorId[] = tables.indicators.length > 0 ? tables.indicators : [view.indicator];
  // An indicator that has no figure at a level has no row there.
  const indicators = chosen.filter((id) => requireIndicator(id).levels.includes(tables.level));
  const within = { ...scope, epci: view.epci };
  const isEmpty = tables.subject === 'indicateurs' && indicators.length === 0;
  const address = tableAddress(tables, indicators, within);
  return (
    <>
      <p className={dataStyles.lead}>{words.lead}</p>
      <div className={styles.screen}>
        <div className={styles.choices}>
          <Segments
            label={words.subject}
            items={tableSubjects.map((id) => ({ id, label: words.subjects[id] }))}
            chosen={tables.subject}
            onChoose={(subject) => change({ subject: subject as TableSubject })}
          />
          <DepartementChoice />
          <EpciFilter />
          {tables.subject === 'indicateurs' && (
            <>
              <Segments
                label={words.level}
                items={(['commune', 'epci', 'departement'] as const).map((id) => ({ id, label: words.levels[id] }))}
                chosen={tables.level}
                onChoose={(level) => change({ level: level as TableChoices['level'] })}
              />
              <PeriodChoice indicators={indicators} chosen={tables.period} onChoose={(period) => change({ period })} />
              <TableIndicators
                chosen={chosen}
                level={tables.level}
                onChoose={(next) =>
                  change({ indicators: next, period: tables.period === everyPeriod ? everyPeriod : null })
                }
              />
            </>
          )}
        </div>
        <div className={styles.table}>
          {isEmpty ? (
            <p>{words.noIndicator}</p>
          ) : (
            <>
              <TablePreview choices={tables} indicators={indicators} within={within} />
              <TableFiles address={address} hasGeometry={tables.subject !== 'projets'} />
              <TableReading address={address} subject={tables.subject} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

interface PeriodChoiceProps {
  readonly indicators: readonly IndicatorId[];
  readonly chosen: string | null;
  readonly onChoose: (period: string | null) => void;
}

/** The latest or all; of one indicator, any. */
function PeriodChoice({ indicators, chosen, onChoose }: PeriodChoiceProps) {
  const { data } = useIndicators();
  const [only, ...others] = indicators;
  const periods =
    only === undefined || others.length > 0
      ? []
      : (data?.indicateurs.find(({ id }) => id === only)?.periodes.map(({ periode }) => periode) ?? []);
  const own = periods.slice(0, -1);
  const Control = own.length === 0 ? Segments : Choice;
  return (
    <Control
      label={words.period}
      items={[
        { id: latest, label: words.latest },
        ...own.map((id) => ({ id, label: formatPeriod(id) })),
        { id: everyPeriod, label: words.every },
      ]}
      chosen={chosen !== null && (chosen === everyPeriod || own.includes(chosen)) ? chosen : latest}
      onChoose={(id) => onChoose(id === latest ? null : id)}
    />
  );
}
