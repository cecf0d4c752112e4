import { describe, expect, it } from 'vitest';
import type { DistributionAnswer } from '../../api/contract-projects.ts';
import {
  cellLabel,
  censusOf,
  type DistributionRow,
  distribution,
  findingOfThemes,
  sharedOf,
  sheetsOf,
  shortEuros,
  summariseCensus,
  summariseDistribution,
} from './distribution.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const noBudget = { euros: null, fiches: 0, dansUnParent: 0 };

function rowOf(epci: string | null, nom: string, counts: Record<string, number>): DistributionRow {
  const themes = Object.entries(counts).map(([theme, nombre]) => ({ theme, nombre, budget: noBudget }));
  const nombre = themes.reduce((sum, cell) => sum + cell.nombre, 0);
  return { epci, nom, recensement: null, nombre, budget: noBudget, partages: 0, themes };
}

function answerOf(lignes: DistributionRow[], counts: Record<string, number>): DistributionAnswer {
  return { lignes, total: rowOf(null, 'Total', counts) };
}

const usual = answerOf(
  [
    rowOf('1', 'Paris-Saclay', { 'e-education': 3, 'donnees-sig': 2 }),
    rowOf('2', 'Pays de Limours', { 'e-education': 1, 'donnees-sig': 0 }),
    rowOf('3', 'Versailles Grand Parc', { 'e-education': 0, 'donnees-sig': 0 }),
    rowOf(null, 'Sans EPCI', { 'e-education': 1, 'donnees-sig': 0 }),
  ],
  { 'e-education': 5, 'donnees-sig': 2, 'cybersecurite-cloud': 0 },
);

describe('the sentence of the page', () => {
  it('says what is most and least present, and never that a silence is an absence', () => {
    expect(plain(summariseDistribution(usual))).toBe(
      '7 projets sont recensés, dont 1 sans EPCI désigné. Paris-Saclay en réunit 5, plus que tout autre EPCI ; aucun n’est recensé pour Versailles Grand Parc. Le thème le plus présent est « E-éducation » (5) ; aucun n’est recensé en « Cybersécurité et cloud ».',
    );
    expect(plain(summariseCensus(usual))).toBe(
      'Aucun EPCI n’a encore répondu au recensement : un petit nombre dit d’abord ce qui n’a pas été recensé, pas ce qui n’existe pas.',
    );
  });

  it('holds for one project, for equal EPCI, and for none', () => {
    const one = answerOf([rowOf('1', 'Paris-Saclay', { 'e-education': 1 })], { 'e-education': 1 });
    expect(plain(summariseDistribution(one))).toBe(
      '1 projet est recensé. Paris-Saclay en réunit 1, plus que tout autre EPCI. Le thème le plus présent est « E-éducation » (1).',
    );
    const equal = answerOf([rowOf('1', 'A', { 'e-education': 2 }), rowOf('2', 'B', { 'e-education': 2 })], {
      'e-education': 4,
    });
    expect(plain(summariseDistribution(equal))).toContain('A en réunit 2, autant que d’autres.');
    const none = answerOf([rowOf('1', 'A', { 'e-education': 0 })], { 'e-education': 0 });
    expect(plain(summariseDistribution(none))).toBe(
      'Aucun projet n’est encore recensé : le recensement est à compléter.',
    );
    expect(findingOfThemes(none)).toBe('Projets par thème');
  });

  it('counts the EPCI that answered', () => {
    const answered = { statut: 'repondu', date: '2027-03-12', precision: null } as const;
    const [first, ...others] = usual.lignes;
    const some = { ...usual, lignes: [{ ...first!, recensement: answered }, ...others] };
    expect(plain(summariseCensus(some))).toContain('1 EPCI sur 3 a répondu au recensement :');
    const all = { ...usual, lignes: usual.lignes.map((row) => ({ ...row, recensement: answered })) };
    expect(summariseCensus(all)).toBe('Tous les EPCI ont répondu au recensement.');
  });
});

it('tells the census of an EPCI as far as it is known', () => {
  expect(censusOf(null)).toBe('Recensement à compléter');
  expect(censusOf({ statut: 'sans-reponse', date: null, precision: null })).toBe('Recensement à compléter');
  expect(censusOf({ statut: 'en-cours', date: null, precision: null })).toBe('Réponse en cours');
  expect(censusOf({ statut: 'repondu', date: '2027-03-12', precision: null })).toBe('A répondu le 12/03/2027');
  expect(censusOf({ statut: 'repondu', date: '2027-03', precision: null })).toBe('A répondu en mars 2027');
  expect(censusOf({ statut: 'repondu', date: null, precision: null })).toBe('A répondu');
});

it('finds the first two themes', () => {
  expect(plain(findingOfThemes(usual))).toBe('« E-éducation » et « Données et SIG » réunissent 7 des 7 projets');
});

it('says a cell aloud, in the singular, in the plural, and where nothing is counted', () => {
  expect(plain(cellLabel('Paris-Saclay', 'E-éducation', 1, null))).toBe('Paris-Saclay, E-éducation : 1 projet');
  expect(plain(cellLabel('Paris-Saclay', null, 23, null))).toBe('Paris-Saclay : 23 projets');
  expect(plain(cellLabel('Paris-Saclay', 'E-éducation', 0, noBudget))).toBe(
    'Paris-Saclay, E-éducation : aucun projet recensé',
  );
  expect(plain(cellLabel('2 Vallées', null, 3, { euros: 120e6, fiches: 1, dansUnParent: 0 }))).toBe(
    '2 Vallées : 120 M€, 1 fiche sur 3',
  );
  expect(plain(cellLabel('2 Vallées', null, 3, noBudget))).toBe('2 Vallées : budget non connu, 0 fiche sur 3');
  expect(plain(sheetsOf({ euros: 1, fiches: 2, dansUnParent: 1 }, 4))).toBe('2 fiches sur 4, 1 dans un projet parent');
});

it('shortens amounts, and gives a share with what it is a share of', () => {
  expect([120e6, 4_990_000, 466_700, 500].map((euros) => plain(shortEuros(euros)))).toEqual([
    '120 M€',
    '4,99 M€',
    '467 k€',
    '500 €',
  ]);
  expect(plain(sharedOf({ ...rowOf('1', 'A', { x: 23 }), partages: 4 })?.ratio ?? '')).toBe('17 %');
  expect(sharedOf(rowOf('1', 'A', { x: 0 }))).toBeNull();
  expect(plain(distribution.silent(['donnees-sig']))).toBe('Aucun projet recensé en « Données et SIG ».');
  expect(plain(distribution.silent(['a', 'b', 'c', 'd']))).toBe('Aucun projet recensé dans les 4 autres thèmes.');
});
