import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeHours, isOpenAfter, isOpenAt, isOpenOn, parseOpeningHours, toOsmHours } from './opening-hours.ts';
import { type Opening, toWeek, type Weekday } from './opening-week.ts';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const nonBreaking = (text: string) => text.replaceAll('\u00a0', ' ');

describe('hours in OSM syntax', () => {
  it.each([
    ['Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00', 'lun.–ven. 9 h–12 h, 14 h–18 h 30 · sam. 8 h 30–12 h'],
    ['Tu,Th 14:00-17:00', 'mar. 14 h–17 h · jeu. 14 h–17 h'],
    ['Mo-Fr 09:00-17:00; Tu off', 'lun. 9 h–17 h · mer.–ven. 9 h–17 h'],
    ['Mo-Fr 09:00-17:00; PH off', 'lun.–ven. 9 h–17 h'],
    ['10:00-12:00', 'lun.–dim. 10 h–12 h'],
    ['24/7', 'lun.–dim. 0 h–24 h'],
    ['Mo-Fr 09:00-12:00, Sa 10:00-12:00', 'lun.–ven. 9 h–12 h · sam. 10 h–12 h'],
    ['Mo,Tu 09:00-12:00,14:00-17:00,Sa 10:00-12:00; PH off', 'lun.–mar. 9 h–12 h, 14 h–17 h · sam. 10 h–12 h'],
    ['Mo-Fr 09:00-12:00, We 14:00-18:00, PH off', 'lun.–mar. 9 h–12 h · mer. 9 h–12 h, 14 h–18 h · jeu.–ven. 9 h–12 h'],
    ['Mo-Fr 09:00-17:00, Sa off', 'lun.–ven. 9 h–17 h'],
    ['Sa-Mo 10:00-12:00', 'lun. 10 h–12 h · sam.–dim. 10 h–12 h'],
  ])('%s', (text, told) => {
    const hours = parseOpeningHours(text);
    expect(nonBreaking(describeHours(hours!))).toBe(told);
    expect(hours?.isConditional).toBe(false);
  });

  it.each([
    'week 1-53/2 Mo 09:00-12:00',
    'Mo[1] 09:00-12:00',
    'Jul-Aug: Mo 09:00-12:00',
    'Mo 09:00-12:00 "sur rendez-vous"',
    'Mo 09:00-12:00; SH off',
    'Mo 09:00-12:00; PH,SH off',
    'Mo 09:00-12:00, SH closed',
  ])('holds under a condition: %s', (text) => {
    expect(parseOpeningHours(text)).toEqual({ openings: [{ day: 1, from: at(9), to: at(12) }], isConditional: true });
  });

  it.each([
    'Mo-Fr',
    'Mo 25:00-26:00',
    'Mo 09:70-12:00',
    'Mo 09:00+',
    'sunrise-sunset',
    'Xx 09:00-10:00',
    'Mo 09:00-09:00',
    'Mo-Fr 09:00-17:00, Tu 09:00-12:00',
    'Mo-Fr 09:00-17:00, Tu off',
    'Mo-Fr 09:00-17:00; Tu 09:00-12:00, We 10:00-12:00',
    'Mo 09:00-12:00, Xx 10:00-12:00',
    'Mo 09:00-12:00, Tu',
    'SH off',
    '',
  ])('is not guessed: %s', (text) => expect(parseOpeningHours(text)).toBeNull());

  it('goes past midnight', () => {
    const hours = parseOpeningHours('Fr 20:00-02:00')!;
    expect(isOpenAt(hours, 6, at(1))).toBe(true);
    expect(isOpenAt(hours, 6, at(3))).toBe(false);
  });
});

