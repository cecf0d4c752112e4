import { expect, it } from 'vitest';
import {
  beyondSentence,
  communesSentence,
  dated,
  formatKm,
  placePhrase,
  reach,
  scenario,
  sites,
  sitesSentence,
} from './reach.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const figures = {
  kind: null,
  service: null,
  open: null,
  limitKm: 5,
  inhabitants: 1_338_485,
  beyond: 100_386,
  places: 92,
  ofTerritory: 'de l’Essonne',
} as const;

it('says how many are beyond, and which share, with the right agreements', () => {
  expect(plain(beyondSentence(figures))).toBe(
    '100 386 habitants de l’Essonne (7,5 %) vivent à plus de 5 km d’un lieu d’accompagnement au numérique.',
  );
  expect(plain(beyondSentence({ ...figures, beyond: 1, limitKm: 2.5, kind: 'mediatheque', open: 'samedi' }))).toBe(
    '1 habitant de l’Essonne (< 0,01 %) vit à plus de 2,5 km d’une médiathèque ouverte le samedi.',
  );
  expect(plain(beyondSentence({ ...figures, beyond: 0 }))).toContain(
    'Tous les habitants de l’Essonne vivent à 5 km ou moins',
  );
  expect(plain(beyondSentence({ ...figures, places: 0 }))).toContain('aucune distance ne peut être mesurée');
});

it('names the place asked for, in its gender', () => {
  expect(plain(placePhrase({ kind: 'france-services', service: null, open: 'apres-18h' }))).toBe(
    'd’un espace France services ouvert après 18 h',
  );
  expect(plain(placePhrase({ kind: null, service: 'wifi', open: 'dimanche' }))).toBe(
    'd’un lieu d’accompagnement au numérique ouvert le dimanche, qui propose « wifi »',
  );
});

it('says in how many communes, and which is the largest', () => {
  const largest = { name: 'Étréchy', inhabitants: 6789, km: 6.24 };
  expect(plain(communesSentence(1, largest))).toBe(
    'Une seule commune est concernée : Étréchy (6 789 habitants), à 6,2 km du lieu le plus proche.',
  );
  expect(plain(communesSentence(40, largest))).toMatch(/^40 communes sont concernées, la plus peuplée étant Étréchy/);
  expect(communesSentence(0, null)).toBe('');
});

it('says what the next sites would bring', () => {
  expect(plain(sitesSentence(['Limours'], 500, 1000, 5))).toBe(
    'Un site de plus, à Limours, en mettrait 500 (50,0 % d’entre eux) à 5 km ou moins d’un lieu.',
  );
  expect(plain(sitesSentence(['A', 'B', 'C', 'D', 'E'], 1000, 1000, 5))).toBe(
    'Les 5 meilleurs prochains sites (A, B, C et 2 autres) en mettraient 1 000 (tous) à 5 km ou moins d’un lieu.',
  );
  expect(sitesSentence([], 0, 10, 5)).toBe('');
});

it('says how old the list is, and what is left aside', () => {
  expect(plain(dated.go('2022-06'))).toBe('La liste des lieux date de juin 2022 : continuer quand même');
  expect(plain(dated.text('2022-06', 1))).toContain('depuis juin 2022 au moins, et 1 autre est sans date');
  expect(plain(dated.text(null, 3))).toMatch(/^Aucun de ces lieux n’est daté : /);
  expect(plain(reach.unknownHours(1))).toContain('1 lieu est laissé de côté');
  expect(plain(reach.placesCounted(92, 40, 3))).toBe(
    '92 lieux comptés, dont 40 placés au centre de leur commune, seule connue (points gris) ; 3 autres, sans commune connue, ne comptent pas.',
  );
});

it('tells the scenario, and its balance', () => {
  expect(plain(scenario.left(1, 0.5))).toBe('1 habitant reste trop loin (50,0 %).');
  expect(plain(scenario.balance(0.6, 0.55))).toContain('passe de 0,60 à 0,55 et se rapproche de l’équilibre');
  expect(plain(scenario.balance(0.6, 0.65))).toContain('s’en éloigne');
  expect(scenario.balance(null, null)).toBe('');
  expect(plain(sites.won(['Limours']))).toBe('Commune gagnée : Limours');
  expect(plain(formatKm(0.5))).toBe('0,5 km');
});
