import { describe, expect, it } from 'vitest';
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import { legendEntries } from './legend-entries.ts';
import { makeScale } from './scale.ts';
import { testValue } from './testing-value.ts';

const indicator = requireIndicator('couverture-ftth');
const entriesOf = (values: ReturnType<typeof testValue>[], hasOutside = false) =>
  legendEntries({ indicator, scale: makeScale(indicator, 'commune', values, 'quantiles', 3), values, hasOutside });

describe('the entries of a legend', () => {
  it('are the classes, then what is unknown, then what lies outside', () => {
    const entries = entriesOf(
      [
        testValue('91001', 0.5),
        testValue('91002', 0.7),
        testValue('91003', 0.9),
        testValue('91004', null, { etat: 'non-disponible', raison: 'absent-de-la-source' }),
        testValue('91005', null, { etat: 'secret', raison: 'secret-statistique' }),
        testValue('91006', null, { raison: 'aucun-local' }),
      ],
      true,
    );
    expect(entries.map(({ key, count, swatch }) => [key, count, swatch.kind])).toEqual([
      ['0', 1, 'color'],
      ['1', 1, 'color'],
      ['2', 1, 'color'],
      ['non-disponible', 1, 'pattern'],
      ['secret', 1, 'pattern'],
      ['sans objet, aucun local', 1, 'blank'],
      ['outside', null, 'outside'],
    ]);
  });

  it('say that periods do not compare, where that is why nothing is coloured', () => {
    const broken = testValue('91001', null, { etat: 'non-disponible', raison: 'rupture-de-methode' });
    expect(entriesOf([broken]).map(({ label }) => label)).toEqual(['Non comparable']);
  });
});
