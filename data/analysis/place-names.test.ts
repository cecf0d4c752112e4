import { describe, expect, it } from 'vitest';
import { areNamesEqual, areNamesSimilar, areOfOtherKinds, readPlaceName } from './place-names.ts';

const commune = 'Évry-Courcouronnes';
const read = (name: string, kind = 'autre') => readPlaceName(name, commune, kind);
const similar = (a: string, b: string) => areNamesSimilar(read(a), read(b));

describe('a name of a place', () => {
  it('tells the kind of service from the words of its own, and leaves the commune out', () => {
    expect(read('Médiathèque Albert-Camus d’Évry-Courcouronnes')).toMatchObject({
      kinds: new Set(['mediatheque']),
      words: new Set(['albert', 'camus']),
    });
    expect(read('France services (mairie annexe)').kinds).toEqual(new Set(['france-services', 'mairie']));
    expect(read('Siana', 'tiers-lieu').kinds).toEqual(new Set(['tiers-lieu']));
    expect(read('Siana', 'mairie-accueil').kinds).toEqual(new Set());
  });

  it.each([
    ['CCAS d’Évry-Courcouronnes', 'Centre communal d’action sociale'],
    ['France services Pimms Médiation Évry Cœur d’Essonne', 'PIMMS Médiation d’Évry – Coeur d’Essonne'],
    ['Espace Camille-Claudel', 'Espace Claudel'],
    ['Médiathèque', 'Médiathèque Georges-Perec'],
    ['France services de la mairie annexe', 'Mairie annexe'],
    ['Centre social St-Exupéry', 'Maison de quartier Saint Exupéry'],
    ['MJC Simone Signoret', 'Maison des jeunes et de la culture Simone-Signoret'],
  ])('« %s » is like « %s »', (a, b) => {
    expect(similar(a, b)).toBe(true);
    expect(similar(b, a)).toBe(true);
  });

  it.each([
    // Two services of one building bear its name.
    ['Médiathèque Albert-Camus', 'Centre social Albert-Camus'],
    ['Mairie d’Évry-Courcouronnes', 'France services d’Évry-Courcouronnes'],
    // Generic words and the commune, which any place bears, are no likeness.
    ['Médiathèque Albert-Camus', 'Médiathèque Georges-Perec'],
    ['Espace numérique Évry', 'Maison des associations Évry'],
    ['Espace Jean Moulin', 'Espace Jean Jaurès'],
    ['La Poste Évry – Les Coquibus', 'La Poste Évry – Terrasses de l’Agora'],
  ])('« %s » is not like « %s »', (a, b) => {
    expect(similar(a, b)).toBe(false);
    expect(similar(b, a)).toBe(false);
  });

  it('is equal to another when written alike, or with the same words of its own', () => {
    expect(areNamesEqual(read('Espace Rosa-Parks'), read('ESPACE ROSA PARKS'))).toBe(true);
    expect(areNamesEqual(read('France services'), read('France services d’Évry'))).toBe(false);
    expect(areNamesEqual(read('MAIRIE D’EVRY'), read('Mairie d’Évry'))).toBe(true);
    expect(areNamesEqual(read('PROTO204', 'tiers-lieu'), read('Proto204'))).toBe(true);
    expect(areOfOtherKinds(read('Siana'), read('Médiathèque'))).toBe(false);
  });
});
