/**
 * Bars in time, by group: the name and the dates of each beside its bar, the axis said again with every group so that
 * it is never out of sight. Wider than the page, it scrolls; on a phone, each bar is small under its own dates; in
 * print, it fits the sheet.
 */
import { type CSSProperties, type FocusEvent, useId, useLayoutEffect, useRef } from 'react';
import { ScreenLink } from '../controls/screen-link.tsx';
import type { View } from '../state/view.ts';
import { timeline as words } from '../text/roadmap.ts';
import styles from './timeline.module.css';
import {
  cellsIn,
  type Dates,
  type Domain,
  domainOf,
  positionOf,
  type Step,
  shapeOf,
  type Tick,
  ticksOf,
  yearsIn,
} from './timeline-layout.ts';

/** What a bar says by its ink. */
export type Tone = 'strong' | 'muted' | 'light' | 'alert';

export interface TimelineRow {
  readonly id: string;
  /** Where the row leads. */
  readonly change: Partial<View>;
  readonly label: string;
  /** Its dates, in words. */
  readonly when: string;
  readonly notes: readonly { readonly text: string; readonly isAlert?: boolean; readonly isMark?: boolean }[];
  readonly dates: Dates;
  /** ISO day up to which what should have ended goes on; null when nothing does. */
  readonly overrunsTo: string | null;
  readonly tone: Tone;
  /** Partial dates of what stands on the bar. */
  readonly marks: readonly string[];
}

export interface TimelineGroup {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly TimelineRow[];
}

interface TimelineProps {
  readonly title: string;
  readonly groups: readonly TimelineGroup[];
  readonly step: Step;
  /** ISO day. */
  readonly today: string;
}

/** A name of a month, of a quarter, or the width of a year, px. */
const cellWidths: Record<Step, number> = { mois: 38, trimestre: 34, annee: 22 };
const percent = (ratio: number) => `${Number((ratio * 100).toFixed(4))}%`;

export function Timeline({ title, groups, step, today }: TimelineProps) {
  const scroller = useRef<HTMLElement>(null);
  const domain = domainOf(
    groups.flatMap(({ rows }) => rows.map(({ dates }) => dates)),
    today,
  );
  const { years, parts } = ticksOf(domain, step);
  const ends = groups.flatMap(({ rows }) =>
    rows.map(({ dates }) => {
      const shape = shapeOf(dates, domain, today);
      return shape ? shape.left + shape.width : 0;
    }),
  );
  useScrollTo(scroller, Math.min(positionOf(today, domain), Math.max(...ends)), step);
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={words.scroll(title)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the arrow keys.
      tabIndex={0}
      onFocus={showBar}
      onScroll={({ currentTarget }) => pointAtHidden(currentTarget)}
      data-step={step}
    >
      <div
        className={styles.sheet}
        style={{ '--track-width': `${cellsIn(domain, step) * cellWidths[step]}px` } as CSSProperties}
        data-many-years={yearsIn(domain) > 9 || undefined}
      >
        {groups.map((group, rank) => (
          <Group
            key={group.id}
            group={group}
            axis={{ years, parts, step }}
            domain={domain}
            today={today}
            hasToday={rank === 0}
          />
        ))}
      </div>
    </section>
  );
}

/** Brings today, or the last bar, into sight when the scale changes, with what comes before it. */
function useScrollTo(scroller: { readonly current: HTMLElement | null }, position: number, step: Step) {
  const shown = useRef<Step | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    const track = element?.querySelector<HTMLElement>('[data-track]');
    if (!element || !track || shown.current === step) return;
    shown.current = step;
    const visible = element.clientWidth - track.offsetLeft;
    element.scrollLeft = position * track.clientWidth - visible * 0.75;
    pointAtHidden(element);
  });
}

/** Says of each row, for the eye, on which side its bar is when it is not in sight. */
function pointAtHidden(scroller: HTMLElement) {
  for (const bar of scroller.querySelectorAll<HTMLElement>('[data-bar]')) {
    const track = bar.parentElement;
    const row = bar.closest('a');
    if (!track || !row) continue;
    const from = scroller.scrollLeft;
    const to = from + scroller.clientWidth - track.offsetLeft;
    row.dataset.off = bar.offsetLeft + bar.offsetWidth < from ? 'before' : bar.offsetLeft > to ? 'after' : 'none';
  }
}

