/** The legend, on the map: what the colours and sizes say, how the classes are cut, and what is missing. */
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { Button } from '../../controls/button.tsx';
import { type LegendEntry, legendEntries, patternsOf } from '../../layers/legend-entries.ts';
import { useTerritories } from '../../state/queries.ts';
import { useFrame } from '../../state/use-frame.ts';
import { narrowScreen, useMedia } from '../../state/use-media.ts';
import { useScale } from '../../state/use-scale.ts';
import { useView } from '../../state/use-view.ts';
import { legend } from '../../text/map.ts';
import { formatCount, formatPeriod } from '../../text/numbers.ts';
import { span } from '../../text/reading.ts';
import { ClassSettings } from './class-settings.tsx';
import { Histogram } from './histogram.tsx';
import styles from './legend.module.css';
import { useLegendNote } from './legend-note.ts';
import { LegendStrip } from './legend-strip.tsx';
import { SizeLegend, ThemeLegend } from './size-legend.tsx';

export function Legend() {
  const { view, choose } = useView();
  const isNarrow = useMedia(narrowScreen);
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const { scale, values, answer } = useScale();
  const { part } = useFrame();
  const isBesidePanel = view.territory !== null && part === null;
  const indicator = requireIndicator(view.indicator);
  // Beside the panel, or on a phone, the map needs the room: a strip of the colours is enough until asked for more.
  const isShown = isOpen ?? !(isNarrow || (isBesidePanel && scale.kind !== 'categories'));
  const note = useLegendNote();
  const hasOutside = useTerritories('epci').data?.territoires.some(({ partiel }) => partiel) ?? false;
  const pick = (key: string) => choose({ onlyClass: view.onlyClass === key ? null : key });
  const entries = legendEntries({ indicator, scale, values, hasOutside });
  return (
    <section
      className={styles.legend}
      aria-label={legend.title}
      data-panel={isBesidePanel || undefined}
      data-collapsed={!isShown || undefined}
    >
      <div className={styles.top}>
        <h2 className={styles.title}>
          {indicator.label}
          {answer && (
            <span className={styles.when}>
              {answer.depuis === null ? formatPeriod(answer.periode) : span(answer.depuis, answer.periode)}
            </span>
          )}
          {legend.meanings[view.indicator] && <span className={styles.when}>{legend.meanings[view.indicator]}</span>}
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
      {!isShown && <LegendStrip scale={scale} hatched={patternsOf(indicator, values)} />}
      {isShown && (
        <>
          {scale.kind === 'classes' && (
            <Histogram scale={scale} values={values} label={indicator.label} only={view.onlyClass} onPick={pick} />
          )}
          {scale.kind === 'circles' &&
            (indicator.measure.kind === 'count' ? (
              <ThemeLegend />
            ) : (
              <SizeLegend largest={scale.largest} level={view.level} />
            ))}
          <ul className={styles.classes}>
            {entries.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </ul>
          {view.onlyClass !== null && (
            <Button isQuiet onPress={() => choose({ onlyClass: null })}>
              {legend.all}
            </Button>
          )}
          {scale.classes.length > 0 && scale.kind === 'classes' && <ClassSettings />}
          {note !== '' && <p className={styles.note}>{note}</p>}
        </>
      )}
    </section>
  );
}

/** A class is a button: it keeps its territories in colour and dims the others. */
function Entry({ entry: { key, label, count, swatch } }: { entry: LegendEntry }) {
  const { view, choose } = useView();
  const { scale } = useScale();
  const content = (
    <>
      <span
        className={styles.swatch}
        style={swatch.kind === 'color' ? { background: swatch.color } : undefined}
        data-pattern={swatch.kind === 'pattern' ? swatch.pattern : swatch.kind === 'outside' ? 'outside' : undefined}
      />
      <span className={swatch.kind === 'blank' ? styles.blank : undefined}>{label}</span>
      {count !== null && <span className={styles.count}>{formatCount(count)}</span>}
    </>
  );
  // Circles are not coloured by class: there is nothing to dim; neither is there where nothing is drawn.
  if (count === null || scale.kind === 'circles' || swatch.kind === 'blank')
    return <li className={styles.class}>{content}</li>;
  return (
    <li>
      <ToggleButton
        className={styles.class ?? ''}
        aria-label={`${legend.only(label)}, ${formatCount(count)}`}
        isSelected={view.onlyClass === key}
        isDisabled={count === 0}
        onChange={(isSelected) => choose({ onlyClass: isSelected ? key : null })}
        data-dimmed={(view.onlyClass !== null && view.onlyClass !== key) || undefined}
      >
        {content}
      </ToggleButton>
    </li>
  );
}
