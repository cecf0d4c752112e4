import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumBudgets } from './project-budget.ts';
import { firstDay, isPastDue, lastDay, spanOf } from './project-calendar.ts';
import { carrierTypeOf } from './project-carrier.ts';
import { completenessOf } from './project-completeness.ts';
import { distribute } from './project-distribution.ts';
import { countFacets, filterByFacets, noFacetChoices } from './project-facets.ts';
import { isShared, lastEvidence, monthsSince } from './project-facts.ts';
import { findNear } from './project-near.ts';
import { testProject } from './testing-project.ts';

const budget = (id: string, parent: string | null, budgetEuros: number | null) => ({ id, parent, budgetEuros });

describe('sumBudgets', () => {
  it('counts a parent and its parts once, at any depth', () => {
    const all = [budget('a', null, 100), budget('b', 'a', 30), budget('c', 'b', 10), budget('d', null, 5)];
    expect(sumBudgets(all)).toEqual({ euros: 105, counted: 2, withinParent: 2, sheets: 4 });
  });

  it('adds the parts of a parent that is not among the sheets, or has no budget of its own', () => {
    expect(sumBudgets([budget('b', 'a', 30), budget('c', 'a', 10)]).euros).toBe(40);
    expect(sumBudgets([budget('a', null, null), budget('b', 'a', 30)]).euros).toBe(30);
  });

  it('is unknown, not nil, when no sheet has one, and ends on a circle', () => {
    expect(sumBudgets([budget('a', null, null)])).toMatchObject({ euros: null, counted: 0 });
    expect(sumBudgets([budget('a', 'b', 1), budget('b', 'a', 2)])).toMatchObject({ euros: null, withinParent: 2 });
  });
});

describe('facets', () => {
  const projects = [
    testProject({ id: '1', theme: 'a', epci: ['x', 'y'], phase: 'etude', financeurs: ['État'] }),
    testProject({ id: '2', theme: 'a', epci: ['x'], dateDebut: '2018-03' }),
    testProject({ id: '3', theme: 'b' }),
  ];

  it('keeps what answers every facet, one key of each being enough', () => {
    const kept = (choices: Partial<typeof noFacetChoices>) =>
      filterByFacets(projects, { ...noFacetChoices, ...choices }).map(({ id }) => id);
    expect(kept({})).toEqual(['1', '2', '3']);
    expect(kept({ epcis: ['y', 'non-precise'] })).toEqual(['1', '3']);
    expect(kept({ themes: ['a'], annees: ['2018'] })).toEqual(['2']);
  });

  it('counts each facet beside the choices of the others, chosen keys even with none', () => {
    const counts = countFacets(projects, { ...noFacetChoices, themes: ['b'], epcis: ['y'] });
    expect(Object.fromEntries(counts.themes)).toEqual({ a: 1, b: 0 });
    expect(Object.fromEntries(counts.epcis)).toEqual({ 'non-precise': 1, y: 0 });
  });

  it('never keeps more with one more choice in another facet', () => {
    const choice = fc.record({ themes: fc.subarray(['a', 'b']), epcis: fc.subarray(['x', 'y', 'non-precise']) });
    fc.assert(
      fc.property(choice, (choices) => {
        const kept = filterByFacets(projects, { ...noFacetChoices, ...choices });
        const counted = countFacets(projects, { ...noFacetChoices, ...choices }).themes;
        const sum = [...counted].filter(([key]) => choices.themes.length === 0 || choices.themes.includes(key));
        expect(sum.reduce((total, [, count]) => total + count, 0)).toBe(kept.length);
      }),
    );
  });
});

describe('carrierTypeOf', () => {
  it('believes the sheet, then the SIREN, then the legal form', () => {
    const epcis = new Set(['200056232']);
    expect(carrierTypeOf('association', '219102282', 'Ville d’Évry', epcis)).toBe('association');
    expect(carrierTypeOf(null, '200056232', 'Paris-Saclay', epcis)).toBe('epci');
    expect(carrierTypeOf(null, '219102282', 'Évry', epcis)).toBe('commune');
    expect(carrierTypeOf(null, null, 'Département de l’Essonne', epcis)).toBe('departement');
    expect(carrierTypeOf(null, null, 'Syndicat mixte ouvert Essonne Numérique', epcis)).toBe('syndicat');
    expect(carrierTypeOf(null, null, 'SIPPEREC', epcis)).toBeNull();
  });
});

