import { describe, expect, it } from 'vitest';
import type { CatalogueSheet } from '../../api/contract-projects.ts';
import {
  catalogueLead,
  costLine,
  durationLine,
  epciCount,
  groupByTheme,
  interestLine,
  interestSentence,
  sheetLead,
  themesWithout,
  typeset,
} from './catalogue.ts';
import { testSheet } from './testing-sheet.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const interests = (...counts: [epci: string | null, count: number][]): CatalogueSheet['interets'] =>
  counts.map(([epci, nombre]) => ({ epci, nom: epci ?? '', nombre }));

describe('the sentence of the catalogue', () => {
  it('says that sheets are not projects, how many, and that examples commit nobody', () => {
    const sheets = [testSheet(), testSheet({ theme: 'e-sante-social' }), testSheet({ theme: 'mobilite-transport' })];
    expect(plain(catalogueLead(sheets))).toBe(
      'Des actions possibles, pas des projets en cours : 3 fiches, sur 3 thèmes. Les trois sont des exemples, écrits d’après des projets recensés : ils n’engagent personne.',
    );
  });

  it('gets singular, mixture and emptiness right', () => {
    expect(plain(catalogueLead([testSheet()]))).toContain('1 fiche, sur 1 thème. C’est un exemple');
    expect(plain(catalogueLead([testSheet(), testSheet({ statut: 'publiee' })]))).toContain(
      '2 fiches, sur 1 thème. L’une est un exemple, qui n’engage personne.',
    );
    expect(plain(catalogueLead([testSheet({ statut: 'publiee' })]))).toMatch(/1 fiche, sur 1 thème\.$/);
    expect(catalogueLead([])).toContain('aucune fiche');
  });
});

describe('a cost and a duration', () => {
  it.each([
    [2000, 100_000, 'de 2 000 € à 100 000 €'],
    [5000, 5000, '5 000 €'],
    [5000, null, 'à partir de 5 000 €'],
    [null, 5000, 'jusqu’à 5 000 €'],
    [null, null, 'coût non connu'],
  ])('%s to %s reads %s', (coutMinEuros, coutMaxEuros, words) => {
    expect(plain(costLine({ coutMinEuros, coutMaxEuros }))).toBe(words);
  });

  it.each([
    [2, 12, 'de 2 à 12 mois'],
    [6, 6, '6 mois'],
    [6, null, '6 mois au moins'],
    [null, 6, '6 mois au plus'],
    [null, null, 'durée non connue'],
  ])('%s to %s months reads %s', (dureeMinMois, dureeMaxMois, words) => {
    expect(plain(durationLine({ dureeMinMois, dureeMaxMois }))).toBe(words);
  });
});

describe('interest', () => {
  it('counts collectivités, and EPCI apart', () => {
    const several = interests(['200056232', 2], ['200059228', 1], [null, 1]);
    expect(plain(interestLine(several))).toBe('4 collectivités intéressées, dans 2 EPCI');
    expect(plain(epciCount(several))).toBe('2 EPCI intéressés');
    expect(plain(interestSentence(interests(['200056232', 1])))).toBe(
      '1 collectivité s’est déclarée intéressée, dans 1 EPCI.',
    );
    expect(plain(interestLine(interests([null, 1])))).toBe('1 collectivité intéressée');
  });

  it('says "Aucun" before a noun in the singular', () => {
    expect(interestLine([])).toBe('Aucun intérêt déclaré');
    expect(epciCount([])).toBe('Aucun EPCI intéressé');
  });
});

describe('a sheet', () => {
  it('opens on what it would cost, take, and who could carry it', () => {
    const sheet = testSheet({
      coutMinEuros: 2000,
      coutMaxEuros: 100_000,
      porteursPossibles: ['Commune', 'EPCI', 'Syndicat des eaux'],
    });
    expect(plain(sheetLead(sheet))).toBe(
      'Une action possible, pas un projet en cours : de 2 000 € à 100 000 €, durée non connue. Elle pourrait être portée par une commune, un EPCI ou Syndicat des eaux.',
    );
    expect(sheetLead(testSheet({ porteursPossibles: [] }))).not.toContain('portée');
  });

  it('stands under its theme, and the themes that have none are told', () => {
    const sheets = [testSheet({ theme: 'mobilite-transport' }), testSheet({ theme: 'inclusion-mediation' })];
    expect(groupByTheme(sheets).map(({ id }) => id)).toEqual(['inclusion-mediation', 'mobilite-transport']);
    expect(themesWithout(sheets)).toHaveLength(11);
  });

  it('lets no line end inside a number or before a high sign', () => {
    expect(typeset('205 300 € ; « oui »')).toBe('205\u202f300\u00a0€\u00a0; «\u00a0oui\u00a0»');
  });
});
