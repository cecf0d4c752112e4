import { expect, it } from 'vitest';
import {
  beyondSentence,
  communesSentence,
  dated,
  placePhrase,
  reach,
  scenario,
  sites,
  sitesSentence,
} from './reach.ts';
import { assumptions, countedAt } from './reach-assumptions.ts';
import { atMost, formatKm, moreThan } from './reach-limit.ts';
import { proposal } from './scenario-proposal.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const km = (limit: number) => ({ km: limit, minutes: null });
const onFoot = { km: null, minutes: 15, profile: 'pied' } as const;
const figures = {
  kind: null,
  service: null,
  open: null,
  limit: { km: 5, minutes: null },
  inhabitants: 1_338_485,
  beyond: 100_386,
  places: 92,
  ofTerritory: 'de l’Essonne',
} as const;

it('says how many are beyond, and which share, with the right agreements', () => {
  expect(plain(beyondSentence(figures))).toBe(
    '100 386 habitants de l’Essonne (7,5 %) vivent à plus de 5 km d’un lieu d’accompagnement au numérique.',
  );
  expect(plain(beyondSentence({ ...figures, beyond: 1, limit: km(2.5), kind: 'mediatheque', open: 'samedi' }))).toBe(
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
  expect(plain(sitesSentence(['Limours'], 500, 1000, km(5)))).toBe(
    'Un site de plus, à Limours, en mettrait 500 (50,0 % d’entre eux) à 5 km ou moins d’un lieu.',
  );
  expect(plain(sitesSentence(['A', 'B', 'C', 'D', 'E'], 1000, 1000, km(5)))).toBe(
    'Les 5 meilleurs prochains sites (A, B, C et 2 autres) en mettraient 1 000 (tous) à 5 km ou moins d’un lieu.',
  );
  expect(sitesSentence([], 0, 10, km(5))).toBe('');
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
  expect(plain(sites.fewer(2))).toMatch(/^2 sites suffisent : au-delà, plus personne/);
  expect(sites.fewer(2, true)).toBe('Aucune autre des communes données n’en gagnerait davantage.');
  expect(plain(formatKm(0.5))).toBe('0,5 km');
});

const centre = { base: 'centre-de-la-commune', source: null, communesAuCentre: 194 } as const;
const source = {
  id: 'insee-carreaux',
  titre: 'Population par carreau',
  producteur: 'INSEE',
  licence: 'Licence Ouverte 2.0',
  licenceUrl: null,
  url: 'https://exemple.invalid',
  millesime: '2021',
  dateDonnees: '2021-12-31',
} as const;
const cells = { base: 'carreaux-200m', source, communesAuCentre: 2 } as const;
const means = { distance: { kmAuMoins: 0.5, kmAuPlus: 30 }, temps: null } as const;
const timed = { ...means, temps: { service: 'exemple.invalid', profils: [], minutesAuMoins: 1, minutesAuPlus: 60 } };

it('tells a limit in kilometres or in minutes', () => {
  expect([moreThan(km(2.5)), atMost(km(5))].map(plain)).toEqual(['à plus de 2,5 km', 'à 5 km ou moins']);
  expect([moreThan(onFoot), atMost(onFoot)].map(plain)).toEqual([
    'à plus de 15 minutes à pied',
    'à 15 minutes ou moins à pied',
  ]);
  expect(plain(beyondSentence({ ...figures, limit: onFoot }))).toContain(
    'vivent à plus de 15 minutes à pied d’un lieu d’accompagnement',
  );
});

it('says where inhabitants are counted, and that a commune may be concerned in part', () => {
  expect(countedAt(centre)).toBe('Habitants comptés au centre de leur commune.');
  expect(plain(countedAt(cells))).toBe(
    'Habitants comptés par carreau de 200 m (INSEE, 2021) ; 2 communes, sans carreau, le sont à leur centre.',
  );
  const largest = { name: 'Étréchy', inhabitants: 1200, km: 4.2 };
  expect(plain(communesSentence(3, largest, true))).toBe(
    '3 communes sont concernées, en tout ou partie, la première étant Étréchy (1 200 habitants trop loin).',
  );
  expect(plain(sites.won(['Limours', 'Forges'], true))).toBe('2 communes gagnées, en tout ou partie : Limours, Forges');
});

it('supposes what is true of the grid and of the measure, and how times would become available', () => {
  const told = (...input: Parameters<typeof assumptions.items>) => plain(assumptions.items(...input).join(' '));
  expect(told(centre, km(5), means)).toMatch(/en un seul point, son centre.*à vol d’oiseau.*ISOCHRONE_URL/);
  expect(told(cells, km(5), means)).toMatch(
    /carreaux habités de 200 m \(INSEE, Filosofi 2021\).*2 communes n’ont aucun/,
  );
  expect(told(cells, onFoot, timed)).toMatch(
    /temps de trajet à pied sont ceux du service d’isochrones exemple\.invalid/,
  );
  expect(told(cells, onFoot, timed)).not.toMatch(/à vol d’oiseau|ISOCHRONE_URL/);
});

it('sums a scenario up for a proposal, whatever the number of communes', () => {
  const many = Array.from({ length: 15 }, (_, i) => `Commune ${i}`);
  const summary = plain(proposal.summary(1200, km(5), 'd’une médiathèque', many));
  expect(summary).toMatch(
    /^D’après le scénario, 1 200 habitants de plus seraient à 5 km ou moins, à vol d’oiseau, d’une/,
  );
  expect(summary).toMatch(/Commune 11, et 3 autres\. À vérifier sur place\.$/);
  expect(plain(proposal.summary(1, onFoot, 'd’un fablab', []))).toBe(
    'D’après le scénario, 1 habitant de plus serait à 15 minutes ou moins à pied d’un fablab. À vérifier sur place.',
  );
});
