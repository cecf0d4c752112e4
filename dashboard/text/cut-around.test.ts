import { describe, expect, it } from 'vitest';
import { cutAround } from './cut-around.ts';

describe('cutting a sentence around its figure', () => {
  it('gives what stands before and after', () => {
    expect(cutAround('96,8\u202f% des locaux sont raccordables.', '96,8\u202f%')).toEqual([
      '',
      'des locaux sont raccordables.',
    ]);
    expect(cutAround('Le cuivre doit fermer le 31/01/2027 dans 42 communes.', '31/01/2027')).toEqual([
      'Le cuivre doit fermer le',
      'dans 42 communes.',
    ]);
  });

  it('does not find a figure inside a date, a period or a larger number', () => {
    expect(cutAround('Aucune commune ne doit perdre le cuivre au plus tard le 31/01/2027.', '0')).toBeNull();
    expect(cutAround('Des 22\u202f801 locaux, au T1\u00a02018.', '1')).toBeNull();
    expect(cutAround('Des 22\u202f801 locaux, au T1\u00a02018.', '22')).toBeNull();
  });

  it('passes over the number of a name', () => {
    expect(cutAround('2 Vallées\u00a0: 2 projets sont recensés.', '2', '2 Vallées')).toEqual([
      '2 Vallées\u00a0:',
      'projets sont recensés.',
    ]);
  });
});
