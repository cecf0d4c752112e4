import { describe, expect, it } from 'vitest';
import { themeIds } from '../../../data/catalogue/themes.ts';
import { facetItems, visibleItems } from './facet-items.ts';

const counted = (id: 'epcis' | 'themes' | 'annees' | 'financeurs', ...values: [string, number][]) => [
  { id, valeurs: values.map(([cle, nombre]) => ({ cle, nombre })) },
];
const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key);

describe('the values of a facet', () => {
  it('list every theme in the order of the schema, those without project as 0', () => {
    const items = facetItems('themes', counted('themes', ['e-education', 6]), []);
    expect(keys(items)).toEqual(themeIds);
    expect(items.at(-1)).toMatchObject({ key: 'cybersecurite-cloud', count: 0 });
    expect(visibleItems('themes', items, [])).toEqual(items);
  });

  it('list every EPCI, and those of no EPCI last', () => {
    const items = facetItems('epcis', counted('epcis', ['non-precise', 23], ['a', 13]), ['a', 'b']);
    expect(items.map(({ key, count }) => [key, count])).toEqual([
      ['a', 13],
      ['b', 0],
      ['non-precise', 23],
    ]);
  });

  it('put the latest year first', () => {
    expect(keys(facetItems('annees', counted('annees', ['non-precise', 33], ['2018', 7], ['2024', 3]), []))).toEqual([
      '2024',
      '2018',
      'non-precise',
    ]);
  });

  it('show five, what is chosen and what is not said; never fold a single one', () => {
    const many = (count: number) =>
      facetItems(
        'financeurs',
        counted('financeurs', ...Array.from({ length: count }, (_, i): [string, number] => [`f${i}`, 9 - i]), [
          'non-precise',
          1,
        ]),
        [],
      );
    expect(keys(visibleItems('financeurs', many(8), ['f7']))).toEqual([
      'f0',
      'f1',
      'f2',
      'f3',
      'f4',
      'f7',
      'non-precise',
    ]);
    expect(visibleItems('financeurs', many(6), [])).toHaveLength(7);
  });
});
