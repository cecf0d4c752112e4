/** Which published sources an indicator's declaration leads to, those of the indicators it names included. */
import type { Indicator } from '../data/catalogue/catalogue.ts';
import type { SourceId } from '../data/catalogue/source-ids.ts';

export function declaredSources({ measure }: Indicator, indicators: readonly Indicator[]): SourceId[] {
  const named = (id: string) => {
    const other = indicators.find((indicator) => indicator.id === id);
    return other ? declaredSources(other, indicators) : [];
  };
  switch (measure.kind) {
    case 'ratio':
    case 'gap':
    case 'partition':
    case 'sum':
    case 'published':
      return measure.segments.map(({ source }) => source);
    case 'gap-before':
      return [measure.date.source, ...named(measure.gap)];
    case 'date':
      return [measure.date.source, ...named(measure.weightOf)];
    case 'category':
      return [...measure.category.sources, ...named(measure.gap)];
    case 'difference':
      return named(measure.of);
    case 'count':
      return [measure.source];
  }
}
