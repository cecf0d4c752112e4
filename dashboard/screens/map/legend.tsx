/** The legend, on the map: what the colours and sizes say, how the classes are cut, and what is missing. */
import { useState } from 'react';
import type { ClassMethod } from '../../../data/analysis/classes.ts';
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { Button } from '../../controls/button.tsx';
import { Choice } from '../../controls/choice.tsx';
import { type PatternKind, patternKinds } from '../../layers/palette.ts';
import { patternOf } from '../../layers/scale.ts';
import { narrowScreen, useMedia } from '../../state/use-media.ts';
import { useScale } from '../../state/use-scale.ts';
import { useView } from '../../state/use-view.ts';
import { classMethods, maxClassCount, minClassCount } from '../../state/view.ts';
import { controls, legend } from '../../text/map.ts';
import { formatAbsence, formatCount, formatPeriod } from '../../text/numbers.ts';
import { Histogram } from './histogram.tsx';
import styles from './legend.module.css';
import { SizeLegend, ThemeLegend } from './size-legend.tsx';

export function Legend() {
  const { view } = useView();
  const isNarrow = useMedia(narrowScreen);
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const isShown = isOpen ?? !isNarrow;
  const { scale, values, periods, answer } = useScale();
  const indicator = requireIndicator(view.indicator);
  const note = [legend.bounds(periods), answer?.methode && legend.method(answer.methode), answer?.note].filter(Boolean);
  const hasSeveral = values.some(({ etat }) => etat === 'non-agregable');
  // Answers that are not a value, such as a commune without any premises left to connect: no colour, and a line each.
  const blanks = values
    .filter((value) => value.etat === 'valeur' && value.valeur === null && patternOf(value) === null)
    .map((value) => formatAbsence(value) ?? '');
  return (
    <section className={styles.legend} aria-label={legend.title} data-panel={view.territory !== null || undefined}>
      <div className={styles.top}>
        <h2 className={styles.title}>
          {indicator.label}
          {answer && <span className={styles.when}>{formatPeriod(answer.periode)}</span>}
        </h2>
        <Button
          isQuiet
          aria-expanded={isShown}
          aria-label={isShown ? legend.hide : legend.show}
          onPress={() => setOpen(!isShown)}
        >
          <span aria-hidden="true">{isShown ? '–' : '+'}</span>
        </Button>
      </div>
      {isShown && (
        <>
          {scale.kind === 'classes' && <Histogram scale={scale} values={values} label={indicator.label} />}
          {scale.kind === 'circles' &&
            (indicator.measure.kind === 'count' ? (
              <ThemeLegend />
            ) : (
              <SizeLegend largest={scale.largest} level={view.level} />
            ))}
          <ul className={styles.classes}>
            {scale.classes.map((each) => (
              <li key={each.key} className={styles.class}>
                <span className={styles.swatch} style={{ background: each.color }} />
                <span>{each.label}</span>
                <span className={styles.count}>{formatCount(each.count)}</span>
              </li>
            ))}
            {indicator.measure.kind !== 'count' &&
              patternKinds.map((kind) => (
                <PatternEntry
                  key={kind}
                  kind={kind}
                  count={values.filter((value) => patternOf(value) === kind).length}
                />
              ))}
            {[...new Set(blanks)].map((label) => (
              <li key={label} className={styles.class}>
                <span className={styles.swatch} />
                <span className={styles.blank}>{label}</span>
                <span className={styles.count}>{formatCount(blanks.filter((blank) => blank === label).length)}</span>
              </li>
            ))}
            {hasSeveral && indicator.nature !== 'count' && <li className={styles.note}>{legend.several}</li>}
          </ul>
          {scale.classes.length > 0 && scale.kind === 'classes' && <ClassSettings />}
          {note.length > 0 && <p className={styles.note}>{note.join('. ')}</p>}
        </>
      )}
    </section>
  );
}

/** Shown only when some territory is drawn so. */
function PatternEntry({ kind, count }: { kind: PatternKind; count: number }) {
  if (count === 0) return null;
  return (
    <li className={styles.class}>
      <span className={styles.swatch} data-pattern={kind} />
      <span>{legend.patterns[kind]}</span>
      <span className={styles.count}>{formatCount(count)}</span>
    </li>
  );
}

function ClassSettings() {
  const { view, choose } = useView();
  return (
    <div className={styles.settings}>
      <Choice
        isCompact
        label={controls.classMethod}
        items={classMethods.map((id) => ({ id, label: controls.classMethods[id] }))}
        chosen={view.classMethod}
        onChoose={(id) => choose({ classMethod: id as ClassMethod })}
      />
      <fieldset className={styles.stepper} aria-label={controls.classCount}>
        <Button
          aria-label={controls.fewer}
          isDisabled={view.classCount <= minClassCount}
          onPress={() => choose({ classCount: view.classCount - 1 })}
        >
          −
        </Button>
        <output>{view.classCount}</output>
        <Button
          aria-label={controls.more}
          isDisabled={view.classCount >= maxClassCount}
          onPress={() => choose({ classCount: view.classCount + 1 })}
        >
          +
        </Button>
      </fieldset>
    </div>
  );
}
