import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problem.ts';
import { parseBox } from './bounding-box.ts';
import { collectionsOf } from './collections/registry.ts';
import { crs84, findCrs } from './crs.ts';
import { parseCursor, writeCursor } from './cursor.ts';
import { daysOf, meet, parseDatetime } from './days.ts';
import { chooseFormat } from './negotiate.ts';
import { largestLimit, parseItemsQuestion } from './parameters.ts';

const [communes] = collectionsOf([]);
const lambert = findCrs('http://www.opengis.net/def/crs/EPSG/0/2154')!;
const epsg4326 = findCrs('http://www.opengis.net/def/crs/EPSG/0/4326')!;
const boxes = (text: string, crs = crs84) => parseBox(text, crs).boxes;

describe('bbox', () => {
  it('takes four numbers, or six whose heights are not looked at', () => {
    expect(boxes('2,48,3,49')).toEqual([[2, 48, 3, 49]]);
    expect(boxes(' 2.5 , 48 , 3 , 49e0 ')).toEqual([[2.5, 48, 3, 49]]);
    expect(boxes('2,48,-10,3,49,500')).toEqual([[2, 48, 3, 49]]);
    expect(boxes('2,48,2,48')).toEqual([[2, 48, 2, 48]]);
  });

  it('follows the axes of its system', () => {
    expect(boxes('48,2,49,3', epsg4326)).toEqual([[2, 48, 3, 49]]);
    expect(boxes('640000,6800000,650000,6810000', lambert)).toEqual([[640_000, 6_800_000, 650_000, 6_810_000]]);
  });

  it('goes round the world when its west is east of its east', () => {
    expect(boxes('170,-10,-170,10')).toEqual([
      [170, -10, 180, 10],
      [-180, -10, -170, 10],
    ]);
  });

  it('is cut to what its system can say, to nothing when it is outside', () => {
    expect(boxes('-1e9,-1e9,1e9,1e9')).toEqual([[-180, -90, 180, 90]]);
    expect(boxes('200,50,210,60')).toEqual([]);
    expect(boxes('1e300,1e300,1e301,1e301', lambert)).toEqual([]);
  });

  it.each([
    '',
    ',,,',
    '1,2,3',
    '1,2,3,4,5',
    '1,2,3,4,5,6,7',
    'a,b,c,d',
    '1,2,NaN,4',
    '1,2,Infinity,4',
    '1,2,1e999,4',
    '0x1,2,3,4',
    '1;2;3;4',
    '2,49,3,48',
    "2,48,3,49'--",
  ])('refuses « %s »', (text) => {
    expect(() => boxes(text)).toThrow(ProblemError);
  });

  it('refuses metres whose west is east of its east', () => {
    expect(() => boxes('650000,6800000,640000,6810000', lambert)).toThrow('ouest');
  });
});

describe('datetime', () => {
  it.each([
    ['2026-06-30', '2026-06-30', '2026-06-30'],
    ['2026-06-30T12:00:00Z', '2026-06-30', '2026-06-30'],
    ['2026-06-30t12:00:00.123+02:00', '2026-06-30', '2026-06-30'],
    ['2025-01-01/2026-06-30', '2025-01-01', '2026-06-30'],
    ['../2026-06-30', null, '2026-06-30'],
    ['/2026-06-30', null, '2026-06-30'],
    ['2025-01-01/..', '2025-01-01', null],
    ['2025-01-01/', '2025-01-01', null],
    ['../..', null, null],
  ])('reads %s', (text, from, to) => {
    expect(parseDatetime(text)).toEqual({ from, to });
  });

  it.each([
    '',
    '..',
    '/',
    '2026',
    '2026-13-01',
    '2026-02-30',
    '2026-06-30T25:00:00Z',
    '2026-06-30T12:00:00',
    '2026-06-30/2025-01-01',
    '2026-01-01/2026-02-01/2026-03-01',
    "2026-01-01' or 1=1",
  ])('refuses « %s »', (text) => {
    expect(() => parseDatetime(text)).toThrow(ProblemError);
  });

  it('reads periods and partial dates as days', () => {
    expect(daysOf('2026-T2')).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOf('2021')).toEqual({ from: '2021-01-01', to: '2021-12-31' });
    expect(daysOf('2025-10-20')).toEqual({ from: '2025-10-20', to: '2025-10-20' });
    expect([daysOf(null), daysOf('bientôt')]).toEqual([null, null]);
  });

  it('meets what shares a day, open ends included', () => {
    const quarter = daysOf('2026-T2')!;
    expect(meet(quarter, parseDatetime('2026-06-30'))).toBe(true);
    expect(meet(quarter, parseDatetime('2026-07-01'))).toBe(false);
    expect(meet(quarter, parseDatetime('2026-06-30/..'))).toBe(true);
    expect(meet(quarter, parseDatetime('../2026-03-31'))).toBe(false);
    expect(meet({ from: null, to: null }, parseDatetime('1900-01-01'))).toBe(true);
  });
});

describe('limit', () => {
  const limit = (text: string) => parseItemsQuestion(`http://x/?limit=${text}`, communes!).limit;

  it('is cut to the largest page, as the standard asks', () => {
    expect([
      limit('1'),
      limit('17'),
      limit('1000'),
      limit('1001'),
      limit('1000000000'),
      limit('9'.repeat(400)),
    ]).toEqual([1, 17, 1000, ...Array(3).fill(largestLimit)]);
  });

  it.each(['', '0', '-1', '-0', '010', '1.5', '1e3', '0x10', '10abc', ' 10', '%2B5', 'NaN', '١٠'])(
    'refuses « %s »',
    (text) => {
      expect(() => limit(text)).toThrow(ProblemError);
    },
  );
});

describe('the cursor', () => {
  it('says the same when it is read back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.option(fc.string({ unit: 'grapheme' })),
        (after, period) => {
          fc.pre(!`${after}${period}`.includes('\0'));
          expect(parseCursor(writeCursor({ after, period }))).toEqual({ after, period });
        },
      ),
    );
  });

  it('refuses whatever no link of ours holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => parseCursor(text)).toThrow(ProblemError);
      }),
    );
    for (const told of [[], ['a'], [1, null], ['', null], ['a', 2], ['a', null, null], ['a\0', null], { after: 'a' }])
      expect(() => parseCursor(Buffer.from(JSON.stringify(told)).toString('base64url'))).toThrow(ProblemError);
  });
});

describe('the format', () => {
  const chosen = (accept: string | undefined, f = '') => chooseFormat(`http://x/ogc${f}`, accept);

  it('is what f says before what Accept prefers', () => {
    expect(chosen('text/html', '?f=json')).toBe('json');
    expect(chosen('application/json', '?f=html')).toBe('html');
    expect(() => chosen(undefined, '?f=xml')).toThrow(ProblemError);
    expect(() => chosen(undefined, '?f=')).toThrow(ProblemError);
  });

  it.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['application/geo+json, application/json', 'json'],
    ['application/json;q=0.5, text/html;q=0.9', 'html'],
    ['text/html;q=0, */*', 'json'],
    ['application/vnd.oai.openapi+json;version=3.0', 'json'],
    ['image/png', 'json'],
    ['__proto__', 'json'],
    ['constructor', 'json'],
    ['', 'json'],
    [undefined, 'json'],
  ])('follows Accept: %s', (accept, format) => {
    expect(chosen(accept)).toBe(format);
  });

  it('never fails on an odd Accept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (accept) => {
        expect(['json', 'html']).toContain(chosen(accept));
      }),
    );
  });
});
