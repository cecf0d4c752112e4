import { describe, expect, it } from 'vitest';
import { changes, sources } from './data.ts';

const file = (nom: string, url: string | null = null) => ({
  nom,
  url,
  sha256: '0'.repeat(64),
  octets: 2000,
  obtenuLe: url === null ? null : '2026-11-24T08:00:00Z',
});

describe('where a file came from', () => {
  it.each([
    [
      file('npm:@etalab/decoupage-administratif/data/communes.json'),
      '@etalab/decoupage-administratif/data/communes.json',
      '2\u00a0ko, paquet npm @etalab/decoupage-administratif',
    ],
    [file('package:fiches.csv'), 'fiches.csv', '2\u00a0ko, fourni avec le programme'],
    [file('contours/communes-91.geojson'), 'contours/communes-91.geojson', '2\u00a0ko, donné dans un dossier'],
    [file('dpnt.csv.gz', 'https://example.org/dpnt.csv.gz'), 'dpnt.csv.gz', '2\u00a0ko, obtenu le 24/11/2026'],
  ])('is told of %j', (one, name, told) => {
    expect([sources.fileName(one), sources.file(one)]).toEqual([name, told]);
  });
});

it('says that former data stay only where there are some', () => {
  expect(sources.failure('2026-11-24', 'Fichier vide.', true)).toBe(
    'Tentative du 24/11/2026\u00a0: Fichier vide. Les données précédentes restent en vigueur.',
  );
  expect(sources.failure('2026-11-24', 'Fichier vide.', false)).toBe(
    'Tentative du 24/11/2026\u00a0: Fichier vide. Rien n’est encore chargé de cette source.',
  );
});

describe('what changed', () => {
  it('tells the deadlines of two states only where they differ', () => {
    expect(changes.deadlines({ echeanceAvant: '2027-01-31', echeanceApres: '2027-11-15' })).toBe(
      'Échéance\u00a0: 31/01/2027 avant, 15/11/2027 après.',
    );
    expect(changes.deadlines({ echeanceAvant: null, echeanceApres: null })).toBe('');
  });
});
