/** The legend, on the map: what the colours and sizes say, how the classes are cut, and what is missing. */
import { type ReactNode, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { Button } from '../../controls/button.tsx';
import { patternKinds } from '../../layers/palette.ts';
import { patternOf } from '../../layers/scale.ts';
import { useIndicators, useTerritories } from '../../state/queries.ts';
import { narrowScreen, useMedia } from '../../state/use-media.ts';
import { useScale } from '../../state/use-scale.ts';
import { useView } from '../../state/use-view.ts';
import { legend } from '../../text/map.ts';
import { formatAbsence, formatCount, formatPeriod } from '../../text/numbers.ts';
import { span } from '../../text/reading.ts';
import { ClassSettings } from './class-settings.tsx';
import { Histogram } from './histogram.tsx';
import styles from './legend.module.css';
import { LegendStrip } from './legend-strip.tsx';
import { SizeLegend, ThemeLegend } from './size-legend.tsx';

export function Legend() {
  const { view, choose } = useView();
  const isNarrow = useMedia(narrowScreen);
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const { scale, values, answer } = useScale();
  const indicator = requireIndicator(view.indicator);
  // Beside the panel, or on a phone, the map needs the room: a strip of the colours is enough until asked for more.
  const isShown = isOpen ?? !(isNarrow || (view.territory !== null && scale.kind !== 'categories'));
  const note = useNote();
  const hasOutside = useTerritories('epci').data?.territoires.some(({ partiel }) => partiel) ?? false;
  const pick = (key: string) => choose({ onlyClass: view.onlyClass === key ? null : key });
  const hatched = patternKinds.filter(
    (kind) => indicator.measure.kind !== 'count' && values.some((value) => patternOf(value) === kind),
  );
  // Answers that are not a value, such as a commune without any premises left to connect: no colour, and a line each.
  const blanks = values
    .filter((value) => value.etat === 'valeur' && value.valeur === null && patternOf(value) === null)
    .map((value) => formatAbsence(value) ?? '');
  return (
    <section
      className={styles.legend}
      aria-label={legend.title}
      data-panel={view.territory !== null || undefined}
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
      {!isShown && <LegendStrip scale={scale} hatched={hatched} />}
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
            {scale.classes.map(({ key, label, color, count }) => (
              <Entry key={key} id={key} label={label} count={count}>
                <span className={styles.swatch} style={{ background: color }} />
              </Entry>
            ))}
            {hatched.map((kind) => {
              const drawn = values.filter((value) => patternOf(value) === kind);
              const isBroken = drawn.every(({ raison }) => raison === 'rupture-de-methode');
              const label = isBroken ? legend.notComparable : legend.patterns[kind];
              return (
                <Entry key={kind} id={kind} label={label} count={drawn.length}>
                  <span className={styles.swatch} data-pattern={kind} />
                </Entry>
              );
            })}
            {[...new Set(blanks)].map((label) => (
              <li key={label} className={styles.class}>
                <span className={styles.swatch} />
                <span className={styles.blank}>{label}</span>
                <span className={styles.count}>{formatCount(blanks.filter((blank) => blank === label).length)}</span>
              </li>
            ))}
            {hasOutside && (
              <li className={styles.class}>
                <span className={styles.swatch} data-pattern="outside" />
                <span>{legend.outside}</span>
              </li>
            )}
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

/** What must be known of the counting; its method only where the indicator has had several. */
function useNote(): string {
  const { view } = useView();
  const { periods, answer } = useScale();
  const declared = useIndicators().data?.indicateurs.find(({ id }) => id === view.indicator);
  const hasMethods = new Set(declared?.periodes.map(({ methode }) => methode)).size > 1;
  const isComparable = answer?.valeurs.some(({ etat }) => etat === 'valeur') ?? false;
  const method = hasMethods && isComparable && answer?.methode ? legend.method(answer.methode) : null;
  return [legend.bounds(periods), method, answer?.note?.replace(/\.$/, '')].filter(Boolean).join('. ');
}

interface EntryProps {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A class is a button: it keeps its territories in colour and dims the others. */
function Entry({ id, label, count, children }: EntryProps) {
  const { view, choose } = useView();
  const { scale } = useScale();
  const content = (
    <>
      {children}
      <span>{label}</span>
      <span className={styles.count}>{formatCount(count)}</span>
    </>
  );
  // Circles are not coloured by class: there is nothing to dim.
  if (scale.kind === 'circles') return <li className={styles.class}>{content}</li>;
  return (
    <li>
      <ToggleButton
        className={styles.class ?? ''}
        aria-label={`${legend.only(label)}, ${formatCount(count)}`}
        isSelected={view.onlyClass === id}
        isDisabled={count === 0}
        onChange={(isSelected) => choose({ onlyClass: isSelected ? id : null })}
        data-dimmed={(view.onlyClass !== null && view.onlyClass !== id) || undefined}
      >
        {content}
      </ToggleButton>
    </li>
  );
}
