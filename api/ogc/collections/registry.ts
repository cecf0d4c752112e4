/** The collections in the order of every list: territories, points, then the indicators in theirs. */
import type { Indicator } from '../../../data/catalogue/catalogue.ts';
import type { Collection } from '../declare.ts';
import { indicatorCollections } from './indicators.ts';
import { places } from './places.ts';
import { projects } from './projects.ts';
import { communes, epci } from './territories.ts';

export function collectionsOf(indicators: readonly Indicator[]): readonly Collection[] {
  const fixed = [communes, epci, places, projects];
  return [
    ...fixed,
    ...indicatorCollections(
      indicators,
      fixed.map(({ id }) => id),
    ),
  ];
}
