import { expect, it } from 'vitest';
import { findHost, presence } from './presence.ts';

it.each([
  ['https://www.exemple.fr/accueil', 'www.exemple.fr'],
  ['http://exemple.fr', 'exemple.fr'],
  ['https://[bad', undefined],
  ['http://', undefined],
  ['javascript:alert(1)', undefined],
  ['exemple.fr', undefined],
])('%s leads to %s', (address, host) => {
  expect(findHost(address)).toBe(host);
});

it.each([
  [0, 'Site internet\u00a0: aucun critère satisfait sur 8'],
  [1, 'Site internet\u00a0: 1 critère satisfait sur 8'],
  [2, 'Site internet\u00a0: 2 critères satisfaits sur 8'],
])('counts %i criteria in the right number', (met, sentence) => {
  expect(presence.part('site', met, 8)).toBe(sentence);
});
