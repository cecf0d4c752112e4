import { describe, expect, it } from 'vitest';
import type { Value } from '../../api/contract.ts';
import { testValue as value } from '../layers/testing-value.ts';
import type { Facts } from '../text/sentences.ts';
import { testFacts } from '../text/testing-facts.ts';
import { rankingOf } from './ranking-rows.ts';

const facts = (indicator: string, communes: readonly Value[], total: Value): Facts =>
  testFacts(indicator, { communes, total });
const keys = (some: Facts) => rankingOf(some).rows.map((row) => row.key);

describe('the ranking', () => {
  it('puts the lowest rate first, beside the département, and counts those without a figure', () => {
    const unknown = value('c', null, { etat: 'non-disponible' });
    const some = facts('couverture-ftth', [value('a', 0.9), value('b', 0.7), unknown], value('91', 0.97));
    expect(keys(some)).toEqual(['b', 'a']);
    expect(rankingOf(some)).toMatchObject({ unranked: 1, reference: { length: 0.97 } });
  });

  it('puts the largest count first, and leaves zeros out', () => {
    const some = facts('locaux-a-raccorder', [value('a', 3), value('b', 0), value('c', 9)], value('91', 12));
    expect(keys(some)).toEqual(['c', 'a']);
    expect(rankingOf(some).reference).toBeNull();
  });

  it('ranks parts where values are dates or categories, fibre left apart', () => {
    const parts = [
      { cle: 'ftth', libelle: 'Fibre', valeur: 90 },
      { cle: 'cuivre', libelle: 'Cuivre', valeur: 2 },
      { cle: 'coax', libelle: 'Câble', valeur: 8 },
    ];
    expect(keys(facts('meilleure-technologie', [], value('91', 'coax', { parts })))).toEqual(['coax', 'cuivre']);
  });
});
