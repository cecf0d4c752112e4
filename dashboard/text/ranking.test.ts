import { describe, expect, it } from 'vitest';
import { type RankingSummary, sayOften, sayUnranked, summariseRanking } from './ranking.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const facts: RankingSummary = {
  level: 'commune',
  first: ['Champlan', 'Nozay', 'Igny', 'Linas'],
  compared: 194,
  unranked: 0,
  isProposal: true,
  epci: null,
  bestRank: 1,
};

describe('the sentence of the ranking', () => {
  it('names the first three, whose weights, and who is not ranked', () => {
    expect(plain(summariseRanking(facts))).toBe(
      'Selon les poids proposés, Champlan vient en tête des 194 communes, devant Nozay et Igny.',
    );
    expect(plain(summariseRanking({ ...facts, isProposal: false, unranked: 91 }))).toMatch(
      /^Selon vos poids, .* en tête des 103 communes classées, .* 91 communes ne sont pas classées, faute d’un chiffre/,
    );
    expect(plain(summariseRanking({ ...facts, epci: 'Paris-Saclay', bestRank: 4 }))).toMatch(
      /Champlan est la première des communes de l’EPCI Paris-Saclay, au 4e rang des 194 communes/,
    );
  });

  it('asks for a weight when nothing counts', () => {
    expect(summariseRanking({ ...facts, first: [] })).toMatch(/^Aucun critère ne compte/);
  });

  it('agrees in number and in gender', () => {
    expect(plain(sayUnranked(1, 'commune'))).toMatch(/^1 commune n’est pas classée/);
    expect(plain(sayUnranked(2, 'epci'))).toMatch(/^2 EPCI ne sont pas classés/);
  });
});

it('says how often in words, and never rounds to always or never', () => {
  expect([1, 0.99, 0.8, 0.02, 0].map((ratio) => plain(sayOften(ratio, 'commune')))).toEqual([
    'dans les dix premières à chaque fois',
    'dans les dix premières presque à chaque fois',
    'dans les dix premières 8 fois sur 10',
    'dans les dix premières moins d’une fois sur 10',
    'jamais dans les dix premières',
  ]);
});