/** The row that takes the focus is as wide as the whole: its bar is what must be in sight. */
function showBar({ target, currentTarget }: FocusEvent<HTMLElement>) {
  const bar = target.querySelector<HTMLElement>('[data-bar]');
  if (!bar || target === currentTarget) return;
  const track = bar.parentElement;
  const labels = track?.offsetLeft ?? 0;
  const visible = currentTarget.clientWidth - labels;
  const middle = bar.offsetLeft + Math.min(bar.offsetWidth, visible) / 2;
  currentTarget.scrollLeft = middle - visible / 2;
}

interface Axis {
  readonly years: readonly Tick[];
  readonly parts: readonly Tick[];
  readonly step: Step;
}

function Group({
  group,
  axis,
  domain,
  today,
  hasToday,
}: {
  group: TimelineGroup;
  axis: Axis;
  domain: Domain;
  today: string;
  hasToday: boolean;
}) {
  const id = useId();
  const now = positionOf(today, domain);
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.name}>
          {group.label}
        </h3>
        <div className={styles.axis} aria-hidden="true" data-track="">
          {axis.years.map((tick) => (
            <span
              key={tick.year}
              className={styles.year}
              style={placeOf(tick)}
              data-round={tick.year % 5 === 0 || undefined}
            >
              {words.year(tick.year)}
            </span>
          ))}
          {axis.parts.map((tick) => (
            <span key={`${tick.year}-${tick.part}`} className={styles.part} style={placeOf(tick)}>
              {words.part(axis.step, tick.part ?? 1)}
            </span>
          ))}
          {hasToday && (
            <span className={styles.todayLabel} style={{ left: percent(now) }} data-before={now > 0.5 || undefined}>
              {words.today}
            </span>
          )}
        </div>
      </div>
      <div className={styles.ground} aria-hidden="true">
        {axis.parts.map(({ at, year, part }) => (
          <span key={`${year}-${part}`} className={styles.partLine} style={{ left: percent(at) }} />
        ))}
        {axis.years.map(({ at, year }) => (
          <span key={year} className={styles.yearLine} style={{ left: percent(at) }} />
        ))}
        <span className={styles.today} style={{ left: percent(now) }} />
      </div>
      <ul className={styles.rows}>
        {group.rows.map((row) => (
          <li key={row.id}>
            <ScreenLink change={row.change} className={styles.row}>
              <RowText row={row} />
              <Track row={row} domain={domain} today={today} />
            </ScreenLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

const placeOf = ({ at, width }: Tick) => ({ left: percent(at), width: percent(width) });

function RowText({ row }: { row: TimelineRow }) {
  return (
    <span className={styles.text}>
      <span className={styles.label}>{row.label}</span>
      <span className="visually-hidden">, </span>
      <span className={styles.when}>{row.when}</span>
      {row.notes.map(({ text, isAlert, isMark }) => (
        <span key={text} className={styles.note} data-alert={isAlert} data-mark={isMark}>
          <span className="visually-hidden">, </span>
          {text}
        </span>
      ))}
    </span>
  );
}

function Track({ row, domain, today }: { row: TimelineRow; domain: Domain; today: string }) {
  const shape = shapeOf(row.dates, domain, today);
  const end = shape ? shape.left + shape.width : 0;
  const overrun = row.overrunsTo === null ? 0 : positionOf(row.overrunsTo, domain) - end;
  return (
    <span className={styles.track} aria-hidden="true">
      {shape && (
        <span
          className={styles.bar}
          data-bar=""
          data-tone={row.tone}
          style={
            {
              left: percent(shape.left),
              width: percent(shape.width),
              '--rise': percent(shape.riseRatio),
              '--fall': percent(1 - shape.fallRatio),
              '--fades-from': percent(shape.fadesFromRatio),
              '--full-from': percent(shape.fullFromRatio),
            } as CSSProperties
          }
        />
      )}
      <span className={styles.todayMark} style={{ left: percent(positionOf(today, domain)) }} />
      {shape?.isCutBefore && <span className={styles.cut} data-tone={row.tone} />}
      {overrun > 0 && <span className={styles.overrun} style={{ left: percent(end), width: percent(overrun) }} />}
      {row.marks.map((mark) => {
        const shapeOfMark = shapeOf({ start: mark, end: mark, seen: null, isOver: false }, domain, today);
        if (!shapeOfMark) return null;
        const middle = shapeOfMark.left + shapeOfMark.width / 2;
        return <span key={mark} className={styles.mark} style={{ left: percent(middle) }} />;
      })}
    </span>
  );
}
