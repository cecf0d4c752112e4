/** What is measured, where, and when. */
import type { Values } from '../../../api/contract.ts';
import type { IndicatorId } from '../../../data/catalogue/catalogue.ts';
import { Choice } from '../../controls/choice.tsx';
import { DepartementChoice } from '../../controls/departement-choice.tsx';
import { Segments } from '../../controls/segments.tsx';
import { EpciFilter } from '../../controls/view-controls.tsx';
import { useLoadedIndicators } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { measures, balance as words } from '../../text/balance.ts';
import { controls } from '../../text/map.ts';
import { formatPeriod } from '../../text/numbers.ts';
import styles from './balance-screen.module.css';

export function BalanceControls({ measured, answer }: { measured: IndicatorId; answer: Values }) {
  const { view, choose } = useView();
  const loaded = useLoadedIndicators();
  const items = Object.entries(measures)
    .filter(([id]) => id === measured || loaded?.has(id))
    .map(([id, { label }]) => ({ id, label }));
  return (
    <section className={styles.controls} aria-label={words.choices}>
      <Choice
        label={words.measure}
        items={items}
        chosen={measured}
        onChoose={(id) => choose({ gaps: { ...view.gaps, measured: id as IndicatorId }, period: null })}
      />
      <DepartementChoice />
      <EpciFilter />
      {answer.periodes.length > 1 && (
        <Segments
          label={controls.period}
          items={answer.periodes.map((id) => ({ id, label: formatPeriod(id) }))}
          chosen={answer.periode}
          onChoose={(period) => choose({ period })}
        />
      )}
    </section>
  );
}
