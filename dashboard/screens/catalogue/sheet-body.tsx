/** What a sheet says: the argument on one side, the facts that decide on the other. */
import type { ReactNode } from 'react';
import type { CatalogueSheet } from '../../../api/contract-projects.ts';
import { CostRange } from '../../charts/cost-range.tsx';
import { Button } from '../../controls/button.tsx';
import { CopyLink } from '../../controls/copy-link.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import {
  capitalised,
  catalogue,
  decisionLine,
  durationLine,
  themeOf,
  typeset,
  sheetWords as words,
} from '../../text/catalogue.ts';
import { ExampleMark } from './example-mark.tsx';
import { SelectTick } from './select-tick.tsx';
import styles from './sheet-body.module.css';

/** @param scale where the scale of costs ends, common to the catalogue */
export function SheetBody({ sheet, scale }: { sheet: CatalogueSheet; scale: number | null }) {
  const theme = themeOf(sheet.theme);
  return (
    <>
      <div className={styles.top} style={{ borderTopColor: theme.color }}>
        <p className={styles.theme}>{theme.label}</p>
        {sheet.statut === 'exemple' && (
          <div className={styles.example}>
            <ExampleMark />
            <p>{words.exampleNote}</p>
          </div>
        )}
        <div className={styles.actions}>
          <SelectTick sheet={sheet}>{catalogue.select}</SelectTick>
          <CopyLink />
          <Button isQuiet onPress={() => window.print()}>
            {words.print}
          </Button>
        </div>
      </div>
      <div className={styles.columns}>
        <div className={styles.argument}>
          <Part title={words.problem}>
            <p className={styles.problem}>{typeset(sheet.probleme)}</p>
          </Part>
          <Part title={words.objectives}>
            <Lines items={sheet.objectifs} />
          </Part>
          <Part title={words.prerequisites}>
            <Lines items={sheet.prerequis} />
          </Part>
          <Part title={words.sharing}>
            <p>{typeset(sheet.mutualisation ?? words.unsaid)}</p>
          </Part>
          <Part title={words.results}>
            <Lines items={sheet.indicateursResultat} />
          </Part>
        </div>
        <div className={styles.facts}>
          <Part title={words.cost}>
            <CostRange sheet={sheet} scale={scale} />
            {sheet.coutPrecision !== null && <p className={styles.note}>{typeset(sheet.coutPrecision)}</p>}
          </Part>
          <Part title={words.duration}>
            <p>{capitalised(durationLine(sheet))}</p>
          </Part>
          <Part title={words.carriers}>
            <p>{sheet.porteursPossibles.length > 0 ? sheet.porteursPossibles.join(', ') : words.unsaid}</p>
          </Part>
          <Part title={words.decision}>
            <DecisionText decision={sheet.decision} />
          </Part>
          {sheet.exemples.length > 0 && (
            <Part title={words.examples}>
              <ul className={styles.examples}>
                {sheet.exemples.map(({ id, titre }) => (
                  <li key={id}>
                    <ScreenLink change={{ screen: 'project', item: id }}>{titre}</ScreenLink>
                  </li>
                ))}
              </ul>
              <p className={styles.note}>{words.examplesNote}</p>
            </Part>
          )}
          {sheet.dateMaj !== null && <p className={styles.note}>{words.updated(sheet.dateMaj)}</p>}
        </div>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Lines({ items }: { items: readonly string[] }) {
  if (items.length === 0) return <p>{words.unsaid}</p>;
  return (
    <ul className={styles.lines}>
      {items.map((item) => (
        <li key={item}>{typeset(item)}</li>
      ))}
    </ul>
  );
}

function DecisionText({ decision }: { decision: CatalogueSheet['decision'] }) {
  if (!decision) return <p>{words.noDecision}</p>;
  return (
    <>
      <p className={styles.decided}>{decisionLine(decision)}</p>
      <p>{typeset(decision.motif)}</p>
      {decision.pilote !== null && (
        <p className={styles.note}>
          {words.pilot} : {decision.pilote}
        </p>
      )}
    </>
  );
}
