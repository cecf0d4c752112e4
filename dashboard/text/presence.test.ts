import { expect, it } from 'vitest';
import { findHost } from './presence.ts';

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
