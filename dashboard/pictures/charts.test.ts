import { describe, expect, it } from 'vitest';
import { drawBars } from './bars-picture.ts';
import { drawColumns } from './columns-picture.ts';
import { drawLorenz } from './lorenz-picture.ts';
import { drawMatrix } from './matrix-picture.ts';
import { drawingWidth } from './plate.ts';
import { drawSplit } from './split-picture.ts';
import { drawSteps } from './steps-picture.ts';
import { widthOf, wrap } from './words.ts';

const attribute = (svg: string, name: string, tag: string) =>
  [...svg.matchAll(new RegExp(`<${tag} [^>]*?\\b${name}="([^"]*)"`, 'g'))].map((match) => Number(match[1]));

describe('bars', () => {
  const rows = [
    { name: 'Gif-sur-Yvette', length: 1415, figure: '1 415' },
    { name: 'Les Ulis', length: 707.5, figure: '707' },
    { name: 'Nowhere', length: 0, figure: '0' },
  ];
  it('begin at zero and are as long as their figures say', () => {
    const { svg } = drawBars({ rows, reference: null, key: null }, drawingWidth);
    const [first = 0, second = 0, third = 1] = attribute(svg, 'width', 'rect');
    expect(second * 2).toBeCloseTo(first, 0);
    expect(third).toBe(0);
    expect(new Set(attribute(svg, 'x', 'rect')).size).toBe(1);
  });

  it('leave room for the line of reference, even beyond the longest', () => {
    const { svg } = drawBars({ rows, reference: { length: 3000, label: 'Essonne' }, key: null }, drawingWidth);
    const [first = 0] = attribute(svg, 'width', 'rect');
    expect(first).toBeLessThan(drawingWidth * 0.45);
    expect(svg).toContain('>Essonne<');
  });
});

describe('columns', () => {
  it('leave a gap and a word where the method changes', () => {
    const column = { length: 0.5, figure: '50 %', isBreak: false, isCurrent: false };
    const { svg } = drawColumns(
      {
        columns: [
          { ...column, name: 'T1 2018' },
          { ...column, name: 'T2 2026', isBreak: true, isCurrent: true },
        ],
        breakWord: 'nouvelle méthode',
        reach: 1,
      },
      drawingWidth,
    );
    const [first = 0, second = 0] = attribute(svg, 'x', 'rect');
    const [width = 0] = attribute(svg, 'width', 'rect');
    expect(second - first).toBeGreaterThan(2 * width);
    expect(svg).toContain('>nouvelle méthode<');
  });
});

describe('the steps of a calendar', () => {
  it('are as high as their amounts, dates on a true axis, and what has no date apart', () => {
    const step = (on: string, amount: number) => ({ on, amount, figure: String(amount), note: '', date: on });
    const { svg } = drawSteps(
      {
        steps: [step('2027-01-31', 100), step('2028-01-31', 300), step('2029-01-31', 400)],
        chosen: '2028-01-31',
        apart: { amount: 800, figure: '800', note: '', date: 'Sans date' },
        axis: 'Locaux',
      },
      drawingWidth,
    );
    const [first = 0, second = 0, third = 0, apart = 0] = attribute(svg, 'height', 'rect');
    expect([second / first, third / first, apart / first].map((each) => Math.round(each * 100))).toEqual([
      300, 400, 800,
    ]);
    const [x1 = 0, x2 = 0, x3 = 0] = attribute(svg, 'x', 'rect');
    expect((x3 - x2) / (x2 - x1)).toBeCloseTo(366 / 365, 2);
    expect(svg.match(/url\(#non-prevu\)/g)).toHaveLength(1);
  });
});

describe('the other charts', () => {
  it('draw the curve from corner to corner and mark the point of the title', () => {
    const points = [0, 0.5, 1].map((base) => ({ base, quantity: base ** 2 }));
    const words = { base: 'a', quantity: 'b', diagonal: 'c', curve: 'd' };
    const { svg } = drawLorenz(
      { points, mark: { base: 0.5, quantity: 0.25, label: 'La moitié' }, words },
      drawingWidth,
    );
    expect(svg).toContain('M60 596L340 456L620 36');
    expect([attribute(svg, 'cx', 'circle'), attribute(svg, 'cy', 'circle')]).toEqual([[340], [456]]);
  });

  it('split a whole where its share says', () => {
    const { svg } = drawSplit(
      { first: { name: 'Au sein', share: 0.72, figure: '' }, second: { name: 'Entre', figure: '' }, chance: null },
      1000,
    );
    expect(attribute(svg, 'width', 'rect')).toEqual([1000, 720]);
  });

  it('colour the cells of a matrix, and only those that count something', () => {
    const cell = (figure: string, background: string | null) => ({ figure, background, ink: '#000000' });
    const { svg } = drawMatrix(
      {
        columns: ['Un', 'Deux'],
        rows: [{ name: 'Paris-Saclay', isTotal: false, cells: [cell('3', '#253494'), cell('–', null)] }],
        notes: [],
      },
      drawingWidth,
    );
    expect(svg.match(/<rect /g)).toHaveLength(1);
    for (const told of ['Un', 'Deux', 'Paris-Saclay', '3', '–']) expect(svg).toContain(`>${told}<`);
  });
});

describe('words', () => {
  it('break at plain spaces, never inside a number or a word', () => {
    const lines = wrap('22\u202f801 locaux de l’Essonne ne sont pas encore raccordables', 20, 200);
    expect(lines.join(' ')).toBe('22\u202f801 locaux de l’Essonne ne sont pas encore raccordables');
    for (const line of lines) expect(widthOf(line, 20)).toBeLessThanOrEqual(200);
  });
});