describe('distribute', () => {
  it('counts a project of two EPCI in both rows and once in the total, those of none apart', () => {
    const projects = [
      testProject({ id: '1', theme: 'a', epci: ['x', 'y'], budgetEuros: 10 }),
      testProject({ id: '2', theme: 'b', epci: ['x'], ouvert: true }),
      testProject({ id: '3', theme: 'a' }),
    ];
    const { rows, total } = distribute(projects, ['x', 'y'], ['a', 'b', 'c']);
    expect(rows.map(({ epci, count, shared }) => [epci, count, shared])).toEqual([
      ['x', 2, 2],
      ['y', 1, 1],
      [null, 1, 0],
    ]);
    expect(total.cells.map(({ count }) => count)).toEqual([2, 1, 0]);
    expect([total.count, total.budget.euros, rows[1]?.budget.euros]).toEqual([3, 10, 10]);
  });
});

describe('dates', () => {
  it('keep a year and a month as what they are', () => {
    expect([firstDay('2024'), lastDay('2024'), lastDay('2024-02'), lastDay('2025-02-10')]).toEqual([
      '2024-01-01',
      '2024-12-31',
      '2024-02-29',
      '2025-02-10',
    ]);
  });

  it('make a span, real before foreseen, and none without a date', () => {
    const none = { dateDebut: null, dateFin: null, dateDebutPrevue: null, dateFinPrevue: null };
    expect(spanOf(none)).toBeNull();
    expect(spanOf({ ...none, dateDebut: '2020', dateDebutPrevue: '2019' })).toMatchObject({
      from: '2020-01-01',
      to: null,
    });
    expect(spanOf({ ...none, dateFin: '2021-06' })).toMatchObject({
      from: '2021-06-01',
      to: '2021-06-30',
      isStartKnown: false,
    });
  });

  it('tell an end that is past, not of what is over', () => {
    const span = spanOf({ dateDebut: '2020', dateFin: '2024', dateDebutPrevue: null, dateFinPrevue: null });
    expect([
      isPastDue(span, false, '2024-12-31'),
      isPastDue(span, false, '2025-01-01'),
      isPastDue(span, true, '2026-01-01'),
    ]).toEqual([false, true, false]);
  });

  it('count months since the last evidence', () => {
    expect(lastEvidence({ sourceDate: '2022-11', dateMaj: null })).toBe('2022-11');
    expect(lastEvidence({ sourceDate: '2022-11', dateMaj: '2024' })).toBe('2024');
    expect([
      monthsSince('2022-11', '2026-11-26'),
      monthsSince('2025', '2026-11-26'),
      monthsSince('2027', '2026-11-26'),
    ]).toEqual([48, 11, 0]);
  });
});

describe('a sheet', () => {
  it('tells what is missing and why, and is complete when nothing is', () => {
    const blank = completenessOf(testProject());
    expect(blank.met).toBe(0);
    expect(blank.missing.every(({ why }) => why.length > 20)).toBe(true);
    const full = completenessOf(
      testProject({
        objectifs: 'x',
        porteurSiren: '219102282',
        communes: ['91228'],
        publics: ['Jeunes'],
        dateDebut: '2024',
        dateFin: '2025',
        budgetEuros: 0,
        financeurs: ['État'],
        ouvert: false,
        effetsAttendus: 'x',
        besoins: ['couverture-thd'],
        sourceDate: '2024',
      }),
    );
    expect([full.met, full.missing]).toEqual([full.total, []]);
  });

  it('is shared when it is open, or of two EPCI or communes', () => {
    expect(
      [{ ouvert: true }, { epci: ['x', 'y'] }, { communes: ['a', 'b'] }, { epci: ['x'] }].map((given) =>
        isShared(testProject(given)),
      ),
    ).toEqual([true, true, true, false]);
  });

  it('has near it first what shares its theme and its ground', () => {
    const own = testProject({ id: '0', theme: 'a', epci: ['x'], communes: ['1'], porteur: 'A' });
    const near = findNear(own, [
      own,
      testProject({ id: 'theme', theme: 'a', porteur: 'B' }),
      testProject({ id: 'both', theme: 'a', epci: ['x'], porteur: 'B' }),
      testProject({ id: 'none', theme: 'b', porteur: 'B' }),
    ]);
    expect(near.map(({ project, reasons }) => [project.id, ...reasons])).toEqual([
      ['both', 'theme', 'epci'],
      ['theme', 'theme'],
    ]);
  });
});
