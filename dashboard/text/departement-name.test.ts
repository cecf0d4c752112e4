import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { type DepartementName, inDepartement, ofDepartement, withArticle } from './departement-name.ts';

it.each([
  ['91', 'Essonne', 'de l’Essonne', 'dans l’Essonne'],
  ['28', 'Eure-et-Loir', 'de l’Eure-et-Loir', 'dans l’Eure-et-Loir'],
  ['31', 'Haute-Garonne', 'de la Haute-Garonne', 'dans la Haute-Garonne'],
  ['34', 'Hérault', 'de l’Hérault', 'dans l’Hérault'],
  ['45', 'Loiret', 'du Loiret', 'dans le Loiret'],
  ['78', 'Yvelines', 'des Yvelines', 'dans les Yvelines'],
  ['77', 'Seine-et-Marne', 'de la Seine-et-Marne', 'dans la Seine-et-Marne'],
  ['75', 'Paris', 'de Paris', 'à Paris'],
  ['974', 'La Réunion', 'de La Réunion', 'à La Réunion'],
])('gives the département %s its article', (code, nom, of, within) => {
  expect(ofDepartement({ code, nom })).toBe(of);
  expect(inDepartement({ code, nom })).toBe(within);
});

it('elides the article before every vowel and mute h of the COG, and nowhere else', () => {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/departements.json');
  const departements = (JSON.parse(readFileSync(file, 'utf8')) as DepartementName[]).filter(({ code }) => code < '975');
  expect(departements.length).toBeGreaterThan(95);
  for (const departement of departements) {
    const article = withArticle(departement);
    if (/^(les|La) /.test(article)) continue;
    // Of the names in h, only Hérault has a mute one: Haute-Corse and Haut-Rhin take a whole article.
    const isElided = /^([AEIOUYÉÎ]|Hérault)/.test(departement.nom);
    expect(article.startsWith('l’'), article).toBe(isElided);
  }
});
