/** The indicators of the table: one or several, those without data told and not offered. */
import { CheckboxGroup, Label } from 'react-aria-components';
import { type IndicatorId, indicators } from '../../../data/catalogue/catalogue.ts';
import type { Level } from '../../../data/catalogue/declare.ts';
import { Checkbox } from '../../controls/checkbox.tsx';
import { useLoadedIndicators } from '../../state/queries.ts';
import { tables as words } from '../../text/data-tables.ts';
import styles from './tables-tab.module.css';

interface TableIndicatorsProps {
  readonly chosen: readonly IndicatorId[];
  readonly level: Level;
  readonly onChoose: (chosen: readonly IndicatorId[]) => void;
}

export function TableIndicators({ chosen, level, onChoose }: TableIndicatorsProps) {
  const loaded = useLoadedIndicators();
  return (
    <CheckboxGroup
      className={styles.indicators ?? ''}
      value={[...chosen]}
      onChange={(ids) => onChoose(indicators.map(({ id }) => id).filter((id) => ids.includes(id)))}
    >
      <Label className={styles.label ?? ''}>{words.indicators}</Label>
      {indicators.map(({ id, label, levels }) => {
        const isLoaded = loaded === undefined || loaded.has(id);
        const isThere = (levels as readonly Level[]).includes(level);
        return (
          <Checkbox key={id} value={id} isDisabled={!isLoaded || !isThere}>
            {label}
            {!isLoaded ? ` (${words.withoutData})` : isThere ? '' : ` (${words.notAt(level)})`}
          </Checkbox>
        );
      })}
    </CheckboxGroup>
  );
}