describe('hours in French', () => {
  it.each([
    ['lundi 9h00-12h00 et 14h00-18h00; mardi 9h-12h', 'lun. 9 h–12 h, 14 h–18 h · mar. 9 h–12 h'],
    ['du lundi au vendredi de 9h à 12h et de 13h30 à 17h', 'lun.–ven. 9 h–12 h, 13 h 30–17 h'],
    ['Lundi, mardi : 9h30-12h30', 'lun.–mar. 9 h 30–12 h 30'],
    ['lundi au jeudi 9h00-12h00; mardi fermé', 'lun. 9 h–12 h · mer.–jeu. 9 h–12 h'],
    ['lundi au vendredi 9h00-12h00; mercredi 14h00-18h00', 'lun.–mar. 9 h–12 h · mer. 14 h–18 h · jeu.–ven. 9 h–12 h'],
    ['Tous les jours 9h-18h', 'lun.–dim. 9 h–18 h'],
    ['tous les jours : de 9h à 12h, 14h-18h; dimanche fermé', 'lun.–sam. 9 h–12 h, 14 h–18 h'],
    ['lundi 9h-12h, mardi 14h-17h', 'lun. 9 h–12 h · mar. 14 h–17 h'],
    [
      'Du lundi au vendredi 9h-12h, 14h-17 heures, le samedi 10h-12h.',
      'lun.–ven. 9 h–12 h, 14 h–17 h · sam. 10 h–12 h',
    ],
    ['lundi, mardi 9h-12h, mercredi fermé, jeudi 9h-12h', 'lun.–mar. 9 h–12 h · jeu. 9 h–12 h'],
    ['mardi 9:00-12:00 / 14:00-17:00', 'mar. 9 h–12 h, 14 h–17 h'],
  ])('%s', (text, told) => expect(nonBreaking(describeHours(parseOpeningHours(text)!))).toBe(told));

  it('keep the condition that narrows them', () => {
    expect(parseOpeningHours('samedi 9h00-12h00 (samedi : uniquement le premier du mois)')).toEqual({
      openings: [{ day: 6, from: at(9), to: at(12) }],
      isConditional: true,
    });
    expect(parseOpeningHours('Sur rendez-vous')).toEqual({ openings: [], isConditional: true });
  });

  it.each([
    'lundi',
    'lundi matin',
    'ouvert',
    'lundi 9h-12h, voir le site',
    'lundi 18h-9h',
    'lundi 9h-12h; parfois le soir',
    'lundi 9h-12h, parfois le soir',
    'lundi 9h-12h, mardi',
    'lundi 9h-12h, mardi sur rendez-vous',
    'du lundi au vendredi 9h-17h, mardi 9h-12h',
    'du lundi au vendredi 9h-12h, mardi 14h-17h',
    'Tous les jours',
    'Tous les jours ouvrés 9h-18h',
    'Tous les jours sauf le lundi 9h-18h',
    'Tous les matins 9h-12h',
  ])('are not guessed: %s', (text) => expect(parseOpeningHours(text)).toBeNull());
});

describe('a week of hours', () => {
  it('answers on a day, at a time, in the evening', () => {
    const hours = parseOpeningHours('Mo-Fr 09:00-18:00; Th 09:00-19:30')!;
    expect(isOpenOn(hours, 6)).toBe(false);
    expect(isOpenAt(hours, 1, at(17, 59))).toBe(true);
    expect(isOpenAt(hours, 1, at(18))).toBe(false);
    expect(isOpenAfter(hours, at(18))).toBe(true);
    expect(isOpenAfter(hours, at(18), [1, 2, 3])).toBe(false);
  });

  it('comes back from its own OSM text', () => {
    const clause = fc
      .record({
        days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        from: fc.integer({ min: 0, max: 1400 }),
        length: fc.integer({ min: 1, max: 39 }),
      })
      .map(({ days, from, length }) => ({ days: days as Weekday[], spans: [{ from, to: from + length }] }));
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 5 }), (clauses) => {
        const week = toWeek(clauses, false);
        expect(parseOpeningHours(toOsmHours(week))).toEqual(week);
      }),
    );
  });

  it('never throws, whatever is published', () => {
    const opening = ({ from, to }: Opening) => from < to;
    fc.assert(fc.property(fc.string(), (text) => parseOpeningHours(text)?.openings.every(opening) ?? true));
  });

  it('is understood of every place of the register that publishes hours', () => {
    const rows = parse(readFileSync('data/essonne/lieux.csv', 'utf8'), { columns: true }) as { horaires: string }[];
    const published = rows.map(({ horaires }) => horaires).filter((text) => text !== '');
    expect(published).toHaveLength(48);
    expect(published.filter((text) => parseOpeningHours(text) === null)).toEqual([]);
  });
});
