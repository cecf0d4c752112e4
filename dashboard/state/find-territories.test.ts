import { describe, expect, it } from 'vitest';
import type { Territory } from '../../api/contract.ts';
import { findTerritories } from './find-territories.ts';

type Searched = Pick<Territory, 'code' | 'nom' | 'nomOfficiel' | 'codesPostaux' | 'niveau'>;
const commune = (code: string, nom: string, ...codesPostaux: string[]): Searched => ({
  code,
  nom,
  nomOfficiel: nom,
  codesPostaux,
  niveau: 'commune',
});
const territories: readonly Searched[] = [
  commune('91228', 'Évry-Courcouronnes', '91000', '91080'),
  commune('91494', 'Le Plessis-Pâté', '91220'),
  commune('91549', 'Sainte-Geneviève-des-Bois', '91700'),
  commune('91198', 'D’Huison-Longueville', '91590'),
  commune('91103', 'Brétigny-sur-Orge', '91220'),
  {
    code: '200056232',
    nom: 'Paris-Saclay',
    nomOfficiel: 'CA Communauté Paris-Saclay',
    codesPostaux: [],
    niveau: 'epci',
  },
  commune('91534', 'Saclay', '91400'),
];
const names = (text: string) => findTerritories(territories, text, 5).map(({ nom }) => nom);

describe('the search of a territory', () => {
  it('ignores accents, case, hyphens and apostrophes', () => {
    expect(names('evry courc')).toEqual(['Évry-Courcouronnes']);
    expect(names('D HUISON')).toEqual(['D’Huison-Longueville']);
    expect(names("d'huison")).toEqual(['D’Huison-Longueville']);
  });

  it('takes a name without its article, and “Ste” for “Sainte”', () => {
    expect(names('plessis')).toEqual(['Le Plessis-Pâté']);
    expect(names('ste genevieve')).toEqual(['Sainte-Geneviève-des-Bois']);
  });

  it('finds by code and by postcode, all the communes that share it', () => {
    expect(names('91228')).toEqual(['Évry-Courcouronnes']);
    expect(names('91220')).toEqual(['Brétigny-sur-Orge', 'Le Plessis-Pâté']);
    expect(names('200056')).toEqual(['Paris-Saclay']);
  });

  it('puts the name that starts with the text first', () => {
    expect(names('saclay')).toEqual(['Saclay', 'Paris-Saclay']);
  });

  it('finds nothing for nothing, nor for what is not there', () => {
    expect([names(''), names('  - '), names('zzz')]).toEqual([[], [], []]);
  });
});
