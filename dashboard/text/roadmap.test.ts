import { describe, expect, it } from 'vitest';
import type { Roadmap } from '../../api/contract-projects.ts';
import { formatSpan, projectCalendar, roadmap, shortDate } from './roadmap.ts';

const today = '2026-11-26';
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const span = (start: string | null, end: string | null, isOver = false) =>
  spaces(formatSpan({ start, end, isOver }, today));

describe('dates', () => {
  it.each([
    ['2024', '2024'],
    ['2024-08', 'août 2024'],
    ['2024-05-01', '1er mai 2024'],
    ['2024-05-16', '16 mai 2024'],
  ])('%s is short, as precise as it was published', (iso, text) => {
    expect(spaces(shortDate(iso))).toBe(text);
  });

  it.each([
    ['2013', null, 'depuis 2013'],
    ['2018-12', null, 'depuis déc. 2018'],
    ['2024-05-06', null, 'depuis le 6 mai 2024'],
    ['2027-08', null, 'à partir d’août 2027'],
    ['2027', null, 'à partir de 2027'],
    ['2027-01-01', null, 'à partir du 1er janv. 2027'],
    [null, '2017', 'jusqu’en 2017'],
    [null, '2018-11-04', 'jusqu’au 4 nov. 2018'],
    ['2024', '2024', '2024'],
    ['2019-04-17', '2020', '17 avr. 2019 – 2020'],
    ['2020-03', '2020-04', 'mars – avr. 2020'],
    ['2018-09-01', '2018-11-04', '1er sept. – 4 nov. 2018'],
    ['2023-10-10', '2023-10-24', '10 – 24 oct. 2023'],
    ['2024-03', '2024', 'mars 2024 – 2024'],
    [null, null, 'sans date'],
  ])('of %s to %s are said without repeating themselves', (start, end, text) => {
    expect(span(start, end)).toBe(text);
  });

  it('of what is over without a known end are not open', () => {
    expect(span('2012', null, true)).toBe('2012 – fin inconnue');
  });
});

describe('the sentence of referenced projects', () => {
  const told = (all: number, dated: number, late: number) => spaces(projectCalendar.summary({ all, dated, late }));

  it('counts those that have a date, and the announced ends that are past', () => {
    expect(told(95, 65, 5)).toBe(
      '65 des 95 projets recensés ont une date ; 5 échéances annoncées sont passées sans qu’on sache si le projet est terminé.',
    );
    expect(told(95, 1, 1)).toBe(
      '1 des 95 projets recensés a une date ; 1 échéance annoncée est passée sans qu’on sache si le projet est terminé.',
    );
  });

  it('says that none is past, and that there is no project', () => {
    expect(told(3, 2, 0)).toMatch(/aucune échéance annoncée n’est passée/);
    expect(told(3, 0, 0)).toMatch(/^Aucun des 3 projets recensés n’a de date/);
    expect(told(0, 0, 0)).toBe('Aucun projet n’est recensé.');
  });
});

describe('the sentence of the roadmap', () => {
  const line = (dateFin: string | null = null): Roadmap['lignes'][number] => ({
    fiche: 'F1',
    titre: 'Action inventée',
    theme: 'donnees-sig',
    decision: 'retenu',
    instance: 'Comité inventé',
    date: '2026',
    motif: 'Invention',
    pilote: 'Service inventé',
    dateDebutPrevue: null,
    dateFinPrevue: null,
    dateFin,
    jalons: [],
  });

  it('says what was kept, ended, late, and put off', () => {
    expect(roadmap.summary({ lignes: [], autres: [] }, 0)).toBe('Aucune action n’est encore décidée.');
    expect(spaces(roadmap.summary({ lignes: [line(), line('2026-05')], autres: [line()] }, 1))).toBe(
      '2 actions sont retenues, dont 1 est terminée et 1 a dépassé sa fin prévue. 1 autre est différée ou écartée.',
    );
    expect(spaces(roadmap.summary({ lignes: [], autres: [line(), line()] }, 0))).toBe(
      'Aucune action n’est retenue. 2 sont différées ou écartées.',
    );
    expect(spaces(roadmap.summary({ lignes: [line()], autres: [] }, 0))).toBe('1 action est retenue.');
  });
});
