/** The sentence that opens a view: from the facts, what it says, in French. One writer per kind of indicator. */
import { measures } from '../../data/catalogue/measures.ts';
import { summarisePublished, summariseSum } from './sentences/amounts.ts';
import { summariseCoverage, summariseEvolution } from './sentences/coverage.ts';
import type { Facts, Summary } from './sentences/facts.ts';
import { summariseClosure, summariseExposed, summariseGap } from './sentences/premises.ts';
import { summariseProjects } from './sentences/projects.ts';
import { summariseRate } from './sentences/rates.ts';
import { summariseTechnology, summariseZones } from './sentences/shares.ts';

export type { Facts, Summary } from './sentences/facts.ts';

/** @returns the key figure and the sentences of the view; never throws, whatever is missing. */
export function summarise(facts: Facts): Summary {
  switch (facts.indicator.measure.kind) {
    case 'ratio':
      return isOfPremises(facts) ? summariseCoverage(facts) : summariseRate(facts);
    case 'difference':
      return summariseEvolution(facts);
    case 'gap':
      return summariseGap(facts);
    case 'gap-before':
      return summariseExposed(facts);
    case 'date':
      return summariseClosure(facts);
    case 'partition':
      return summariseTechnology(facts);
    case 'category':
      return summariseZones(facts);
    case 'sum':
      return summariseSum(facts);
    case 'published':
      return summarisePublished(facts);
    case 'count':
      return summariseProjects(facts);
  }
}

/** A rate of premises, or of communes and inhabitants. */
function isOfPremises({ indicator }: Facts): boolean {
  const { measure } = indicator;
  return (
    measure.kind === 'ratio' && measure.segments.every(({ denominator }) => measures[denominator].unit === 'premises')
  );
}
