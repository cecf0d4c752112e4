import { expect, it } from 'vitest';
import { inDepartement, ofDepartement } from './departement-name.ts';

it.each([
  ['91', 'Essonne', 'de l’Essonne', 'dans l’Essonne'],
  ['45', 'Loiret', 'du Loiret', 'dans le Loiret'],
  ['78', 'Yvelines', 'des Yvelines', 'dans les Yvelines'],
  ['77', 'Seine-et-Marne', 'de la Seine-et-Marne', 'dans la Seine-et-Marne'],
  ['75', 'Paris', 'de Paris', 'à Paris'],
  ['974', 'La Réunion', 'de La Réunion', 'à La Réunion'],
])('gives the département %s its article', (code, nom, of, within) => {
  expect(ofDepartement({ code, nom })).toBe(of);
  expect(inDepartement({ code, nom })).toBe(within);
});
