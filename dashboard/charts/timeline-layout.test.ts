import { describe, expect, it } from 'vitest';
import { cellsIn, type Dates, domainOf, positionOf, shapeOf, ticksOf } from './timeline-layout.ts';

const today = '2026-11-26';
const dates = (given: Partial<Dates>): Dates => ({ start: null, end: null, seen: null, isOver: false, ...given });
const domain = { firstYear: 2020, lastYear: 2029 };
/** 2020, 2024 and 2028 are leap years. */
const days = 3653;

describe('the domain', () => {
  it('covers what is dated, today and the year after', () => {
    expect(domainOf([dates({ start: '2018-05' }), dates({ end: '2031' })], today)).toEqual({
      firstYear: 2018,
      lastYear: 2031,
    });
    expect(domainOf([], today)).toEqual({ firstYear: 2026, lastYear: 2027 });
  });

  it('does not let one old project crush the others', () => {
    expect(domainOf([dates({ start: '1999' }), dates({ start: '2020' })], today).firstYear).toBe(2010);
  });
});

describe('positions', () => {
  it('count days, leap ones too', () => {
    expect(positionOf('2020-01-01', domain)).toBe(0);
    expect(positionOf('2030-01-01', domain)).toBe(1);
    expect(positionOf('2021-01-01', domain)).toBeCloseTo(366 / days, 10);
    expect(positionOf('2019-12-31', domain)).toBeLessThan(0);
  });

  it('put a bar between its days, both included', () => {
    const shape = shapeOf(dates({ start: '2020-01-01', end: '2020-01-10' }), domain, today);
    expect(shape?.left).toBe(0);
    expect(shape?.width).toBeCloseTo(10 / days, 10);
    expect(shape).toMatchObject({ riseRatio: 0, fallRatio: 0, fadesFromRatio: 1, fullFromRatio: 0 });
  });

  it('have none without a date', () => {
    expect(shapeOf(dates({ seen: '2024' }), domain, today)).toBeNull();
  });

  it('slope over what is not known of a bound', () => {
    const shape = shapeOf(dates({ start: '2021', end: '2022-06-30' }), domain, today);
    expect(shape?.riseRatio).toBeCloseTo(365 / (365 + 181), 10);
    expect(shape?.fallRatio).toBe(0);
    const sameYear = shapeOf(dates({ start: '2024', end: '2024' }), domain, today);
    expect([sameYear?.riseRatio, sameYear?.fallRatio]).toEqual([0.5, 0.5]);
  });

  it('fade after the last evidence where no end is known, beyond today', () => {
    const shape = shapeOf(dates({ start: '2022-01-01', seen: '2024-12-31' }), domain, today);
    expect(shape?.fadesFromRatio).toBeCloseTo(1096 / 1790, 10);
    expect((shape?.left ?? 0) + (shape?.width ?? 0)).toBeCloseTo(positionOf(today, domain), 10);
    const fresh = shapeOf(dates({ start: '2026-02-04', seen: '2026-11-25' }), domain, today);
    expect((fresh?.left ?? 0) + (fresh?.width ?? 0)).toBeCloseTo(positionOf('2027-11-26', domain), 10);
  });

  it('fade at once, to the last evidence, what is over without a known end', () => {
    const shape = shapeOf(dates({ start: '2021-01-01', seen: '2024', isOver: true }), domain, today);
    expect(shape?.fadesFromRatio).toBeLessThan(0.001);
    expect((shape?.left ?? 0) + (shape?.width ?? 0)).toBeCloseTo(positionOf('2025-01-01', domain), 10);
  });

  it('come out of nowhere where only the end is known', () => {
    const shape = shapeOf(dates({ end: '2022-07' }), domain, today);
    expect(shape?.fullFromRatio).toBeCloseTo(365 / 396, 10);
    expect(shape?.fallRatio).toBeCloseTo(31 / 396, 10);
  });
});

describe('clipping', () => {
  it('tells what begins before or ends after, without moving it', () => {
    expect(shapeOf(dates({ start: '1999', end: '2031' }), domain, today)).toMatchObject({
      isCutBefore: true,
      isCutAfter: true,
    });
    const old = shapeOf(dates({ start: '2001-01-01', end: '2002-01-01' }), domain, today);
    expect((old?.left ?? 0) + (old?.width ?? 0)).toBeLessThan(0);
    expect(shapeOf(dates({ start: '2020', end: '2029' }), domain, today)).toMatchObject({
      isCutBefore: false,
      isCutAfter: false,
    });
  });
});

describe('steps', () => {
  it.each([
    ['annee', 10, 0],
    ['trimestre', 40, 40],
    ['mois', 120, 120],
  ] as const)('%s cuts ten years into %i', (step, cells, parts) => {
    expect(cellsIn(domain, step)).toBe(cells);
    const ticks = ticksOf(domain, step);
    expect(ticks.years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029]);
    expect(ticks.parts).toHaveLength(parts);
    for (const list of [ticks.years, ticks.parts].filter((each) => each.length > 0))
      expect(list.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1, 10);
  });

  it('begins a quarter with its first month', () => {
    const quarter = ticksOf(domain, 'trimestre').parts[5];
    expect(quarter).toMatchObject({ year: 2021, part: 2 });
    expect(quarter?.at).toBeCloseTo(positionOf('2021-04-01', domain), 10);
  });
});
