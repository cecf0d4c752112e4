import { describe, expect, it } from 'vitest';
import {
  communeCode,
  count,
  countOrDash,
  decimal,
  estimate,
  flag,
  isoDay,
  publishedAmount,
  quarterOf,
  restoreZero,
} from './cells.ts';

const message = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues[0]?.message;

describe('cells', () => {
  it('read counts with padding, no-break spaces and decimal zeros', () => {
    expect(count.parse(' 13\u00a0574    ')).toBe(13574);
    expect(count.parse('13\u202f574')).toBe(13574);
    expect(count.parse('12.000')).toBe(12);
    expect(count.parse('126892.000000000000000')).toBe(126892);
    expect(countOrDash.parse(' -    ')).toBe(0);
  });

  it('refuse what is not a count, and say what was received', () => {
    expect(message(count.safeParse('12.5'))).toBe('« 12.5 » n’est pas entier, il faut un nombre de locaux');
    expect(message(count.safeParse('-3'))).toBe('« -3 » est négatif, il faut un nombre de locaux');
    expect(message(count.safeParse(''))).toBe('cellule vide, il faut un nombre');
    expect(message(count.safeParse('1e3'))).toBe('« 1e3 » n’est pas un nombre');
    expect(message(count.safeParse('-'))).toBe('« - » n’est pas un nombre');
  });

  it('keep the leading zero of a commune code, and notice when it is lost', () => {
    expect(communeCode.parse('01001')).toBe('01001');
    expect(communeCode.parse('2A004')).toBe('2A004');
    expect(message(communeCode.safeParse('1001'))).toBe(
      '« 1001 » a 4 caractères, il en faut 5 (zéro initial perdu par le tableur ?)',
    );
  });

  it('give back a lost zero only to a code that lost one', () => {
    expect(['5157', '05157', '517', '2A04'].map(restoreZero)).toEqual(['05157', '05157', '517', '2A04']);
  });

  it('read decimals with a comma or a point, and estimates that are not negative', () => {
    expect(decimal.parse('49,97028')).toBe(49.97028);
    expect(decimal.parse('-2.5')).toBe(-2.5);
    expect(message(decimal.safeParse(''))).toBe('cellule vide, il faut un nombre');
    expect(message(decimal.safeParse('4,5,6'))).toBe('« 4,5,6 » n’est pas un nombre');
    expect(message(estimate.safeParse('-1'))).toBe('un nombre d’habitants n’est pas négatif');
    expect(message(flag.safeParse('2'))).toBe('« 2 » n’est ni 0 ni 1');
  });

  it('tell a secret amount from one that is not published, and both from zero', () => {
    expect(publishedAmount.parse('22130,5')).toEqual({ value: 22130.5 });
    expect(publishedAmount.parse('0')).toEqual({ value: 0 });
    expect(publishedAmount.parse('s')).toEqual({ value: null, state: 'secret', reason: 'secret-statistique' });
    for (const cell of ['nd', '', ' '])
      expect(publishedAmount.parse(cell)).toEqual({ value: null, state: 'missing', reason: 'non-publie' });
  });

  it('know the days of the calendar and their quarter', () => {
    expect(isoDay.safeParse('2026-02-29').success).toBe(false);
    expect(isoDay.safeParse('2026-13-01').success).toBe(false);
    expect(quarterOf('2026-06-30')).toBe('2026-T2');
    expect(quarterOf('2022-12-31')).toBe('2022-T4');
  });
});
