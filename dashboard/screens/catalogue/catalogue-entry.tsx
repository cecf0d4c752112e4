/** One sheet in the list: what it answers, what it would cost, who is interested, what was decided, and a box to keep it. */
import type { CatalogueSheet } from '../../../api/contract-projects.ts';
import { CostRange } from '../../charts/cost-range.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { decisionLine, interestLine, sheetWords, typeset, catalogue as words } from '../../text/catalogue.ts';
import styles from './catalogue-entry.module.css';
import { ExampleMark } from './example-mark.tsx';
import { SelectTick } from './select-tick.tsx';

export function CatalogueEntry({ sheet, scale }: { sheet: CatalogueSheet; scale: number | null }) {
  return (
    <li className={styles.entry}>
      <div className={styles.what}>
        {sheet.statut === 'exemple' && <ExampleMark />}
        <h3 className={styles.title}>
          <ScreenLink change={{ screen: 'sheet', item: sheet.id }}>{sheet.titre}</ScreenLink>
        </h3>
        <p className={styles.problem}>{typeset(sheet.probleme)}</p>
        <div className={styles.select}>
          <SelectTick sheet={sheet}>{words.select}</SelectTick>
        </div>
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{sheetWords.cost}</dt>
          <dd>
            <CostRange sheet={sheet} scale={scale} />
          </dd>
        </div>
        <div>
          <dt>{words.interest}</dt>
          <dd>{interestLine(sheet.interets)}</dd>
        </div>
        {sheet.decision && (
          <div>
            <dt>{sheetWords.decision}</dt>
            <dd>{decisionLine(sheet.decision)}</dd>
          </div>
        )}
      </dl>
    </li>
  );
}
